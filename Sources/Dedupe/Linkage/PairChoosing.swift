extension CandidatePairs {
  /// The pairs, the lower row above and the higher below, in ascending order.
  ///
  /// - Parameter within: pairs of records of one table where there are two, which are near misses if neither table
  ///   repeats itself; at most eight for each record.
  /// - Parameter others: pairs that are among them in any case.
  func pairs(within: Bool = false, and others: [UInt64] = []) -> [UInt64] {
    let limit = within ? min(8, neighbours) : neighbours
    var chosen = ChosenPartners(rows: space.count)
    var scores = [Float](repeating: 0, count: space.count)
    var touched: [Int32] = []
    let step = max(Self.rowsAtOnce, space.count / 16)
    for first in stride(from: 0, to: space.count, by: step) {
      let rows = first..<min(first + step, space.count)
      let (ofRow, blocks) = blocks(of: rows)
      for row in rows {
        touched.removeAll(keepingCapacity: true)
        for place in ofRow[row - first]..<ofRow[row - first + 1] {
          addWeight(ofBlock: Int(blocks[place]), to: &scores, &touched)
        }
        chosen.append(best(of: row, touched, scores, limit, within))
        for member in touched { scores[Int(member)] = 0 }
      }
    }
    return chosen.pairs(and: others)
  }

  /// Rows whose blocks are held at once.
  private static var rowsAtOnce: Int { 1 << 17 }

  private func addWeight(ofBlock block: Int, to scores: inout [Float], _ touched: inout [Int32]) {
    let weight = weights[block]
    for place in starts[block]..<starts[block + 1] {
      let member = Int(members[place])
      if scores[member] == 0 { touched.append(Int32(member)) }
      scores[member] += weight
    }
  }

  private func best(of row: Int, _ touched: [Int32], _ scores: [Float], _ limit: Int, _ within: Bool) -> [Int32] {
    var others = touched.filter { Int($0) != row && space.mayPair(row, Int($0)) != within }
    if others.count > limit {
      others.sort { (scores[Int($0)], $1) > (scores[Int($1)], $0) }
      others.removeLast(others.count - limit)
    }
    return others
  }

  /// For each of some rows the blocks it is in, and where they begin.
  private func blocks(of rows: Range<Int>) -> (starts: [Int], blocks: [Int32]) {
    var ofRow = [Int](repeating: 0, count: rows.count + 1)
    for place in 0..<members.count {
      let row = Int(members[place])
      if rows.contains(row) { ofRow[row - rows.lowerBound + 1] += 1 }
    }
    for place in 0..<rows.count { ofRow[place + 1] += ofRow[place] }
    var blocks = [Int32](repeating: 0, count: ofRow[rows.count])
    var places = ofRow
    for block in weights.indices {
      for place in starts[block]..<starts[block + 1] {
        let row = Int(members[place])
        guard rows.contains(row) else { continue }
        blocks[places[row - rows.lowerBound]] = Int32(block)
        places[row - rows.lowerBound] += 1
      }
    }
    return (ofRow, blocks)
  }
}

/// The partners that each row chose; 4 bytes for each, and as many again while they become pairs.
private struct ChosenPartners: ~Copyable {
  private let rows: Int
  private var partners = Column<Int32>()
  private var ends: [Int] = []

  init(rows: Int) {
    self.rows = rows
    ends.reserveCapacity(rows)
  }

  /// Adds those of the next row.
  mutating func append(_ chosen: [Int32]) {
    partners.append(contentsOf: chosen.span)
    ends.append(partners.count)
  }

  /// The pairs in ascending order, whichever of the two rows chose the other, and others.
  consuming func pairs(and others: [UInt64]) -> [UInt64] {
    var (starts, uppers) = sortedByLower(others)
    partners = Column()
    for row in 0..<rows { uppers[starts[row]..<starts[row + 1]].sort() }
    var pairs: [UInt64] = []
    // The exact room, so that the list isn't copied as it grows.
    pairs.reserveCapacity((0..<rows).reduce(0) { $0 + distinct(uppers[starts[$1]..<starts[$1 + 1]]) })
    for row in 0..<rows {
      var last: Int32 = -1
      for upper in uppers[starts[row]..<starts[row + 1]] where upper != last {
        pairs.append(packed(row, Int(upper)))
        last = upper
      }
    }
    return pairs
  }

  /// For each row the higher ones it is paired with, with repetitions, and where they begin.
  private func sortedByLower(_ others: [UInt64]) -> (starts: [Int], uppers: [Int32]) {
    var starts = [Int](repeating: 0, count: rows + 1)
    each(others) { lower, _ in starts[lower + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var uppers = [Int32](repeating: 0, count: starts[rows])
    var places = starts
    each(others) { lower, upper in
      uppers[places[lower]] = Int32(upper)
      places[lower] += 1
    }
    return (starts, uppers)
  }

  private func each(_ others: [UInt64], _ body: (_ lower: Int, _ upper: Int) -> Void) {
    var place = 0
    for row in 0..<rows {
      while place < ends[row] {
        let partner = Int(partners[place])
        body(min(row, partner), max(row, partner))
        place += 1
      }
    }
    for pair in others { body(Int(pair >> 32), Int(pair & 0xFFFF_FFFF)) }
  }
}

/// How many different numbers there are among some in ascending order.
private func distinct(_ sorted: ArraySlice<Int32>) -> Int {
  var count = 0
  var last: Int32 = -1
  for number in sorted where number != last {
    count += 1
    last = number
  }
  return count
}
