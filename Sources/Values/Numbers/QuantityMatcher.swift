/// A quantity found among folded bytes.
struct QuantityMatch {
  var kind: QuantityKind
  var range: Range<Int>
  var value: ExactDecimal?
  var unit: String?
  var rule: String
  var isAmbiguous = false
}

/// Reads the quantity that starts at a place of a text.
struct QuantityMatcher {
  let text: WrittenText
  let locale: String?
  let kinds: Set<QuantityKind>
  /// Whether the text is a field that holds a quantity, not running text.
  var isField = false
  /// Whether plain spaces may stand between groups of digits.
  private var takesSpaces = false
  private let localeStyle: NumeralStyle

  init(text: WrittenText, locale: String?, kinds: Set<QuantityKind>) {
    self.text = text
    self.locale = locale
    self.kinds = kinds
    localeStyle = NumeralStyle(locale: locale)
  }

  /// How numbers are read; in running text a plain space between digits groups them only where the locale isn't English.
  var style: NumeralStyle {
    var style = localeStyle
    style.groupsBySpace = isField || takesSpaces || style.convention == .comma
    return style
  }

  /// Whether a number may start at an offset: digits, fractions and the words of numbers.
  func startsNumber(at offset: Int) -> Bool {
    if text.isDigit(offset) { return !text.isDigit(offset - 1) }
    return text.isLetter(offset) ? !text.isLetter(offset - 1) : text.byte(offset) >= 0xC2
  }

  /// The quantity whose number starts at an offset, and where to look on.
  func match(at offset: Int) -> (QuantityMatch?, next: Int) {
    let (start, isNegative) = numberStart(offset)
    guard let start else { return (nil, tokenEnd(offset)) }
    guard let numeral = NumeralReader(text: text, style: style).read(at: start) else {
      return ordinal(at: start).map { ($0, $0.range.upperBound) } ?? (nil, refusedEnd(start))
    }
    if isDateOrTime(numeral) { return (nil, tokenEnd(offset)) }
    let match = spaced(numeral, isNegative: isNegative) ?? best(numeral, isNegative: isNegative)
    return (match, match?.range.upperBound ?? numeral.range.upperBound)
  }

  /// A number whose groups stand between plain spaces, which counts in running text only with a unit: `1 500 g`.
  private func spaced(_ numeral: Numeral, isNegative: Bool) -> QuantityMatch? {
    let end = numeral.range.upperBound
    guard !style.groupsBySpace, numeral.rule == "digits", text.byte(end) == 32, text.isDigit(end + 1) else {
      return nil
    }
    var spacing = self
    spacing.takesSpaces = true
    guard
      let grouped = DigitNumeral(text: text, style: spacing.style).read(at: numeral.range.lowerBound),
      grouped.hasSpaces,
      let match = spacing.best(grouped, isNegative: isNegative), match.kind != .number, match.kind != .ordinal,
      match.range.upperBound > grouped.range.upperBound
    else { return nil }
    var flagged = match
    flagged.isAmbiguous = true
    return flagged
  }

  /// What stands around a part of the text in its sentence, up to 64 bytes in front and 24 behind.
  func clause(around range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < 64, !isEnd(start - 1) { start -= 1 }
    var end = range.upperBound
    while end < text.count, end - range.upperBound < 24, !isEnd(end) { end += 1 }
    return start..<end
  }

  private func isEnd(_ offset: Int) -> Bool {
    [33, 46, 59, 63].contains(text.byte(offset)) && text.byte(offset + 1) == 32
  }

  private func best(_ numeral: Numeral, isNegative: Bool) -> QuantityMatch? {
    var first = numeral.range.lowerBound
    var signed = numeral
    if isNegative {
      first -= 1
      signed.value = numeral.value.negated
      signed.range = first..<numeral.range.upperBound
    }
    guard isMeasurable(numeral) else { return ordinal(at: numeral.range.lowerBound) ?? plain(signed) }
    if kinds.contains(.currency), let money = currency(numeral, isNegative: isNegative) { return money }
    if let percent = percentage(signed) { return kinds.contains(.percentage) ? percent : plain(signed) }
    if let measured = MeasureMatcher(matcher: self).match(signed) {
      if kinds.contains(measured.kind) { return measured }
      let isGlued = text.isLetter(numeral.range.upperBound)
      return ordinal(at: numeral.range.lowerBound) ?? (isGlued ? nil : plain(signed))
    }
    return ordinal(at: numeral.range.lowerBound) ?? plain(signed)
  }

  private func isMeasurable(_ numeral: Numeral) -> Bool {
    isField || UnitFollowers.mayFollow(in: text, at: numeral.range.upperBound)
      || numeral.rule != "words" && UnitFollowers.mayPrecede(in: text, numeral.range.lowerBound)
      || numeral.rule == "words" && text.has("of ", at: numeral.range.lowerBound - 3)
  }

  // MARK: - Where numbers start

  /// Where the number starts that the byte at an offset belongs to, and whether a minus stands in front; nil where it is
  /// a part of a name, a version or a date.
  private func numberStart(_ offset: Int) -> (Int?, isNegative: Bool) {
    var start = offset
    if !text.isDigit(offset) {
      if text.has("a ", at: offset - 2), !text.isLetter(offset - 3) { start -= 2 }
      if text.has("an ", at: offset - 3), !text.isLetter(offset - 4) { start -= 3 }
      for minus in ["minus ", "negative "] where text.has(minus, at: start - minus.utf8.count) {
        start -= minus.utf8.count
      }
      return (text.byte(start - 1) == 45 && text.isLetter(start - 2) ? nil : start, false)
    }
    if text.byte(offset - 1) == 46, !text.isDigit(offset - 2), !text.isLetter(offset - 2) { start -= 1 }
    let before = text.byte(start - 1)
    if text.isLetter(start - 1) || before == 95 { return (isMoney(endingAt: start) ? start : nil, false) }
    if before == 45 { return start - 2 >= 0 ? afterHyphen(start) : (start, true) }
    if [47, 58, 46, 44, 64].contains(before), text.isDigit(start - 2) || before == 47 && text.isLetter(start - 2) {
      return (nil, false)
    }
    if text.has(" . ", at: start - 3), text.isDigit(start - 4) { return (nil, false) }
    return (start, false)
  }

  private func isMoney(endingAt end: Int) -> Bool {
    guard let mention = CurrencyMention.find(in: text, endingAt: end, isField: isField) else { return false }
    return mention.style != .word && mention.style != .coin
  }

  private func afterHyphen(_ start: Int) -> (Int?, isNegative: Bool) {
    let before = start - 2
    if text.byte(before) == 32 || text.byte(before) == 40 {
      let last = text.droppingSpaces(before: before) - 1
      return (start, !text.isDigit(last))
    }
    guard text.isDigit(before) else { return (text.isLetter(before) ? nil : start, false) }
    var offset = before
    var hyphens = 0
    while offset >= 0, text.isDigit(offset) || [44, 46, 45].contains(text.byte(offset)) {
      hyphens += text.byte(offset) == 45 ? 1 : 0
      offset -= 1
    }
    return (text.isLetter(offset) || hyphens > 0 ? nil : start, false)
  }

  /// Whether a number goes on as a date, a time, a version, a telephone number or a power.
  private func isDateOrTime(_ numeral: Numeral) -> Bool {
    let end = numeral.range.upperBound
    guard text.isDigit(end - 1) else { return false }
    let byte = text.byte(end)
    if byte == 94 { return true }
    if byte == 58 || byte == 47 || byte == 46 { return text.isDigit(end + 1) }
    guard byte == 45, text.isDigit(end + 1) else { return false }
    var offset = end + 1
    while text.isDigit(offset) { offset += 1 }
    return text.byte(offset) == 45 && text.isDigit(offset + 1) || text.byte(offset) == 47
  }

  /// The end of the run of letters, digits and the signs that join them.
  func tokenEnd(_ start: Int) -> Int {
    var offset = start
    while text.isLetter(offset) || text.isDigit(offset)
      || [44, 45, 46, 47, 58, 94, 95].contains(text.byte(offset))
        && (text.isLetter(offset + 1) || text.isDigit(offset + 1))
    {
      offset += 1
    }
    return max(offset, start + 1)
  }

  private func refusedEnd(_ start: Int) -> Int {
    text.isDigit(start)
      ? DigitNumeral(text: text, style: style).runEnd(at: start) : max(text.wordEnd(from: start), start + 1)
  }

  // MARK: - Percentages, ordinals, numbers

  private func percentage(_ numeral: Numeral) -> QuantityMatch? {
    guard let end = percentEnd(text, at: numeral.range.upperBound) else { return lonePercent(numeral) }
    return QuantityMatch(
      kind: .percentage, range: numeral.range.lowerBound..<end, value: numeral.value, unit: "%", rule: numeral.rule,
      isAmbiguous: numeral.isAmbiguous)
  }

  /// `percent of 10` at the start of a text, as labels write it.
  private func lonePercent(_ numeral: Numeral) -> QuantityMatch? {
    for label in ["percent of ", "per cent of "] where text.has(label, at: numeral.range.lowerBound - label.utf8.count)
    {
      let start = numeral.range.lowerBound - label.utf8.count
      if text.droppingSpaces(before: start) > 0 { return nil }
      return QuantityMatch(
        kind: .percentage, range: start..<numeral.range.upperBound, value: numeral.value, unit: "%", rule: "label",
        isAmbiguous: true)
    }
    return nil
  }

  private func ordinal(at start: Int) -> QuantityMatch? {
    guard kinds.contains(.ordinal), let found = OrdinalReader(text: text, style: style).read(at: start) else {
      return nil
    }
    return QuantityMatch(kind: .ordinal, range: start..<found.end, value: found.value, rule: "ordinal")
  }

  private func plain(_ numeral: Numeral) -> QuantityMatch? {
    guard kinds.contains(.number) else { return nil }
    var match = QuantityMatch(
      kind: .number, range: numeral.range, value: numeral.value, rule: numeral.rule, isAmbiguous: numeral.isAmbiguous)
    if numeral.rule == "words", text.written(numeral.range).lowercased() == "one" { return nil }
    let end = numeral.range.upperBound
    if let magnitude = Magnitude.read(in: text, at: end, letters: isMagnitudeLetter(end)),
      let grown = numeral.value.scaled(byPowerOfTen: magnitude.value)
    {
      match.value = grown
      match.range = match.range.lowerBound..<magnitude.end
    } else if text.isLetter(end) && text.isDigit(end - 1) {
      return nil
    }
    return isAfterName(numeral.range.lowerBound) ? nil : match
  }

  private func isMagnitudeLetter(_ end: Int) -> Bool {
    text.byte(end) == 107 || text.isUpperCase(end..<min(text.count, end + 1))
  }

  /// Whether a word in capitals stands in front that starts no sentence: `Windows 11`.
  private func isAfterName(_ start: Int) -> Bool {
    guard text.byte(start - 1) == 32, text.isLetter(start - 2) else { return false }
    var first = start - 2
    while text.isLetter(first - 1) { first -= 1 }
    guard !text.isLowerCase(first..<start - 1) else { return false }
    let before = text.droppingSpaces(before: first)
    return before > 0 && ![46, 33, 63, 58].contains(text.byte(before - 1))
  }
}
