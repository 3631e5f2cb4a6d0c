/// Finds the first date that is written in a text: `2024-05-17`, `17.05.2024`, `5/17/2024`, `17 May 2024`,
/// `May 17th, 2024` and the like, month names in a dozen languages. It is given as written, not read.
func writtenDate(in text: String) -> String? {
  guard text.utf8.contains(where: { $0 &- 48 < 10 }) else { return nil }
  let tokens = dateTokens(Array(text.utf8))
  for place in tokens.indices {
    if let end = endOfDate(tokens, from: place) {
      return String(decoding: Array(text.utf8)[tokens[place].range.lowerBound..<end], as: UTF8.self)
    }
  }
  return nil
}

/// The day that the first date in a text names, as `2024-05-17`; nil where its order is open, as in `5/6/2024`.
func clearDay(in text: String) -> String? {
  guard text.utf8.contains(where: { $0 &- 48 < 10 }) else { return nil }
  let tokens = dateTokens(Array(text.utf8))
  guard let place = tokens.indices.first(where: { endOfDate(tokens, from: $0) != nil }) else { return nil }
  let rest = tokens[place...].filter { $0.number != nil || $0.isMonth }.prefix(3)
  let numbers = rest.compactMap(\.number)
  if let month = rest.lazy.compactMap({ monthNumber($0.word) }).first, numbers.count == 2 {
    return isoDay(numbers[1], month, numbers[0])
  }
  guard numbers.count == 3 else { return nil }
  if tokens[place].isYear { return isoDay(numbers[0], numbers[1], numbers[2]) }
  let (first, second, year) = (numbers[0], numbers[1], numbers[2])
  if first == second || second > 12 { return isoDay(year, first, second) }
  return first > 12 || tokens[place + 1].gap.hasPrefix(".") ? isoDay(year, second, first) : nil
}

/// The two days that a date in figures can mean where its order is open, as in `5/6/2024`; none otherwise.
func openDays(in text: String) -> [String] {
  let tokens = dateTokens(Array(text.utf8))
  guard tokens.count > 2, isNumeric(tokens[0], tokens[1], tokens[2]), clearDay(in: text) == nil,
    let first = tokens[0].number, let second = tokens[1].number, let year = tokens[2].number
  else { return [] }
  return [isoDay(year, second, first), isoDay(year, first, second)].compactMap(\.self)
}

/// nil where there is no such month or day, or the year has not four digits.
private func isoDay(_ year: Int, _ month: Int, _ day: Int) -> String? {
  guard year > 999, (1...12).contains(month), (1...31).contains(day) else { return nil }
  return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
}

/// A number or word of a text, what stands between it and the one before, and where it stands.
private struct DateToken {
  var number: Int?
  var word = ""
  var gap = ""
  var range: Range<Int>

  var isYear: Bool { number.map { (1990...2100).contains($0) } == true && range.count == 4 }
  var isDay: Bool { number.map { (1...31).contains($0) } == true && range.count < 3 }
  var isMonth: Bool { monthNumber(word) != nil }
}

private func dateTokens(_ bytes: [UInt8]) -> [DateToken] {
  var tokens: [DateToken] = []
  var i = 0
  var end = 0
  while i < bytes.count {
    let isDigit = bytes[i] &- 48 < 10
    // Beyond ASCII, only the letters of two-byte scripts are words; others, such as 年, stand between.
    let isLetter = { (byte: UInt8) in (byte | 0x20) &- 97 < 26 || (0xC3...0xDF).contains(byte) }
    guard isDigit || isLetter(bytes[i]) else {
      i += 1
      continue
    }
    let start = i
    while i < bytes.count, isDigit ? bytes[i] &- 48 < 10 : isLetter(bytes[i]) || (i > start && bytes[i] & 0xC0 == 0x80)
    {
      i += 1
    }
    var token = DateToken(gap: String(decoding: bytes[end..<start], as: UTF8.self), range: start..<i)
    let text = String(decoding: bytes[start..<i], as: UTF8.self)
    if isDigit { token.number = i - start < 9 ? Int(text) : nil } else { token.word = text.lowercased() }
    end = i
    tokens.append(token)
  }
  return tokens
}

/// Where the date that begins with that token ends, in bytes; nil where none does.
private func endOfDate(_ tokens: [DateToken], from place: Int) -> Int? {
  let first = tokens[place]
  guard first.isYear || first.isDay || first.isMonth else { return nil }
  if place + 2 < tokens.count, first.number != nil, tokens[place + 1].isDay,
    isNumeric(first, tokens[place + 1], tokens[place + 2])
  {
    return tokens[place + 2].range.upperBound
  }
  // The rest is a day and a month's name in either order, then a year; `th`, `de` and `of` may stand between.
  var rest = tokens[(place + 1)...].prefix(6).filter {
    !["st", "nd", "rd", "th", "er", "de", "of", "at"].contains($0.word)
  }
  guard rest.count > 1, (first.isDay && rest[0].isMonth) || (first.isMonth && rest[0].isDay) else { return nil }
  rest = Array(rest.prefix(2))
  let areNear = rest.allSatisfy { $0.gap.utf8.count < 4 }
  return rest[1].isYear && areNear ? rest[1].range.upperBound : nil
}

private func isNumeric(_ first: DateToken, _ second: DateToken, _ third: DateToken) -> Bool {
  if ["年", "年 "].contains(second.gap) { return first.isYear && third.isDay && third.gap.hasPrefix("月") }
  guard ["-", "/", ".", ". "].contains(second.gap), third.gap == second.gap else { return false }
  if first.isYear { return third.isDay }
  let isShortYear = second.gap.hasPrefix(".") && third.range.count == 2 && (third.number ?? 99) < 40
  return first.isDay && (third.isYear || isShortYear)
}

/// The month a name in lower case stands for, told by its first letters; nil where it is none.
func monthNumber(_ word: String) -> Int? {
  if word.hasPrefix("juil") { return 7 }
  return word.count < 3 ? nil : months[String(word.prefix(3))]
}

/// The first three letters of the months' names in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish,
/// Czech and Turkish (CLDR), those that can't be told apart left out.
private let months: [String: Int] = {
  let names = [
    "jan ene gen sty led oca jän", "feb fév fev lut úno şub", "mar mär mrz maa bře", "apr avr abr kwi dub nis",
    "may mai mei mag maj kvě", "jun jui giu cze haz", "jul lug lip tem", "aug aoû ago sie srp ağu",
    "sep set wrz zář eyl", "oct okt ott out paź říj eki", "nov kas", "dec dez déc dic gru pro",
  ]
  var table: [String: Int] = [:]
  for (place, list) in names.enumerated() { for name in list.split(separator: " ") { table[String(name)] = place + 1 } }
  return table
}()
