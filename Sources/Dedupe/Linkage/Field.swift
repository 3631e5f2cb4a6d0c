/// A column ready to be compared: its distinct values, and what its kind looks at.
final class Field: Sendable {
  /// The name of the field made of all texts of a record together.
  static let allTexts = "(all texts)"

  let name: String
  let kind: FieldKind
  let column: ValueColumn
  let words: WordTable?
  let grams: GramTable?
  let numbers: [Double]
  let days: [WrittenDay?]

  init(name: String, column given: ValueColumn, kind givenKind: FieldKind? = nil) {
    var column = given
    column.seal()
    let kind = givenKind ?? FieldKind.found(in: column)
    if kind == .number { Field.dropZeros(&column) }
    self.name = name
    self.kind = kind
    self.column = column
    words = kind == .text || kind == .name ? WordTable(column) : nil
    grams = kind == .text ? GramTable(column) : nil
    numbers = kind == .number ? (0..<column.distinct).map { decimal(column.slice($0))?.value ?? .nan } : []
    days = kind == .date ? (0..<column.distinct).map { writtenDay(column.slice($0)) } : []
  }

  /// Where measured numbers are positive but for many zeros, a zero says that the figure isn't known.
  private static func dropZeros(_ column: inout ValueColumn) {
    let zeros = (0..<column.distinct).filter { decimal(column.slice($0))?.value == 0 }
    let rows = zeros.reduce(0) { $0 + Int(column.counts[$1]) }
    if Double(rows) > 0.02 * Double(column.filled) { column.drop { decimal($0)?.value == 0 } }
  }

  /// All texts of a record as one, so that what stands in another field is found too; nil unless two fields hold longer
  /// texts.
  static func together(_ fields: [Field], rows: Int) -> Field? {
    guard fields.count(where: { $0.kind == .text }) >= 2 else { return nil }
    let texts = fields.filter { $0.kind == .text || $0.kind == .name }
    var whole = ValueColumn()
    var bytes: [UInt8] = []
    for row in 0..<rows {
      bytes.removeAll(keepingCapacity: true)
      for field in texts where field.column.valueOf[row] >= 0 {
        if !bytes.isEmpty { bytes.append(0x20) }
        bytes += field.column.slice(Int(field.column.valueOf[row]))
      }
      whole.append(folded: bytes[...])
    }
    return Field(name: allTexts, column: whole, kind: .text)
  }
}
