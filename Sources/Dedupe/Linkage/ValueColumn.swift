/// A column's values in their folded form; equal ones are kept once.
struct ValueColumn: Sendable {
  /// For each row the number of its value, -1 for none.
  private(set) var valueOf: [Int32] = []
  /// How many rows have the value.
  private(set) var counts: [Int32] = []
  private(set) var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  private var places: [UInt64: Int32] = [:]
  /// How many rows have a value.
  private(set) var filled = 0

  var distinct: Int { counts.count }

  /// Adds a row with that text, none or an empty one being no value.
  mutating func append(_ text: String?) {
    guard let text, !text.isEmpty else { return valueOf.append(-1) }
    append(folded: foldedValue(text.utf8)[...])
  }

  /// Adds a row whose text is folded already.
  mutating func append(folded: ArraySlice<UInt8>) {
    if folded.isEmpty || bytes.count + folded.count > Int(Int32.max) { return valueOf.append(-1) }
    filled += 1
    let hash = hashed(folded)
    if let place = places[hash] {
      counts[Int(place)] += 1
      return valueOf.append(place)
    }
    let place = Int32(counts.count)
    places[hash] = place
    counts.append(1)
    bytes += folded
    starts.append(Int32(bytes.count))
    valueOf.append(place)
  }

  /// The same values for the rows in another order, numbered by it, without what only `append` needs.
  func reordered(_ order: [Int32]) -> ValueColumn {
    var column = ValueColumn()
    var numbers = [Int32](repeating: -1, count: distinct)
    column.filled = filled
    column.valueOf.reserveCapacity(order.count)
    column.bytes.reserveCapacity(bytes.count)
    for row in order {
      let value = Int(valueOf[Int(row)])
      guard value >= 0 else {
        column.valueOf.append(-1)
        continue
      }
      if numbers[value] < 0 {
        numbers[value] = Int32(column.counts.count)
        column.counts.append(counts[value])
        column.bytes += slice(value)
        column.starts.append(Int32(column.bytes.count))
      }
      column.valueOf.append(numbers[value])
    }
    return column
  }

  /// Frees what only `append` needs.
  mutating func seal() { places = [:] }

  /// Where a value stands in `bytes`.
  func range(_ value: Int) -> Range<Int> { Int(starts[value])..<Int(starts[value + 1]) }

  func slice(_ value: Int) -> ArraySlice<UInt8> { bytes[range(value)] }

  /// Takes values away, so that their rows have none.
  mutating func drop(where isNothing: (ArraySlice<UInt8>) -> Bool) {
    let gone = (0..<distinct).map { isNothing(slice($0)) }
    for row in valueOf.indices where valueOf[row] >= 0 && gone[Int(valueOf[row])] {
      valueOf[row] = -1
      filled -= 1
    }
  }
}
