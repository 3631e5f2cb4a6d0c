/// A number that a state gave to a person, as it stands in running text.
///
/// Where its check digits hold it is found by a form that nothing else is written in, such as `123.456.789-09`, or by a word
/// before it, such as `PESEL`. Plain rows of digits without such a word may be anything.
enum NationalNumberShape {
  /// What letters and digits a form has: `A`, `9`, and signs as they are written; and whose form it is.
  private static let forms: [String: String] = [
    "999.999.999-99": "BR", "99.999.999-9": "CL", "9.999.999-9": "CL", "99.999.999-A": "CL", "9.999.999-A": "CL",
    "999.9999.9999.99": "CH", "99.99.99-999.99": "BE", "99999999-9999": "SE", "999999/9999": "CZ",
    "999999-999A": "FI", "999999+9999": "FI", "999999+999A": "FI", "999999A9999": "FI",
    "999999A999A": "FI", "AAAAAA99A99A999A": "IT", "AAAA999999AAAAAA99": "MX", "AAAA999999AAAAAAA9": "MX",
    "99999999999999999A": "CN", "9 99 99 99 999 999 99": "FR", "AA 99 99 99 A": "GB",
  ]
  private static let mostBytes = 24
  private static let leastDigits = 6
  /// How many letters may stand before the first digit.
  private static let mostLetters = 6

  /// The number that a digit is the first digit of, and its canonical form; nil where there is none.
  ///
  /// - Parameters:
  ///   - floor: nothing before it belongs to the number.
  ///   - limit: it ends before that.
  static func number(_ bytes: [UInt8], digit index: Int, from floor: Int, to limit: Int) -> (Range<Int>, String)? {
    let start = start(bytes, index, floor)
    guard isFree(bytes, before: start) else { return nil }
    let ends = ends(bytes, from: start, limit)
    guard let longest = ends.last, bytes[start..<longest].count(where: isASCIIDigit) >= leastDigits else { return nil }
    var announced: [String]?
    for end in ends.reversed() where isFree(bytes, behind: end) {
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      for country in countries(of: bytes[start..<end]) {
        if let number = readNationalNumber(text, country: country) { return (start..<end, number) }
      }
      guard bytes[start..<end].count(where: isASCIIDigit) >= leastDigits else { continue }
      let countries = announced ?? NationalNumberCue.countries(before: start, in: bytes)
      announced = countries
      for country in countries {
        if let number = readNationalNumber(text, country: country) { return (start..<end, number) }
      }
    }
    return nil
  }

  /// Where the letters before a digit begin; two capital letters may have a space behind them.
  private static func start(_ bytes: [UInt8], _ index: Int, _ floor: Int) -> Int {
    var start = index
    while start > floor, index - start < mostLetters, isASCIILetter(bytes[start - 1]) { start -= 1 }
    if start == index, index >= floor + 3, bytes[index - 1] == 0x20, isCapital(bytes[index - 2]),
      isCapital(bytes[index - 3]), index == floor + 3 || bytes[index - 4] == 0x20
    {
      return hasPairs(bytes, index) ? index - 3 : index
    }
    return start
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 65 < 26 }

  /// Whether two digits and a space begin there, as in `QQ 12 34 56 C`.
  private static func hasPairs(_ bytes: [UInt8], _ index: Int) -> Bool {
    index + 2 < bytes.count && isASCIIDigit(bytes[index + 1]) && bytes[index + 2] == 0x20
  }

  /// Where the groups of letters and digits end that begin there, with one sign between two of them.
  private static func ends(_ bytes: [UInt8], from start: Int, _ limit: Int) -> [Int] {
    var ends: [Int] = []
    var place = start
    while place < limit, place - start <= mostBytes {
      let first = place
      while place < limit, isASCIILetter(bytes[place]) || isASCIIDigit(bytes[place]) { place += 1 }
      guard place > first, place - start <= mostBytes else { break }
      ends.append(place)
      guard place < limit, " -./+".utf8.contains(bytes[place]) else { break }
      place += 1
    }
    return ends
  }

  /// The countries in whose form a number is written.
  private static func countries(of bytes: ArraySlice<UInt8>) -> [String] {
    let form = form(bytes)
    // Between the date and the rest Sweden and Finland have the same sign.
    if form == "999999-9999" { return ["SE", "FI"] }
    return forms[form].map { [$0] } ?? []
  }

  private static func form(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { isASCIIDigit($0) ? 0x39 : isASCIILetter($0) ? 0x41 : $0 }, as: UTF8.self)
  }

  private static func isFree(_ bytes: [UInt8], before start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = bytes[start - 1]
    if isASCIILetter(before) || isASCIIDigit(before) || "_@/\\+=&%#$-".utf8.contains(before) { return false }
    return !(".,".utf8.contains(before) && start > 1 && isASCIIDigit(bytes[start - 2]))
  }

  private static func isFree(_ bytes: [UInt8], behind end: Int) -> Bool {
    guard end < bytes.count else { return true }
    let next = bytes[end]
    if isASCIILetter(next) || isASCIIDigit(next) || "_@=%".utf8.contains(next) { return false }
    guard "-./:,".utf8.contains(next), end + 1 < bytes.count else { return true }
    return !isASCIIDigit(bytes[end + 1]) && !(next != 0x2C && isASCIILetter(bytes[end + 1]))
  }
}
