import Foundation

/// Finds the pairs that are worth a comparison: records that share keys rare enough.
///
/// A key that too many records have is joined with their other such keys, again and again, until few enough share all of
/// them (dynamic blocking: McNeill, Kardes, Borthwick 2012). Of the records that share a key with one, those with most
/// and rarest shared keys stay.
struct CandidatePairs {
  /// How many records may share a key.
  static let blockLimit = 100
  /// How many keys of a record that were too common go on to be joined.
  static let joinedKeys = 9
  /// How often keys are joined.
  static let rounds = 3
  /// Keys held at once while keys are joined.
  static let batch = 8_000_000

  let space: RowSpace
  /// At most this many records are kept for each one.
  let neighbours: Int

  private var starts: [Int] = [0]
  private var members: [Int32] = []
  private var weights: [Float] = []
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

  /// The pairs, the lower row above and the higher below, in ascending order.
  ///
  /// - Parameter within: pairs of records of one table where there are two, which are near misses if neither table
  ///   repeats itself; at most eight for each record.
  /// - Parameter others: pairs that are among them in any case.
  func pairs(within: Bool = false, and others: [UInt64] = []) -> [UInt64] {
    let limit = within ? min(8, neighbours) : neighbours
    let (ofRow, blocks) = blocksOfRows()
    var scores = [Float](repeating: 0, count: space.count)
    var touched: [Int32] = []
    var found: [UInt64] = []
    for row in 0..<space.count {
      touched.removeAll(keepingCapacity: true)
      for place in ofRow[row]..<ofRow[row + 1] {
        let block = Int(blocks[place])
        let weight = weights[block]
        for other in starts[block]..<starts[block + 1] {
          let member = Int(members[other])
          if scores[member] == 0 { touched.append(Int32(member)) }
          scores[member] += weight
        }
      }
      keepBest(row, touched, scores, limit, within, &found)
      for member in touched { scores[Int(member)] = 0 }
    }
    return sortedUnique(found + others)
  }

  private func keepBest(
    _ row: Int, _ touched: [Int32], _ scores: [Float], _ limit: Int, _ within: Bool, _ found: inout [UInt64]
  ) {
    var others: [(score: Float, row: Int)] = []
    for member in touched where Int(member) != row && space.mayPair(row, Int(member)) != within {
      others.append((scores[Int(member)], Int(member)))
    }
    if others.count > limit {
      others.sort { ($0.score, $1.row) > ($1.score, $0.row) }
      others.removeLast(others.count - limit)
    }
    for other in others { found.append(packed(row, other.row)) }
  }

  /// For each row the blocks it is in.
  private func blocksOfRows() -> (starts: [Int], blocks: [Int32]) {
    var ofRow = [Int](repeating: 0, count: space.count + 1)
    for member in members { ofRow[Int(member) + 1] += 1 }
    for row in 0..<space.count { ofRow[row + 1] += ofRow[row] }
    var blocks = [Int32](repeating: 0, count: members.count)
    var places = ofRow
    for block in weights.indices {
      for place in starts[block]..<starts[block + 1] {
        let row = Int(members[place])
        blocks[places[row]] = Int32(block)
        places[row] += 1
      }
    }
    return (ofRow, blocks)
  }
}

/// The values in ascending order, each once.
private func sortedUnique(_ values: [UInt64]) -> [UInt64] {
  var values = values
  values.sort()
  var kept = 0
  for value in values where kept == 0 || values[kept - 1] != value {
    values[kept] = value
    kept += 1
  }
  values.removeLast(values.count - kept)
  return values
}
