import Foundation

/// The 3-grams of bytes of a column's distinct values, each hashed to 16 bits, and how rare each is.
struct GramTable: Sendable {
  private(set) var starts: [Int32] = [0]
  /// Each value's 3-grams, without repetition, in ascending order.
  private(set) var grams: [UInt16] = []
  private(set) var rarity: [Float]
  private(set) var norms: [Float] = []

  /// At most this many bytes of a value count.
  static let limit = 240

  init(_ column: ValueColumn) {
    var rows = [UInt32](repeating: 0, count: 1 << 16)
    var found: [UInt16] = []
    for value in 0..<column.distinct {
      GramTable.collect(column.slice(value).prefix(GramTable.limit), into: &found)
      var last: UInt16?
      for gram in found where gram != last {
        grams.append(gram)
        rows[Int(gram)] += UInt32(column.counts[value])
        last = gram
      }
      starts.append(Int32(grams.count))
    }
    let all = Double(column.filled + 1)
    rarity = rows.map { $0 == 0 ? 0 : Float(log2(max(all / Double($0), 1.01))) }
    norms = (0..<column.distinct).map { _ in 0 }
    for value in 0..<column.distinct {
      norms[value] = range(value).reduce(into: Float(0)) {
        $0 += rarity[Int(grams[$1])] * rarity[Int(grams[$1])]
      }.squareRoot()
    }
  }

  func range(_ value: Int) -> Range<Int> { Int(starts[value])..<Int(starts[value + 1]) }

  /// The sorted 3-grams of the words, each with a space before and behind it.
  private static func collect(_ bytes: ArraySlice<UInt8>, into found: inout [UInt16]) {
    found.removeAll(keepingCapacity: true)
    var window: UInt32 = 0x20
    var length = 1
    func add(_ byte: UInt8, _ found: inout [UInt16]) {
      window = (window << 8 | UInt32(byte)) & 0xFF_FFFF
      length += 1
      if length >= 3 { found.append(UInt16(truncatingIfNeeded: (window &* 0x9E37_79B1) >> 16)) }
    }
    for byte in bytes { add(byte, &found) }
    add(0x20, &found)
    found.sort()
  }
}

/// The cosine of two sparse vectors whose entries are `rarity`; the entries stand in ascending order.
func cosine<Entry: BinaryInteger>(
  _ entries: [Entry], _ a: Range<Int>, _ b: Range<Int>, rarity: [Float], _ normA: Float, _ normB: Float
) -> Float {
  var i = a.lowerBound
  var j = b.lowerBound
  var sum: Float = 0
  while i < a.upperBound && j < b.upperBound {
    let x = entries[i]
    let y = entries[j]
    if x == y {
      let weight = rarity[Int(truncatingIfNeeded: x)]
      sum += weight * weight
    }
    if x <= y { i += 1 }
    if y <= x { j += 1 }
  }
  let length = normA * normB
  return length > 0 ? sum / length : 0
}
