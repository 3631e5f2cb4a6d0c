/// A record's or page's id (24 hexadecimal digits) in 12 bytes.
struct PackedID: Hashable, Comparable {
  private let high: UInt64
  private let low: UInt32

  /// Nil for a text that is no id.
  init?(_ text: String) {
    guard text.utf8.count == 24, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt32(text.suffix(8), radix: 16)
    else { return nil }
    self.high = high
    self.low = low
  }

  /// The id as its 24 digits; their order is the ids' order.
  var text: String { padded(String(high, radix: 16), to: 16) + padded(String(low, radix: 16), to: 8) }

  static func < (a: PackedID, b: PackedID) -> Bool { (a.high, a.low) < (b.high, b.low) }

  private func padded(_ digits: String, to width: Int) -> String {
    String(repeating: "0", count: width - digits.count) + digits
  }
}
