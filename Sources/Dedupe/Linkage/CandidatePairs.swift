import Foundation

/// Finds the pairs that are worth a comparison: records that share keys rare enough.
///
/// A key that too many records have is joined with their other such keys, again and again, until few enough share all of
/// them (dynamic blocking: McNeill, Kardes, Borthwick 2012). Of the records that share a key with one, those with most
/// and rarest shared keys stay.
struct CandidatePairs: ~Copyable {
  /// How many records may share a key.
  static let blockLimit = 100
  /// How many keys of a record that were too common go on to be joined.
  static let joinedKeys = 9
  /// How often keys are joined.
  static let rounds = 3
  /// Keys held at once while keys are joined.
  static let batch = 4_000_000

  let space: RowSpace
  /// At most this many records are kept for each one.
  let neighbours: Int

  /// Where each block's rows begin in `members`.
  private(set) var starts: [Int] = [0]
  private(set) var members = Column<Int32>()
  /// What it says for two rows to be in a block together.
  private(set) var weights: [Float] = []
  /// For each row the too common keys: their number of rows above, their hash below; `.max` where there is none.
  private var common: [UInt64] = []
  private var next: [UInt64] = []

  /// - Parameter keys: the lists of fields whose values are joined to keys; none: keys of every field, by its kind.
  /// - Parameter pairLimit: about how many pairs there may be.
  init(_ space: RowSpace, _ fields: [Field], keys: [[Int]], pairLimit: Int) {
    self.space = space
    neighbours = max(2, min(64, 2 * pairLimit / max(1, space.count)))
    common = emptyKeys()
    next = common
    block(BlockingKeys(fields: fields, rows: space.count, given: keys))
    for round in 1...CandidatePairs.rounds { join(round) }
    common = []
    next = []
  }

  private func emptyKeys() -> [UInt64] {
    [UInt64](repeating: .max, count: space.count * CandidatePairs.joinedKeys)
  }

  private mutating func block(_ keys: BlockingKeys) {
    var sorted = KeyedRows()
    for group in 0..<keys.groups {
      sorted.removeAll()
      keys.add(group: group, to: &sorted)
      sorted.sort()
      take(sorted, share: 1)
    }
    common = next
  }

  /// Takes every run of rows with one key as a block, or keeps the key to be joined.
  private mutating func take(_ sorted: KeyedRows, share: Double) {
    sorted.eachRun { run in
      if run.count < 2 { return }
      if run.count <= CandidatePairs.blockLimit {
        for place in run { members.append(Int32(sorted.row(place))) }
        starts.append(members.count)
        weights.append(Float(share * log2(Double(space.count) / Double(run.count) + 1)))
      } else {
        let key = UInt64(run.count) << 39 | sorted.key(run.lowerBound) >> KeyedRows.rowBits
        for place in run { keep(key, of: sorted.row(place)) }
      }
    }
  }

  /// Keeps the rarest of a row's common keys.
  private mutating func keep(_ key: UInt64, of row: Int) {
    let first = row * CandidatePairs.joinedKeys
    var place = first + CandidatePairs.joinedKeys - 1
    if next[place] <= key { return }
    while place > first && next[place - 1] > key {
      next[place] = next[place - 1]
      place -= 1
    }
    next[place] = key
  }

  /// Joins each row's common keys two by two.
  private mutating func join(_ round: Int) {
    next = emptyKeys()
    let width = CandidatePairs.joinedKeys
    let total = space.count * width * (width - 1) / 2
    let parts = UInt64(total / CandidatePairs.batch + 1)
    var sorted = KeyedRows()
    for part in 0..<parts {
      sorted.removeAll()
      for row in 0..<space.count {
        let keys = row * width..<(row + 1) * width
        for i in keys where common[i] != .max {
          for j in i + 1..<max(keys.upperBound, i + 1) where common[j] != .max {
            let mask: UInt64 = 1 << 39 - 1
            let (a, b) = (common[i] & mask, common[j] & mask)
            let joined = mixed(min(a, b) &* 0x9E37_79B9_7F4A_7C15 ^ max(a, b))
            if joined % parts == part { sorted.append(key: joined, row: row) }
          }
        }
      }
      sorted.sort()
      take(sorted, share: 0.5)
    }
    common = next
  }
}
