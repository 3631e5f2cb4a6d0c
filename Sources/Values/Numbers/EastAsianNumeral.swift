/// Reads numbers with the numerals of East Asia, alone or after digits: `三百二十`, `500万`, `5万4千`.
struct EastAsianNumeral {
  let text: WrittenText
  let style: NumeralStyle

  private enum Sign {
    case digit(Int)
    /// A power of ten within a group, 1 to 3.
    case small(Int)
    /// The power of ten of a group: 4, 8, 12.
    case large(Int)
  }

  private static let signs: [UInt32: Sign] = {
    var signs: [UInt32: Sign] = [:]
    for (value, spellings) in ["零〇", "一壱壹", "二弐贰两両", "三参叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].enumerated() {
      for scalar in spellings.unicodeScalars { signs[scalar.value] = .digit(value) }
    }
    for (power, spellings) in [(1, "十拾십"), (2, "百佰백"), (3, "千仟천")] {
      for scalar in spellings.unicodeScalars { signs[scalar.value] = .small(power) }
    }
    for (power, spellings) in [(4, "万萬만"), (8, "億亿억"), (12, "兆조")] {
      for scalar in spellings.unicodeScalars { signs[scalar.value] = .large(power) }
    }
    return signs
  }()

  /// More than a number of 38 digits has.
  private static let mostSigns = 80

  private func sign(at offset: Int) -> Sign? {
    guard text.byte(offset) & 0xF0 == 0xE0, offset + 2 < text.count else { return nil }
    let scalar =
      UInt32(text.bytes[offset] & 0x0F) << 12 | UInt32(text.bytes[offset + 1] & 0x3F) << 6
      | UInt32(text.bytes[offset + 2] & 0x3F)
    return EastAsianNumeral.signs[scalar]
  }

  /// The number that starts at an offset; nil where there is none or it is plain digits.
  func read(at start: Int) -> Numeral? {
    var reading = Reading()
    var offset = start
    while let next = step(&reading, at: offset) {
      if reading.signs > EastAsianNumeral.mostSigns { return nil }
      offset = next
    }
    if reading.endsInLoneDigit && style.language != "ja" && style.language != "ko" {
      if style.language != "zh" { return nil }
      reading.current = reading.current?.scaled(byPowerOfTen: reading.lastUnit - 1)
    }
    guard reading.signs > 0, let value = reading.value else { return nil }
    return Numeral(range: start..<offset, value: value, rule: "east-asian")
  }

  private func step(_ reading: inout Reading, at offset: Int) -> Int? {
    if let sign = sign(at: offset) { return reading.take(sign) ? offset + 3 : nil }
    if text.byte(offset) == 32, reading.signs > 0, reading.current == nil, isPart(at: offset + 1) {
      return step(&reading, at: offset + 1)
    }
    guard reading.current == nil, text.isDigit(offset),
      let digits = DigitNumeral(text: text, style: style).read(at: offset)
    else { return nil }
    reading.current = digits.value
    return digits.range.upperBound
  }

  /// Whether a part with a unit starts at an offset, as behind the spaces of `4억 7천만`.
  private func isPart(at start: Int) -> Bool {
    var offset = start
    while text.isDigit(offset) || text.byte(offset) == 46 { offset += 1 }
    if offset == start { return false }
    switch sign(at: offset) {
    case .small, .large: return true
    default: return false
    }
  }

  /// What was read so far: whole groups, the group at hand and the digit before its next power.
  private struct Reading {
    var total = ExactDecimal.zero
    var group: ExactDecimal?
    var current: ExactDecimal?
    var signs = 0
    private var wasDigit = false
    /// The power of the last group; 0 before the first.
    private var lastPower = 0
    /// The power of the last unit, which a lone last digit may belong to; 0 where a zero stood behind it.
    private(set) var lastUnit = 0

    /// Whether it ends in one digit right behind a unit above ten: 150 in Chinese, 105 in Japanese (`一百五`).
    var endsInLoneDigit: Bool { wasDigit && lastUnit > 1 && (current ?? .zero) < ExactDecimal(10) && current != .zero }

    var value: ExactDecimal? {
      guard let rest = (group ?? .zero).adding(current ?? .zero) else { return nil }
      return total.adding(rest)
    }

    mutating func take(_ sign: Sign) -> Bool {
      signs += 1
      switch sign {
      case .digit(let digit): return take(digit: digit)
      case .small(let power):
        guard let grown = (current ?? .one).scaled(byPowerOfTen: power)?.adding(group ?? .zero) else { return false }
        (group, current, wasDigit, lastUnit) = (grown, nil, false, power)
      case .large(let power): return take(large: power)
      }
      return true
    }

    /// A smaller unit than the last closes its group; a larger one multiplies all before it, as in `1万亿`.
    private mutating func take(large power: Int) -> Bool {
      guard let rest = (group ?? .zero).adding(current ?? .zero) else { return false }
      let isLarger = power > lastPower
      guard rest != .zero || isLarger && total != .zero, power != lastPower,
        let grown = isLarger
          ? total.adding(rest)?.scaled(byPowerOfTen: power) : rest.scaled(byPowerOfTen: power)?.adding(total)
      else { return false }
      (total, group, current, wasDigit, lastPower) = (grown, nil, nil, false, power)
      lastUnit = power
      return true
    }

    private mutating func take(digit: Int) -> Bool {
      if digit == 0 { lastUnit = 0 }
      if let current, !wasDigit { return current == .zero }
      let before = current?.scaled(byPowerOfTen: 1) ?? .zero
      current = before.adding(ExactDecimal(digit))
      wasDigit = true
      return true
    }
  }
}
