/// A row of digits in running text with the signs of telephone numbers between them, and what it is.
struct NumberCandidate {
  let bytes: [UInt8]
  /// Where it begins: at a digit, a bracket or a plus.
  private(set) var start: Int
  /// Where the row ends, whatever it is.
  private(set) var end: Int
  private(set) var groups: [Group] = []
  private(set) var hasPlus = false
  private(set) var hasBrackets = false
  private var isMalformed = false

  /// Digits without a sign between them.
  struct Group {
    var range: Range<Int>
    /// The signs between it and the group before.
    var gap: Range<Int>
    /// Whether it stands in brackets.
    var isInBrackets: Bool
    var count: Int { range.count }
  }

  /// The row around the first digit at an index, which ends before `limit`.
  init(_ bytes: [UInt8], at index: Int, limit: Int) {
    self.bytes = bytes
    start = index
    end = index
    readStart(index)
    readGroups(from: index, limit: limit)
  }

  private mutating func readStart(_ index: Int) {
    func byte(_ offset: Int) -> UInt8 { index >= offset ? bytes[index - offset] : 0 }
    if byte(1) == 0x2B {
      hasPlus = true
      hasBrackets = byte(2) == 0x28
      start = hasBrackets ? index - 2 : index - 1
    } else if byte(1) == 0x28 {
      hasBrackets = true
      start = index - 1
      isMalformed = byte(2) == 0x2B || byte(2) == 0x28
    }
  }

  private mutating func readGroups(from index: Int, limit: Int) {
    var position = index
    var depth = hasBrackets ? 1 : 0
    var gapStart = index
    while position < limit, groups.count < 12 {
      let first = position
      while position < limit, isASCIIDigit(bytes[position]) { position += 1 }
      guard position > first else { break }
      groups.append(Group(range: first..<position, gap: gapStart..<first, isInBrackets: depth == 1))
      end = position
      gapStart = position
      guard let next = gap(position, limit, &depth) else { break }
      position = next
    }
    if depth == 1, end < limit, bytes[end] == 0x29, !isAllInBrackets {
      end += 1
      depth = 0
    }
    if depth == 1 { closeBrackets() }
  }

  /// Whether one pair of brackets stands around the whole row.
  private var isAllInBrackets: Bool { bytes[start] == 0x28 && groups.allSatisfy(\.isInBrackets) }

  /// A bracket that doesn't close within the row: one around the whole is left out, any other spoils the row.
  private mutating func closeBrackets() {
    guard isAllInBrackets else {
      isMalformed = true
      return
    }
    start += 1
    hasBrackets = false
  }

  /// Where the next group begins behind the signs that may stand between two groups; nil where there are others.
  private func gap(_ from: Int, _ limit: Int, _ depth: inout Int) -> Int? {
    var position = from
    var spaces = 0
    var marks = 0
    var newDepth = depth
    while position < limit, position - from < 5, !isASCIIDigit(bytes[position]) {
      switch bytes[position] {
      case 0x20: spaces += 1
      case 0x2D, 0x2E, 0x2F: marks += 1
      case 0x28 where newDepth == 0: newDepth = 1
      case 0x29 where newDepth == 1: newDepth = 0
      default: return nil
      }
      position += 1
    }
    guard position < limit, position > from else { return nil }
    let isSentenceEnd = bytes[from] == 0x2E && spaces > 0
    guard position < limit, isASCIIDigit(bytes[position]), spaces <= 2, marks <= 1, !isSentenceEnd else { return nil }
    // Two spaces are an alignment, unless a dash stands between them.
    guard spaces < 2 || marks == 1, !(spaces > 0 && beginsDate(position, limit)) else { return nil }
    depth = newDepth
    return position
  }

  /// Whether a date or a time begins at a digit.
  private func beginsDate(_ index: Int, _ limit: Int) -> Bool {
    var shape: [UInt8] = []
    var position = index
    while position < limit, shape.count < 6, isASCIIDigit(bytes[position]) || "/-.:".utf8.contains(bytes[position]) {
      let isDigit = isASCIIDigit(bytes[position])
      if !isDigit {
        shape.append(bytes[position])
      } else if shape.last.map({ $0 > 9 }) ?? true {
        shape.append(1)
      } else {
        shape[shape.count - 1] += 1
      }
      position += 1
    }
    guard shape.count >= 3 else { return false }
    if shape[1] == 0x3A { return shape[0] <= 2 && shape[2] == 2 }
    guard shape.count >= 5, shape[1] == shape[3] else { return false }
    return shape[0] <= 2 && shape[2] <= 2 && (shape[4] == 4 || shape[1] == 0x2F && shape[4] == 2)
      || shape[0] == 4 && shape[2] <= 2 && shape[4] <= 2
  }

  /// What the row is; nil where it is nothing that is looked for.
  func finding() -> PersonalDataFinding? {
    guard !isMalformed, !groups.isEmpty, isFreeBefore, groups.reduce(0, { $0 + $1.count }) >= 6 else { return nil }
    for count in stride(from: groups.count, to: 0, by: -1) {
      // A shorter row must end where a space follows.
      if count < groups.count, !bytes[groups[count].gap].contains(0x20) { continue }
      if let finding = finding(Array(groups.prefix(count))) { return finding }
    }
    return nil
  }

  private func finding(_ groups: [Group]) -> PersonalDataFinding? {
    guard let last = groups.last else { return nil }
    let stop = groups.count == self.groups.count ? end : last.range.upperBound
    let digits = groups.flatMap { bytes[$0.range] }
    if isCard(groups, digits, stop) {
      return PersonalDataFinding(
        kind: .cardNumber, range: start..<stop, canonical: String(decoding: digits, as: UTF8.self))
    }
    if isSocialSecurity(groups, digits, stop) {
      return PersonalDataFinding(
        kind: .nationalNumber, range: start..<stop, canonical: String(decoding: digits, as: UTF8.self))
    }
    let dialled = extensionEnd(stop)
    guard isFreeBehind(dialled, groups, hasExtension: dialled > stop), isPhone(groups, digits) else { return nil }
    let written = String(decoding: bytes[start..<dialled], as: UTF8.self)
    let canonical = readPhoneNumber(written, region: nil)?.e164 ?? String(decoding: digits, as: UTF8.self)
    return PersonalDataFinding(kind: .phone, range: start..<dialled, canonical: canonical)
  }

  private func isCard(_ groups: [Group], _ digits: [UInt8], _ stop: Int) -> Bool {
    guard digits.count >= 13, !hasPlus, !hasBrackets, isFreeBehind(stop, groups, hasExtension: false) else {
      return false
    }
    let counts = groups.map(\.count)
    let isGrouped =
      counts.count == 1 || counts.dropLast().allSatisfy { $0 == 4 } || counts == [4, 6, 5] || counts == [4, 6, 4]
    return isGrouped && isCardNumber(digits)
  }

  private func isSocialSecurity(_ groups: [Group], _ digits: [UInt8], _ stop: Int) -> Bool {
    groups.map(\.count) == [3, 2, 4] && groups.dropFirst().allSatisfy { bytes[$0.gap].elementsEqual([0x2D]) }
      && !hasPlus && isFreeBehind(stop, groups, hasExtension: false)
      && readNationalNumber(String(decoding: digits, as: UTF8.self), country: "US") != nil
  }
}
