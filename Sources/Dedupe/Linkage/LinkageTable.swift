/// The records of one or two tables as columns of text, ready to be linked.
///
/// Equal values are kept once, so memory grows with the distinct ones: 4 bytes a record and column beside them.
package struct LinkageTable: Sendable {
  /// The columns' names, in the order of the values.
  package let columns: [String]
  /// The records' ids as bytes, in the order they came in.
  private(set) var ids: [[UInt8]] = []
  private(set) var values: [ValueColumn]
  /// Where the second table's records begin; nil while there is one table.
  package private(set) var boundary: Int?

  /// An empty table of these columns.
  package init(columns: [String]) {
    self.columns = columns
    values = columns.map { _ in ValueColumn() }
  }

  /// How many records there are, of both tables.
  package var count: Int { ids.count }

  /// Adds a record, whose number is how many were added before it; a nil or empty value is a missing one.
  ///
  /// - Parameter texts: a value for each of `columns`.
  package mutating func append(id: String, values texts: [String?]) {
    ids.append(Array(id.utf8))
    for column in values.indices {
      values[column].append(column < texts.count ? texts[column] : nil)
    }
  }

  /// Says that all records from now on are of the second table, so that only pairs between the two are looked for.
  package mutating func beginSecondTable() { boundary = ids.count }

  /// The records' numbers in the order of their ids' bytes, the first table's before the second's.
  func order() -> [Int32] {
    let split = boundary ?? count
    func sorted(_ rows: Range<Int>) -> [Int32] {
      rows.sorted { a, b in
        ids[a] == ids[b] ? a < b : ids[a].lexicographicallyPrecedes(ids[b])
      }.map { Int32($0) }
    }
    return sorted(0..<split) + sorted(split..<count)
  }

  /// Gives the values of a column in another order of the records, and forgets them.
  mutating func take(_ column: Int, in order: [Int32]) -> ValueColumn {
    let taken = values[column].reordered(order)
    values[column] = ValueColumn()
    return taken
  }
}

/// How many records there are, and which of them may be pairs.
struct RowSpace: Sendable {
  let count: Int
  /// Where the second table's rows begin; nil for one table.
  let boundary: Int?
  /// Between two tables: whether a row has at most one partner.
  var isOneToOne = true

  /// Whether two rows may be the same thing: two of one table, or one of each of two.
  func mayPair(_ a: Int, _ b: Int) -> Bool {
    guard let boundary else { return a != b }
    return (a < boundary) != (b < boundary)
  }

  /// How many pairs there are to decide on.
  var pairs: Double {
    let all = Double(count)
    guard let boundary else { return all * (all - 1) / 2 }
    return Double(boundary) * Double(count - boundary)
  }

  /// How many pairs there are inside the two tables.
  var pairsWithin: Double {
    let (a, b) = (Double(boundary ?? 0), Double(count - (boundary ?? 0)))
    return a * (a - 1) / 2 + b * (b - 1) / 2
  }
}

/// Two rows in one number, the lower above.
func packed(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

/// The two rows of a packed pair.
@inline(__always)
func rows(_ pair: UInt64) -> (Int, Int) { (Int(pair >> 32), Int(pair & 0xFFFF_FFFF)) }
