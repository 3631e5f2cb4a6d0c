import Records

/// The records of one table as rows in the order of their appearance: who they are and how they rank.
///
/// 44 bytes a row, and 4 for their order.
struct RecordRows {
  private(set) var ids: [PackedID] = []
  private(set) var pages: [PackedID] = []
  private(set) var ordinals: [Int32] = []
  /// The greater survives.
  private(set) var ranks: [Int64] = []
  /// The rows in the order of id, page and ordinal; empty until `sort`.
  private(set) var order: [Int32] = []

  var count: Int { ids.count }

  /// Adds a row; throws `dedupe.bad-id` for an id that is none.
  mutating func append(id: String, pageID: String, ordinal: Int, rank: Int64) throws(Failure) {
    guard let packed = PackedID(id), let page = PackedID(pageID) else {
      throw Failure(
        "dedupe.bad-id", "\"\(id)\" or \"\(pageID)\" is no id of a record or page",
        remedy: "Run `sluice run --from normalize --force` to make the records anew.")
    }
    ids.append(packed)
    pages.append(page)
    ordinals.append(Int32(ordinal))
    ranks.append(rank)
  }

  /// Makes the rows findable.
  mutating func sort() {
    order = (0..<Int32(count)).sorted { precedes($0, $1) }
  }

  /// Whether `a` comes first by id, page and ordinal.
  func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let (x, y) = (Int(a), Int(b))
    return (ids[x], pages[x], ordinals[x]) < (ids[y], pages[y], ordinals[y])
  }

  /// The first row with that id; nil where there is none.
  func row(id: String) -> Int32? {
    guard let id = PackedID(id) else { return nil }
    let place = firstPlace { (row: Int) in ids[row] < id }
    guard place < order.count, ids[Int(order[place])] == id else { return nil }
    return order[place]
  }

  /// The row of a key, which is its id, its page and its ordinal, one behind the other.
  func row(key: String) -> Int32? {
    guard let id = PackedID(String(key.prefix(24))), let page = PackedID(String(key.dropFirst(24).prefix(24))),
      let ordinal = Int32(key.dropFirst(48))
    else { return nil }
    let place = firstPlace { (row: Int) in (ids[row], pages[row], ordinals[row]) < (id, page, ordinal) }
    guard place < order.count else { return nil }
    let row = Int(order[place])
    return (ids[row], pages[row], ordinals[row]) == (id, page, ordinal) ? order[place] : nil
  }

  /// The place in `order` of the first row that is not before what is sought.
  private func firstPlace(isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(Int(order[middle])) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
