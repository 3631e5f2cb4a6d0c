/// Levels of likeness of codes.
enum CodeComparison {
  /// 0 unlike, 1 the same first half, 2 two slips, 3 one slip, 4 equal.
  static let levels = 5
  static let names = ["different", "same start", "two slips", "one slip", "equal"]

  static func level(_ field: Field, _ a: Int, _ b: Int, _ edits: inout EditDistance) -> Int {
    let bytes = field.column.bytes
    let x = field.column.range(a)
    let y = field.column.range(b)
    let longer = max(x.count, y.count)
    let distance = edits.distance(bytes, x, y, limit: 2)
    if distance == 1 && longer >= 2 { return 3 }
    var prefix = 0
    while prefix < min(x.count, y.count), bytes[x.lowerBound + prefix] == bytes[y.lowerBound + prefix] { prefix += 1 }
    if longer >= 5 && distance == 2 { return 2 }
    return 2 * prefix >= longer ? 1 : 0
  }
}
