/// The sum that the words of a cardinal build up: groups of up to three digits, each times its power of ten.
struct CardinalSum {
  /// The closed groups.
  private var total = ExactDecimal.zero
  /// The group at hand, nil before its first word.
  var group: ExactDecimal?
  /// What the next small number must stay below.
  private var room = Room.free
  private var lastPower = Int.max
  private var isClosed = false

  private enum Room {
    case free, belowHundred, belowTen, none
  }

  /// The number so far; nil beyond the range.
  var value: ExactDecimal? { total.adding(group ?? .zero) }
  /// Whether it ends in `twenty` to `ninety`.
  var endsInTens: Bool { room == .belowTen }
  /// Whether it ends in `hundred`.
  var endsInHundred: Bool { room == .belowHundred }
  /// Whether `and` may follow: behind `hundred` and the larger powers.
  var takesAnd: Bool { room == .belowHundred || room == .free && group == nil && lastPower != .max }

  /// Adds a number below 100, or any number in digits at the start of a group.
  mutating func add(_ value: ExactDecimal, isDigits: Bool) -> Bool {
    let tens = ExactDecimal(20)
    switch room {
    case .none: return false
    case .belowTen: if value >= ExactDecimal(10) || value < .one { return false }
    case .belowHundred: if value >= ExactDecimal(100) || value == .zero { return false }
    case .free: break
    }
    group = (group ?? .zero).adding(value)
    let isTens = !isDigits && value >= tens
    room = isTens ? .belowTen : .none
    return true
  }

  /// Takes the word `hundred`.
  mutating func multiplyByHundred() -> Bool {
    guard let start = group, !isClosed, room != .belowHundred, let grown = start.scaled(byPowerOfTen: 2) else {
      return false
    }
    group = grown
    room = .belowHundred
    return true
  }

  /// Takes the word of a power of ten, which has to be below the last.
  mutating func closeGroup(_ power: Int) -> Bool {
    guard let start = group, power < lastPower, !isClosed,
      let sum = start.scaled(byPowerOfTen: power)?.adding(total)
    else { return false }
    (total, group, lastPower, room) = (sum, nil, power, .free)
    return true
  }

  /// Takes the word `dozen`, behind which nothing follows.
  mutating func multiplyByDozen() -> Bool {
    guard let start = group, !isClosed, let grown = start.multiplied(by: ExactDecimal(12)) else { return false }
    (group, room, isClosed) = (grown, .none, true)
    return true
  }
}
