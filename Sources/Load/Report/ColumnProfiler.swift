import Records
package import Store

/// Looks at a column's values as they go by and says what they are like; holds a few bytes for each value it has seen.
package struct ColumnProfiler {
  /// A value that was met, by a hash of it.
  private struct Seen {
    var count = 1
    /// Once it was met twice.
    var text: String?
  }

  private let isTruth: Bool
  private var seen: [UInt64: Seen] = [:]
  private var numbers: [Double] = []
  private var lengths: [Double] = []
  private var days: [Double]? = []
  private var values = 0

  /// Most values that are listed as frequent, and most characters shown of one.
  private static let listed = 5
  private static let shown = 60

  /// `isTruth` is whether 0 and 1 stand for false and true.
  package init(isTruth: Bool) { self.isTruth = isTruth }

  /// Adds the cells at `place` of each row.
  package mutating func add(_ batch: borrowing RowBatch, column place: Int) {
    for number in stride(from: place, to: batch.cells.count, by: batch.width) {
      let cell = batch.cells[number]
      switch cell.kind {
      case .null: continue
      case .integer:
        let value = Int64(bitPattern: cell.bits)
        note(hash: cell.bits) { [isTruth] in isTruth ? (value == 0 ? "false" : "true") : String(value) }
        if !isTruth { numbers.append(Double(value)) }
      case .real:
        let value = Double(bitPattern: cell.bits)
        note(hash: cell.bits ^ 1 << 63) { ReportNumber.text(value) }
        if value.isFinite { numbers.append(value) }
      case .text, .plainText: add(text: batch.text(cell))
      }
      values += 1
    }
  }

  private mutating func add(text bytes: ArraySlice<UInt8>) {
    // FNV-1a of 64 bits (Fowler, Noll, Vo): the same on every machine.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var characters = 0
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      if byte & 0xC0 != 0x80 { characters += 1 }
    }
    note(hash: hash) { Self.shortened(bytes) }
    lengths.append(Double(characters))
    if let day = days == nil ? nil : ReportNumber.day(bytes) { days?.append(day) } else { days = nil }
  }

  private mutating func note(hash: UInt64, text: () -> String) {
    guard var known = seen[hash] else {
      seen[hash] = Seen()
      return
    }
    known.count += 1
    if known.text == nil { known.text = text() }
    seen[hash] = known
  }

  private static func shortened(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(4 * shown + 4), as: UTF8.self)
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > shown ? "\(line.prefix(shown - 1))…" : line
  }

  /// What was seen.
  package var profile: ColumnProfile {
    let frequent = seen.values.compactMap { value in
      value.text.map { ColumnProfile.Frequent(value: $0, count: value.count) }
    }.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    let (measure, measured) = measured
    let sorted = measured.sorted()
    return ColumnProfile(
      measure: measure, values: values, distinct: seen.count, frequent: Array(frequent.prefix(Self.listed)),
      quantiles: ColumnProfile.quantiles(of: sorted), histogram: ColumnProfile.histogram(of: sorted))
  }

  private var measured: (ColumnProfile.Measure, [Double]) {
    if !numbers.isEmpty, lengths.isEmpty { return (.numbers, numbers) }
    if lengths.isEmpty { return (.none, []) }
    if let days, !days.isEmpty { return (.days, days) }
    return (.lengths, lengths)
  }
}
