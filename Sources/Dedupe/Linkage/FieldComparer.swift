/// Compares the values of a linkage's fields, and remembers the levels of pairs of values it met last.
struct FieldComparer {
  private var edits = EditDistance()
  /// For each field a table of pairs of values and their levels, found by hash.
  private var remembered: [[UInt64]]

  /// Pairs of values remembered for each field: 2 to the power of this.
  private static let memory: UInt64 = 15

  init(fields: Int) {
    remembered = Array(repeating: [], count: fields)
  }

  /// The level of likeness of two rows in each field, 255 where one has no value.
  mutating func levels(_ fields: [Field], _ a: Int, _ b: Int, into levels: inout [UInt8]) {
    for place in fields.indices {
      let x = fields[place].column.valueOf[a]
      let y = fields[place].column.valueOf[b]
      if x < 0 || y < 0 {
        levels[place] = 255
      } else if x == y {
        levels[place] = UInt8(fields[place].kind.levels - 1)
      } else {
        levels[place] = level(fields[place], place, Int(min(x, y)), Int(max(x, y)))
      }
    }
  }

  private mutating func level(_ field: Field, _ place: Int, _ a: Int, _ b: Int) -> UInt8 {
    // The level in the upper 8 bits, then 28 bits for each value's number.
    if a | b >= 1 << 28 { return compared(field, a, b) }
    if remembered[place].isEmpty {
      remembered[place] = [UInt64](repeating: .max, count: 1 << Int(FieldComparer.memory))
    }
    let key = UInt64(a) << 28 | UInt64(b)
    let slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> (64 - FieldComparer.memory))
    let entry = remembered[place][slot]
    if entry & (1 << 56 - 1) == key { return UInt8(entry >> 56) }
    let level = compared(field, a, b)
    remembered[place][slot] = UInt64(level) << 56 | key
    return level
  }

  private mutating func compared(_ field: Field, _ a: Int, _ b: Int) -> UInt8 {
    switch field.kind {
    case .name: UInt8(NameComparison.level(field, a, b, &edits))
    case .text: UInt8(TextComparison.level(field, a, b))
    case .code: UInt8(CodeComparison.level(field, a, b, &edits))
    case .number: UInt8(NumberComparison.level(field, a, b))
    case .date: UInt8(DateComparison.level(field, a, b, &edits))
    }
  }
}
