/// The kinds of personal data that running text is searched for.
package enum PersonalDataKind: String, Hashable, Sendable, CaseIterable {
  case email, phone, url
  case ipAddress = "ip"
  case guid
  case cardNumber = "card"
  case iban
  case nationalNumber = "national"
}

/// A piece of personal data in running text.
package struct PersonalDataFinding: Hashable, Sendable {
  package var kind: PersonalDataKind
  /// Where it stands, in bytes.
  package var range: Range<Int>
  /// Its canonical form; as written where it has none.
  package var canonical: String

  init(kind: PersonalDataKind, range: Range<Int>, canonical: String) {
    self.kind = kind
    self.range = range
    self.canonical = canonical
  }
}

/// Finds e-mail addresses, telephone and card numbers, web and IP addresses, GUIDs, IBANs and the numbers by which
/// states know people in running text.
///
/// A first pass stops at `@`, `:`, points within words and digits, a second one at the digits that are left; all other bytes
/// cost one look into a table. What is doubtful is left out: a row of digits without a country's code is a telephone number
/// only where its shape or a word before it says so.
///
/// - Parameter utf8: text in UTF-8.
/// - Returns: in the order of the text, none overlapping another.
package func findPersonalData(in utf8: [UInt8]) -> [PersonalDataFinding] {
  var scan = PersonalDataScan(utf8)
  scan.findMarked()
  scan.findNumbers()
  return scan.findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

/// What a byte may begin or be the middle of.
private enum Trigger {
  static let none: UInt8 = 0
  static let digit: UInt8 = 1
  static let mark: UInt8 = 2

  static let table: [UInt8] = {
    var table = [UInt8](repeating: none, count: 256)
    for byte in 48...57 { table[byte] = digit }
    for byte in "@:.".utf8 { table[Int(byte)] = mark }
    return table
  }()
}

/// The state of one search.
struct PersonalDataScan {
  let bytes: [UInt8]
  private(set) var findings: [PersonalDataFinding] = []
  /// Where the last finding of the pass ends: nothing before it is looked at again.
  private var end = 0
  private var hasDigits = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The first pass: all that has a mark of its own.
  mutating func findMarked() {
    let table = Trigger.table
    var index = 0
    while index < bytes.count {
      let trigger = table[Int(bytes[index])]
      if trigger == Trigger.none {
        index += 1
        continue
      }
      let next = trigger == Trigger.digit ? takeDigit(index) : takeMark(index)
      index = max(index + 1, next)
    }
  }

  /// The second pass: telephone, card and other numbers outside what was found.
  mutating func findNumbers() {
    guard hasDigits else { return }
    let claimed = findings.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    var next = claimed.startIndex
    var index = 0
    // Where the last number ended.
    var floor = 0
    while index < bytes.count {
      while next < claimed.endIndex, claimed[next].upperBound <= index { next += 1 }
      if next < claimed.endIndex, claimed[next].contains(index) {
        index = claimed[next].upperBound
        floor = index
      } else if isASCIIDigit(bytes[index]) {
        let limit = next < claimed.endIndex ? claimed[next].lowerBound : bytes.count
        if let (range, number) = NationalNumberShape.number(bytes, digit: index, from: floor, to: limit) {
          findings.append(PersonalDataFinding(kind: .nationalNumber, range: range, canonical: number))
          index = range.upperBound
          floor = index
          continue
        }
        let candidate = NumberCandidate(bytes, at: index, limit: limit)
        if let finding = candidate.finding() { findings.append(finding) }
        index = max(index + 1, candidate.end)
        floor = index
      } else {
        index += 1
      }
    }
  }

  private mutating func claim(_ kind: PersonalDataKind, _ range: Range<Int>, _ canonical: String?) -> Int {
    let written = String(decoding: bytes[range], as: UTF8.self)
    // What was taken for less before is part of this.
    while let last = findings.last, last.range.overlaps(range) { findings.removeLast() }
    findings.append(PersonalDataFinding(kind: kind, range: range, canonical: canonical ?? written))
    end = max(end, range.upperBound)
    return range.upperBound
  }

  private mutating func takeDigit(_ index: Int) -> Int {
    guard index >= end else { return end }
    hasDigits = true
    if let range = GUIDShape.range(bytes, around: index) {
      let digits = bytes[range].filter(isHexadecimal)
      return claim(.guid, GUIDShape.withWrapping(bytes, range), canonicalGUID(Array(digits)))
    }
    if let (range, canonical) = ibanRange(bytes, digit: index) { return claim(.iban, range, canonical) }
    // The rest of the digits and letters can't be anything else either.
    var next = index
    while next < bytes.count, isASCIIDigit(bytes[next]) { next += 1 }
    return next
  }

  private mutating func takeMark(_ index: Int) -> Int {
    guard index >= end else { return end }
    switch bytes[index] {
    case 0x40: return takeEmail(index)
    case 0x3A: return takeColon(index)
    default: return takePoint(index)
    }
  }

  private mutating func takeEmail(_ at: Int) -> Int {
    let all = bytes[...]
    guard let start = EmailShape.localStart(all, at), let stop = EmailShape.domainEnd(all, at) else { return at + 1 }
    // A name with a point in it may have looked like a domain.
    guard start >= end || findings.last.map({ start <= $0.range.lowerBound && isBareDomain($0) }) ?? true else {
      return at + 1
    }
    return claim(.email, start..<stop, String(decoding: bytes[start..<stop], as: UTF8.self).lowercased())
  }

  private func isBareDomain(_ finding: PersonalDataFinding) -> Bool {
    finding.kind == .url && !bytes[finding.range].contains(0x2F)
  }

  private mutating func takeColon(_ index: Int) -> Int {
    if index + 2 < bytes.count, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F {
      guard let range = WebShape.address(bytes, schemeEnd: index), range.lowerBound >= end else { return index + 3 }
      return claim(.url, range, nil)
    }
    guard let range = IPShape.version6(bytes, around: index), range.lowerBound >= end,
      let canonical = canonicalIPv6(bytes[range])
    else { return index + 1 }
    return claim(.ipAddress, range, canonical)
  }

  private mutating func takePoint(_ index: Int) -> Int {
    guard index > 0, index + 1 < bytes.count,
      isASCIILetter(bytes[index - 1]) || isASCIIDigit(bytes[index - 1]) || bytes[index - 1] == 0x2D,
      isASCIILetter(bytes[index + 1]) || isASCIIDigit(bytes[index + 1])
    else { return index + 1 }
    if isASCIIDigit(bytes[index - 1]), isASCIIDigit(bytes[index + 1]),
      let range = IPShape.version4(bytes, around: index),
      range.lowerBound >= end, let canonical = canonicalIPv4(bytes[range])
    {
      return claim(.ipAddress, range, canonical)
    }
    guard let range = WebShape.bareDomain(bytes, around: index), range.lowerBound >= end else { return index + 1 }
    return claim(.url, range, nil)
  }
}
