/// A number in Chinese characters: `二〇二六`, `二十五`, `元` for an era's first year.
struct HanNumeral {
  let value: Int
  /// How many digits the value has.
  let digits: Int
  /// Where it ends, in bytes.
  let end: Int

  /// The numeral that begins at a place of UTF-8; nil where none does.
  init?(_ bytes: [UInt8], at start: Int) {
    var place = start
    var written: [Int] = []
    while place + 2 < bytes.count, bytes[place] >= 0xE3, let digit = HanNumeral.digit(bytes, at: place),
      written.count < 4
    {
      written.append(digit)
      place += 3
    }
    guard let value = HanNumeral.value(written) else { return nil }
    (self.value, end) = (value, place)
    digits = written.contains(10) ? (value < 10 ? 1 : 2) : written.count
  }

  /// Digits in order, or tens and ones about the sign for ten.
  private static func value(_ written: [Int]) -> Int? {
    guard let ten = written.firstIndex(of: 10) else {
      return written.isEmpty ? nil : written.reduce(0) { $0 * 10 + $1 }
    }
    guard ten < 2, written.count - ten < 3, written[(ten + 1)...].allSatisfy({ $0 < 10 }) else { return nil }
    return (ten == 0 ? 1 : written[0]) * 10 + (written.count > ten + 1 ? written[ten + 1] : 0)
  }

  private static func digit(_ bytes: [UInt8], at place: Int) -> Int? {
    let code =
      UInt32(bytes[place] & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
    return switch code {
    case 0x3007, 0x96F6: 0
    case 0x4E00, 0x5143: 1
    case 0x4E8C, 0x4E24: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    case 0x5341: 10
    default: nil
    }
  }
}
