/// A span of time before or after the reference: `3 days ago`, `yesterday`.
struct DateSpan: Hashable, Sendable {
  enum Unit: String, Sendable { case year, month, week, day, hour, minute, second }

  var unit: Unit
  /// How many units later; for a form with a number, the sign.
  var count: Int
  /// Whether a number is written that multiplies the count.
  var hasNumber = false

  init(unit: Unit, count: Int) { (self.unit, self.count) = (unit, count) }

  /// Reads the tag of a table's line: `rday:-1` for forms with a number, `sday:-1` for those without.
  init?(tag: Substring) {
    guard tag.first == "r" || tag.first == "s" else { return nil }
    let parts = tag.dropFirst().split(separator: ":")
    guard parts.count == 2, let unit = Unit(rawValue: String(parts[0])), let count = Int(parts[1]) else { return nil }
    self.init(unit: unit, count: count)
    hasNumber = tag.first == "r"
  }
}
