/// Levels of likeness of days.
enum DateComparison {
  /// 0 unlike, 1 within two years, 2 same year, 3 two parts alike, 4 one slip or day and month swapped, 5 equal.
  static let levels = 6
  static let names = ["different", "near years", "same year", "two parts equal", "one slip", "equal"]

  static func level(_ field: Field, _ a: Int, _ b: Int, _ edits: inout EditDistance) -> Int {
    let column = field.column
    guard let x = field.days[a], let y = field.days[b] else {
      let slips = edits.distance(column.bytes, column.range(a), column.range(b), limit: 1)
      return slips == 1 ? 4 : 0
    }
    if differingDigits(x.digits, y.digits) == 1 || isSwapped(x, y) { return 4 }
    if edits.distance(column.bytes, column.range(a), column.range(b), limit: 1) == 1 { return 4 }
    let alike = (x.year == y.year ? 1 : 0) + (x.month == y.month ? 1 : 0) + (x.day == y.day ? 1 : 0)
    if alike == 2 { return 3 }
    if x.year == y.year { return 2 }
    return abs(x.year - y.year) <= 2 ? 1 : 0
  }

  private static func isSwapped(_ x: WrittenDay, _ y: WrittenDay) -> Bool {
    x.year == y.year && x.month == y.day && x.day == y.month
  }

  private static func differingDigits(_ x: Int32, _ y: Int32) -> Int {
    var (x, y, count) = (x, y, 0)
    while x != y {
      if x % 10 != y % 10 { count += 1 }
      x /= 10
      y /= 10
    }
    return count
  }
}
