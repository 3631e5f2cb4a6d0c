/// Levels of likeness of measured numbers.
enum NumberComparison {
  /// Upper ends of the relative differences, from the level below `equal` down.
  private static let bands = [0.02, 0.1, 0.25, 0.5]
  static let levels = bands.count + 2
  static let names = ["different", "within 50 %", "within 25 %", "within 10 %", "within 2 %", "equal"]

  static func level(_ field: Field, _ a: Int, _ b: Int) -> Int {
    let x = field.numbers[a]
    let y = field.numbers[b]
    if x == y { return levels - 1 }
    let difference = abs(x - y) / max(abs(x), abs(y))
    guard let band = bands.firstIndex(where: { difference <= $0 }) else { return 0 }
    return levels - 2 - band
  }
}
