/// Counts for each row of a file how many equal ones stand before it, so that equal rows stay apart.
///
/// It keeps a 64-bit hash and a count for each different row, for the first `limit` of them (32 MiB at most); a row that
/// comes up later for the first time counts as the first of its kind.
struct RowRepeats {
  /// How many different rows are kept apart.
  private static let limit = 1 << 20

  private var counts: [UInt64: UInt32] = [:]

  init() {}

  /// How many rows with these values stand before this one.
  mutating func count(_ values: [String?], of names: [String]) -> Int {
    let hash = RowRepeats.hash(values, names)
    if let before = counts[hash] {
      counts[hash] = before + 1
      return Int(before)
    }
    if counts.count < RowRepeats.limit { counts[hash] = 1 }
    return 0
  }

  /// FNV-1a over the values that say something and their names (Fowler, Noll and Vo; 64 bits).
  private static func hash(_ values: [String?], _ names: [String]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    for (place, value) in values.enumerated() {
      guard let value else { continue }
      add(names[place])
      add(value)
    }
    return hash
  }
}
