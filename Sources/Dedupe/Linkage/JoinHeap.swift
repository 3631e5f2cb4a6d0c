/// A heap of joins, the first to be done on top.
struct JoinHeap {
  private var joins: [Join] = []

  mutating func push(_ join: Join) {
    joins.append(join)
    var place = joins.count - 1
    while place > 0, joins[place].precedes(joins[(place - 1) / 2]) {
      joins.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Takes the first off.
  mutating func pop() -> Join? {
    guard let best = joins.first, let last = joins.popLast() else { return nil }
    if joins.isEmpty { return best }
    joins[0] = last
    var place = 0
    while true {
      var child = 2 * place + 1
      if child >= joins.count { break }
      if child + 1 < joins.count, joins[child + 1].precedes(joins[child]) { child += 1 }
      if !joins[child].precedes(joins[place]) { break }
      joins.swapAt(child, place)
      place = child
    }
    return best
  }
}
