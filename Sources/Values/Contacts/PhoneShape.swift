// Whether a row is a telephone number.
extension NumberCandidate {
  /// Whether groups of digits are a telephone number, by their shape and by the words before them.
  func isPhone(_ groups: [Group], _ digits: [UInt8]) -> Bool {
    guard (6...17).contains(digits.count), !isDate(groups), !isDecimal(groups), !isNumbering(groups) else {
      return false
    }
    if hasPlus { return digits.count >= 8 && digits[0] != 0x30 }
    let cue = PhoneCue.before(start, in: bytes)
    if cue == .other { return false }
    let isAbroad = digits.starts(with: [0x30, 0x30]) || digits.starts(with: [0x30, 0x31, 0x31])
    guard digits.count <= 12 || isAbroad && digits.count <= 16 || cue == .phone && isWorldwide(digits) else {
      return false
    }
    return cue == .phone ? isLikely(groups, digits) : isUnmistakable(groups, digits, isAbroad)
  }

  /// Whether it begins with a country's calling code, and goes on as that country's numbers do.
  private func isWorldwide(_ digits: [UInt8]) -> Bool {
    digits.count <= 15 && readPhoneNumber("+\(String(decoding: digits, as: UTF8.self))", region: nil) != nil
  }

  /// With a word that announces a number: seven digits and more, six behind a zero.
  private func isLikely(_ groups: [Group], _ digits: [UInt8]) -> Bool {
    if digits.count == 6 { return digits[0] == 0x30 && groups.count == 1 }
    // A local number of North America begins with no 0 or 1, and not with 211 to 911.
    if groups.map(\.count) == [3, 4] { return digits[0] > 0x31 && !(digits[1] == 0x31 && digits[2] == 0x31) }
    return true
  }

  /// Without such a word: the shapes of North America, a zero or a bracket in front, ten digits in a row.
  private func isUnmistakable(_ groups: [Group], _ digits: [UInt8], _ isAbroad: Bool) -> Bool {
    let counts = groups.map(\.count)
    guard digits.count >= 9, Set(digits).count > 1 else { return false }
    let isRound = digits.suffix(5).allSatisfy { $0 == 0x30 }
    if counts.count == 1 {
      return !isRound && (digits.count == 10 || digits.count == 11 && digits[0] <= 0x31 || isAbroad)
    }
    if counts.suffix(3) == [3, 3, 4] && counts.count <= 4 { return true }
    let hasInnerBrackets = groups.contains(where: \.isInBrackets)
    if hasInnerBrackets && counts.count > 1 { return true }
    return digits[0] == 0x30 && counts.count <= 6 && counts.dropFirst().allSatisfy { $0 > 1 } && counts[0] > 1
  }

  private func separator(_ group: Group) -> UInt8? { bytes[group.gap].count == 1 ? bytes[group.gap].first : nil }

  private func isDate(_ groups: [Group]) -> Bool {
    let counts = groups.map(\.count)
    if counts == [4, 4], let one = year(groups[0]), let other = year(groups[1]) { return abs(one - other) < 200 }
    guard counts.count == 3, let first = separator(groups[1]), first == separator(groups[2]), first != 0x20 else {
      return false
    }
    return counts[0] <= 2 && counts[1] <= 2 && counts[2] == 4 || counts[0] == 4 && counts[1] <= 2 && counts[2] <= 2
  }

  private func year(_ group: Group) -> Int? {
    CheckDigits.digits(bytes[group.range])?.reduce(0) { $0 * 10 + $1 }.between(1000, 2199)
  }

  /// A number with one point, thousands with points between them, or a version.
  private func isDecimal(_ groups: [Group]) -> Bool {
    guard groups.count > 1, groups.dropFirst().allSatisfy({ separator($0) == 0x2E }), !hasPlus else { return false }
    let counts = groups.map(\.count)
    if counts.count == 2 { return true }
    return counts.dropFirst().allSatisfy { $0 == 3 } || counts.count >= 4 && counts[counts.count - 1] <= 3
  }

  /// 3-2-4 is the shape of Social Security numbers, given out or not.
  private func isNumbering(_ groups: [Group]) -> Bool {
    groups.map(\.count) == [3, 2, 4] && groups.dropFirst().allSatisfy { separator($0) == 0x2D } && !hasPlus
  }
}

extension Int {
  fileprivate func between(_ low: Int, _ high: Int) -> Int? { self >= low && self <= high ? self : nil }
}
