/// Reads numbers written in digits: `1,234.5`, `1 234,5`, `1'234.50`, `12,34,567`, `.75`, `1e3`.
struct DigitNumeral {
  let text: WrittenText
  let style: NumeralStyle

  private static let arabicDecimal: UInt8 = 1
  private static let arabicGroup: UInt8 = 2

  /// The number that starts at an offset; nil where there is none or its separators contradict each other.
  func read(at start: Int) -> Numeral? {
    if let plain = plain(at: start) { return withExponent(plain) }
    guard let (groups, signs) = split(at: start), let end = groups.last?.upperBound,
      var numeral = interpret(groups, signs)
    else { return nil }
    numeral.range = start..<end
    numeral.hasSpaces = signs.contains(32)
    return withExponent(numeral)
  }

  /// Up to 18 digits with nothing behind them that could separate more, as most numbers are; told without lists of
  /// groups and signs.
  private func plain(at start: Int) -> Numeral? {
    var value = 0
    var end = start
    while text.isDigit(end) {
      guard end - start < 18 else { return nil }
      value = value * 10 + Int(text.byte(end) - 48)
      end += 1
    }
    guard end > start, !maySeparate(end) else { return nil }
    return Numeral(range: start..<end, value: ExactDecimal(value), rule: "digits")
  }

  private func maySeparate(_ end: Int) -> Bool {
    switch text.byte(end) {
    case 39, 95, 0xD9: true
    case 32: text.isDigit(end + 1)
    case 44, 46: text.isDigit(end + 1) || style.isMoney && text.byte(end + 1) == 32
    default: false
    }
  }

  /// The end of the run of digits and inner separators at an offset, readable or not.
  func runEnd(at start: Int) -> Int { split(at: start)?.groups.last?.upperBound ?? start }

  private func split(at start: Int) -> (groups: [Range<Int>], signs: [UInt8])? {
    var groups: [Range<Int>] = []
    var signs: [UInt8] = []
    var offset = start
    if !text.isDigit(start) {
      guard [44, 46].contains(text.byte(start)), text.isDigit(start + 1) else { return nil }
      groups.append(start..<start)
      signs.append(text.byte(start))
      offset += 1
    }
    while true {
      let end = digitsEnd(offset)
      groups.append(offset..<end)
      guard let (sign, next) = separator(at: end, groups, signs) else { return (groups, signs) }
      signs.append(sign)
      offset = next
    }
  }

  private func digitsEnd(_ start: Int) -> Int {
    var offset = start
    while text.isDigit(offset) { offset += 1 }
    return offset
  }

  private func separator(at end: Int, _ groups: [Range<Int>], _ signs: [UInt8]) -> (UInt8, Int)? {
    let byte = text.byte(end)
    switch byte {
    case 44, 46:
      if text.isDigit(end + 1) { return (byte, end + 1) }
      return style.isMoney && !signs.contains(byte) && isLoneCents(at: end + 1) ? (byte, end + 2) : nil
    case 32: return isSpacedGroup(at: end + 1, groups, signs) ? (byte, end + 1) : nil
    case 39, 95: return digitsEnd(end + 1) == end + 4 ? (39, end + 1) : nil
    case 0xD9 where text.isDigit(end + 2) && text.byte(end + 1) == 0xAB:
      return (DigitNumeral.arabicDecimal, end + 2)
    case 0xD9 where text.isDigit(end + 2) && text.byte(end + 1) == 0xAC:
      return (DigitNumeral.arabicGroup, end + 2)
    default: return nil
    }
  }

  /// Two digits behind a separator and a space, as in `119. 95`, and no third.
  private func isLoneCents(at space: Int) -> Bool {
    text.byte(space) == 32 && digitsEnd(space + 1) == space + 3 && !text.isLetter(space + 3)
      && ![44, 46].contains(text.byte(space + 3))
  }

  private func isSpacedGroup(at start: Int, _ groups: [Range<Int>], _ signs: [UInt8]) -> Bool {
    guard let first = groups.first, (1...3).contains(first.count), text.byte(first.lowerBound) != 48,
      signs.allSatisfy({ $0 == 32 }), digitsEnd(start) == start + 3, !text.isLetter(start + 3)
    else { return false }
    // A space that never ends a line or a word was set on purpose.
    let isPlain = text.written(start - 1..<start) == " "
    return style.groupsBySpace || !isPlain
  }

  private func interpret(_ groups: [Range<Int>], _ signs: [UInt8]) -> Numeral? {
    guard let last = signs.last else { return numeral(groups, []) }
    let others = signs.dropLast()
    if last == DigitNumeral.arabicDecimal { return areGroups(groups.dropLast(), others) ? decimal(groups) : nil }
    if last != 44 && last != 46 { return areGroups(groups, signs[...]) ? numeral(groups, []) : nil }
    if others.isEmpty { return single(groups, last) }
    if others.contains(last) {
      guard areGroups(groups, signs[...]) else { return doubledPoint(groups, signs) }
      var whole = numeral(groups, [])
      whole?.proven = last == 46 ? .comma : .point
      return whole
    }
    guard areGroups(groups.dropLast(), others) else { return doubledPoint(groups, signs) }
    var result = decimal(groups)
    result?.proven = last == 46 ? .point : .comma
    return result
  }

  /// `.750.30` of a price tag, whose first point stands for nothing.
  private func doubledPoint(_ groups: [Range<Int>], _ signs: [UInt8]) -> Numeral? {
    style.isMoney && groups.count == 3 && groups[0].isEmpty ? single(Array(groups.dropFirst()), signs[1]) : nil
  }

  /// Whether the signs are all one and the groups as long as groups are: threes, or twos before the last three.
  private func areGroups(_ groups: some Collection<Range<Int>>, _ signs: ArraySlice<UInt8>) -> Bool {
    guard let first = groups.first, signs.allSatisfy({ $0 == signs.first }) else { return signs.isEmpty }
    if signs.isEmpty { return !first.isEmpty }
    let counts = groups.map(\.count)
    if (1...3).contains(counts[0]), counts.dropFirst().allSatisfy({ $0 == 3 }) { return true }
    return counts.count > 2 && counts.last == 3 && (1...2).contains(counts[0])
      && counts.dropFirst().dropLast().allSatisfy { $0 == 2 }
  }

  private func single(_ groups: [Range<Int>], _ sign: UInt8) -> Numeral? {
    let own: NumberConvention = sign == 46 ? .point : .comma
    let canGroup = groups[1].count == 3 && (1...3).contains(groups[0].count) && text.byte(groups[0].lowerBound) != 48
    var isDecimal = true
    if canGroup {
      isDecimal = style.convention.map { $0 == own } ?? (style.isMoney ? style.hasThreeDecimals : sign == 46)
    }
    var result = isDecimal ? decimal(groups) : numeral(groups, [])
    result?.isAmbiguous = canGroup && (style.convention == nil || style.isMoney && isDecimal)
    if !canGroup && !groups[0].isEmpty { result?.proven = own }
    return result
  }

  private func decimal(_ groups: [Range<Int>]) -> Numeral? {
    numeral(Array(groups.dropLast()), groups.last.map { text.bytes[$0] } ?? [])
  }

  private func numeral(_ groups: [Range<Int>], _ fraction: ArraySlice<UInt8>) -> Numeral? {
    ExactDecimal(whole: groups.flatMap { text.bytes[$0] }, fraction: fraction)
      .map { Numeral(range: 0..<0, value: $0, rule: "digits") }
  }

  private func withExponent(_ numeral: Numeral) -> Numeral? {
    let end = numeral.range.upperBound
    guard text.byte(end) == 101 else { return timesPower(numeral) ?? numeral }
    let isSigned = text.byte(end + 1) == 45 || text.byte(end + 1) == 43
    let start = isSigned ? end + 2 : end + 1
    let stop = digitsEnd(start)
    guard (1...2).contains(stop - start), !text.isLetter(stop) else { return numeral }
    let power = text.bytes[start..<stop].reduce(0) { $0 * 10 + Int($1 - 48) }
    guard let scaled = numeral.value.scaled(byPowerOfTen: text.byte(end + 1) == 45 ? -power : power) else { return nil }
    var result = numeral
    result.value = scaled
    result.range = numeral.range.lowerBound..<stop
    return result
  }

  /// `1.3x10^6`, `2 × 10⁻³`.
  private func timesPower(_ numeral: Numeral) -> Numeral? {
    var offset = text.skippingSpaces(from: numeral.range.upperBound)
    guard text.byte(offset) == 120 || text.has("×", at: offset) else { return nil }
    offset = text.skippingSpaces(from: offset + (text.byte(offset) == 120 ? 1 : 2))
    guard text.has("10", at: offset) else { return nil }
    offset += 2
    if text.byte(offset) == 94 { offset += 1 } else if text.byte(offset) < 0x80 { return nil }
    guard let (power, end) = power(at: offset), let scaled = numeral.value.scaled(byPowerOfTen: power) else {
      return nil
    }
    var result = numeral
    result.value = scaled
    result.range = numeral.range.lowerBound..<end
    return result
  }

  /// A power of up to two digits, plain or raised, with its sign.
  private func power(at start: Int) -> (Int, end: Int)? {
    var (offset, isNegative, power, count) = (start, false, 0, 0)
    if text.byte(offset) == 45 { (isNegative, offset) = (true, offset + 1) }
    if text.has("⁻", at: offset) { (isNegative, offset) = (true, offset + 3) }
    while count < 2, let (digit, end) = raisedDigit(at: offset) {
      (power, offset, count) = (power * 10 + digit, end, count + 1)
    }
    return count == 0 || raisedDigit(at: offset) != nil ? nil : (isNegative ? -power : power, offset)
  }

  private func raisedDigit(at offset: Int) -> (Int, end: Int)? {
    if text.isDigit(offset) { return (Int(text.byte(offset)) - 48, offset + 1) }
    for (sign, digit) in [("¹", 1), ("²", 2), ("³", 3)] where text.has(sign, at: offset) { return (digit, offset + 2) }
    guard text.byte(offset) == 0xE2, text.byte(offset + 1) == 0x81 else { return nil }
    let digit = Int(text.byte(offset + 2)) - 0xB0
    return digit == 0 || (4...9).contains(digit) ? (digit, offset + 3) : nil
  }
}
