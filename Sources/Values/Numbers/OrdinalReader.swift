/// Reads ordinals in English: `21st`, `twentieth`, `one hundred twenty-fifth`.
struct OrdinalReader {
  let text: WrittenText
  let style: NumeralStyle

  /// The ordinal that starts at an offset; nil where there is none.
  func read(at start: Int) -> (value: ExactDecimal, end: Int)? {
    if text.isDigit(start) { return digits(at: start) }
    var best: (value: ExactDecimal, end: Int)?
    if let word = OrdinalReader.words.match(in: text, at: start), !isTime(start, word.end) {
      best = (ExactDecimal(word.value), word.end)
    }
    guard let cardinal = WordNumeral(text: text, style: style).cardinal(at: start),
      [32, 45].contains(text.byte(cardinal.end))
    else { return best }
    let joined = text.has("and ", at: cardinal.end + 1) ? cardinal.end + 5 : cardinal.end + 1
    if let word = OrdinalReader.words.match(in: text, at: joined), let value = combined(cardinal.value, word.value) {
      best = (value, word.end)
    }
    return best
  }

  /// `second` behind an article or a number is a time.
  private func isTime(_ start: Int, _ end: Int) -> Bool {
    text.has("second", at: start)
      && ["a ", "one ", "per ", "every ", "split "].contains { text.has($0, at: start - $0.utf8.count) }
  }

  private func digits(at start: Int) -> (value: ExactDecimal, end: Int)? {
    guard let numeral = DigitNumeral(text: text, style: style).read(at: start), let whole = numeral.value.integer
    else { return nil }
    let end = numeral.range.upperBound
    let ending = (11...13).contains(whole % 100) ? "th" : ["th", "st", "nd", "rd"][whole % 10 < 4 ? whole % 10 : 0]
    return text.has(ending, at: end) && !text.isLetter(end + 2) ? (numeral.value, end + 2) : nil
  }

  private func combined(_ cardinal: ExactDecimal, _ ordinal: Int) -> ExactDecimal? {
    guard ordinal < 100 else { return cardinal.multiplied(by: ExactDecimal(ordinal)) }
    guard let whole = cardinal.integer else { return nil }
    let room = whole % 1000 == 0 ? 1000 : whole % 100 == 0 ? 100 : whole % 10 == 0 && whole % 100 >= 20 ? 10 : 0
    return ordinal < room ? ExactDecimal(whole + ordinal) : nil
  }

  private static let words = PhraseTable([
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8),
    ("ninth", 9), ("nineth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18), ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30), ("fortieth", 40), ("fiftieth", 50), ("sixtieth", 60), ("seventieth", 70), ("eightieth", 80),
    ("ninetieth", 90), ("hundredth", 100), ("thousandth", 1000), ("millionth", 1_000_000), ("billionth", 1_000_000_000),
    ("trillionth", 1_000_000_000_000),
  ])
}
