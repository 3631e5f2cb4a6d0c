/// A time of day, with the distance from UTC where it is known.
package struct CivilTime: Hashable, Sendable, CustomStringConvertible {
  /// Seconds since midnight, fractions cut off, 0 to 86,400; a leap second counts as the next minute's first.
  package var second: Int
  /// Seconds that local time is ahead of UTC; nil where that isn't known.
  package var offset: Int?

  package init(second: Int, offset: Int? = nil) { (self.second, self.offset) = (second, offset) }

  /// ISO 8601 such as `10:00:00`, `10:00:00Z` or `10:00:00+01:00`.
  package var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    guard let offset else { return clock }
    if offset == 0 { return clock + "Z" }
    return clock + (offset < 0 ? "-" : "+") + two(abs(offset) / 3600) + ":" + two(abs(offset) / 60 % 60)
  }
}
