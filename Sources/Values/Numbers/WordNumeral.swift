/// Reads numbers in English words: `two hundred and six`, `one and a half`, `three fifths`, `4 thousand 3 hundred`.
struct WordNumeral {
  let text: WrittenText
  let style: NumeralStyle

  private enum Token {
    case small(ExactDecimal, isDigits: Bool)
    case hundred
    case magnitude(Int)
    case dozen
  }

  /// Words of cardinals: 0 to 90 stand for themselves, 100 for `hundred`, -p for ten to the power of p, 12000 for a dozen.
  private static let words = PhraseTable([
    ("zero", 0), ("naught", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
    ("seven", 7),
    ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14),
    ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20),
    ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80),
    ("ninety", 90), ("hundred", 100), ("thousand", -3), ("lakh", -5), ("lakhs", -5), ("million", -6), ("crore", -7),
    ("crores", -7), ("billion", -9), ("trillion", -12), ("dozen", 12000), ("dozens", 12000), ("dzs", 12000),
  ])

  /// Names of parts, with how many of them make a whole.
  private static let parts = PhraseTable([
    ("half", 2), ("halves", 2), ("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4), ("fourth", 4),
    ("fourths", 4), ("fifth", 5), ("fifths", 5), ("sixth", 6), ("sixths", 6), ("seventh", 7), ("sevenths", 7),
    ("eighth", 8), ("eighths", 8), ("ninth", 9), ("ninths", 9), ("tenth", 10), ("tenths", 10), ("twelfths", 12),
    ("sixteenths", 16), ("twentieth", 20), ("twentieths", 20), ("thirtieth", 30), ("hundredth", 100),
    ("hundredths", 100), ("thousandth", 1000), ("thousandths", 1000), ("millionth", 1_000_000),
    ("billionth", 1_000_000_000), ("trillionth", 1_000_000_000_000),
  ])

  /// The number that starts at an offset, the start of a word; nil where there is none.
  func read(at start: Int) -> Numeral? {
    for minus in ["minus ", "negative "] where text.has(minus, at: start) {
      guard let number = positive(at: start + minus.utf8.count) else { return nil }
      return Numeral(range: start..<number.end, value: number.value.negated, rule: "words")
    }
    return positive(at: start).map { Numeral(range: start..<$0.end, value: $0.value, rule: "words") }
  }

  /// A value and where its words end.
  typealias Part = (value: ExactDecimal, end: Int)

  private func positive(at start: Int) -> Part? {
    if let part = partOfMagnitude(at: start) ?? loneFraction(at: start) { return part }
    guard var cardinal = cardinal(at: start) else { return nil }
    if isOfParts(cardinal), cardinal.value >= ExactDecimal(100), let whole = self.cardinal(at: start, takesAnd: false) {
      // `two hundred and fifty-four hundredths`: the parts belong to what stands behind `and`.
      cardinal = whole
    }
    if let pointed = pointed(cardinal) { return pointed }
    if let mixed = mixed(cardinal) { return mixed }
    return numerator(cardinal, isOne: cardinal.value == .one) ?? cardinal
  }

  /// `half a million`, `a quarter million`, `half a dozen`.
  private func partOfMagnitude(at start: Int) -> Part? {
    let word = afterArticle(start) ?? start
    guard let part = WordNumeral.parts.match(in: text, at: word), [2, 4].contains(part.value) else { return nil }
    let next = text.skippingSpaces(from: part.end)
    let share = ExactDecimal(mantissa: part.value == 2 ? 5 : 25, exponent: part.value == 2 ? -1 : -2)
    guard next > part.end, let share, let (token, end) = token(at: afterArticle(next) ?? next) else { return nil }
    return times(share, token).map { ($0, end) }
  }

  /// `half`, `a third of`, `a fifth`; the latter only where no noun follows.
  private func loneFraction(at start: Int) -> Part? {
    let article = afterArticle(start)
    guard let part = WordNumeral.parts.match(in: text, at: article ?? start), article != nil || part.value == 2,
      part.value == 2 || isFollowedByNoNoun(part.end),
      let value = ExactDecimal.one.divided(by: ExactDecimal(part.value))
    else { return nil }
    return (value, part.end)
  }

  private func afterArticle(_ start: Int) -> Int? {
    text.has("a ", at: start) ? start + 2 : text.has("an ", at: start) ? start + 3 : nil
  }

  private func isFollowedByNoNoun(_ end: Int) -> Bool {
    let next = text.skippingSpaces(from: end)
    return text.has("of ", at: next) || !text.isLetter(next) && !text.isDigit(next)
  }

  private func times(_ value: ExactDecimal, _ token: Token) -> ExactDecimal? {
    switch token {
    case .magnitude(let power): value.scaled(byPowerOfTen: power)
    case .hundred: value.scaled(byPowerOfTen: 2)
    case .dozen: value.multiplied(by: ExactDecimal(12))
    case .small: nil
    }
  }

  private func token(at start: Int) -> (Token, end: Int)? {
    if text.isDigit(start) {
      guard let digits = DigitNumeral(text: text, style: style).read(at: start),
        !text.isLetter(digits.range.upperBound)
      else { return nil }
      return (.small(digits.value, isDigits: true), digits.range.upperBound)
    }
    guard let word = WordNumeral.words.match(in: text, at: start) else { return nil }
    switch word.value {
    case 100: return (.hundred, word.end)
    case 12000: return (.dozen, word.end)
    case ..<0: return (.magnitude(-word.value), word.end)
    default: return (.small(ExactDecimal(word.value), isDigits: false), word.end)
    }
  }

  /// The cardinal that starts at an offset, without fractions; nil where there is none.
  func cardinal(at start: Int, takesAnd: Bool = true) -> Part? {
    var sum = CardinalSum()
    var offset = start
    var fallback: Part?
    if let article = afterArticle(start) {
      guard let (token, _) = token(at: article), times(.one, token) != nil else { return nil }
      sum.group = .one
      offset = article
    }
    var end: Int?
    while let (token, next) = token(at: offset) {
      if case .small(_, isDigits: true) = token, end != nil, fallback == nil, !isGrown(at: next) { break }
      if case .hundred = token, let fallback { return fallback }
      guard take(token, &sum) else { break }
      end = next
      let (joined, isAnd) = joint(after: next, sum)
      if isAnd {
        if !takesAnd { break }
        // `3 hundred and 2 hundred` are two numbers.
        fallback = sum.endsInHundred ? sum.value.map { ($0, next) } : nil
      } else if case .small = token {
      } else {
        fallback = nil
      }
      guard let joined else { break }
      offset = joined
    }
    guard let end, let value = sum.value else { return nil }
    return (value, end)
  }

  private func isGrown(at end: Int) -> Bool {
    guard text.byte(end) == 32, let (token, _) = token(at: end + 1) else { return false }
    return times(.one, token) != nil
  }

  private func take(_ token: Token, _ sum: inout CardinalSum) -> Bool {
    switch token {
    case .small(let value, let isDigits): sum.add(value, isDigits: isDigits)
    case .hundred: sum.multiplyByHundred()
    case .magnitude(let power): sum.closeGroup(power)
    case .dozen: sum.multiplyByDozen()
    }
  }

  /// Where the next word of the number may start behind a space, a hyphen or `and`.
  private func joint(after end: Int, _ sum: CardinalSum) -> (Int?, isAnd: Bool) {
    let next = text.skippingSpaces(from: end)
    if text.byte(next) == 45, sum.endsInTens { return (text.skippingSpaces(from: next + 1), false) }
    guard next > end else { return (nil, false) }
    if text.has("and ", at: next) {
      return sum.takesAnd ? (text.skippingSpaces(from: next + 4), true) : (nil, false)
    }
    return (next, false)
  }

  /// `two hundred point seventy-one`.
  private func pointed(_ cardinal: Part) -> Part? {
    guard cardinal.value.isWhole, text.has(" point ", at: cardinal.end) else { return nil }
    var digits = ""
    var end = cardinal.end + 7
    while case (.small(let value, isDigits: false), let next)? = token(at: end) {
      if digits.hasSuffix("0"), digits.utf8.count > 1, value < ExactDecimal(10), value != .zero {
        digits.removeLast()
      }
      digits += value.description
      end = next
      if [32, 45].contains(text.byte(end)) { end += 1 }
    }
    if let last = digits.isEmpty ? nil : text.byte(end - 1), last == 32 || last == 45 { end -= 1 }
    guard !digits.isEmpty, let value = ExactDecimal(whole: cardinal.value.description.utf8, fraction: digits.utf8)
    else { return nil }
    return (value, end)
  }

  /// `one and a half`, `three and two fifths`, `five and a half million`.
  private func mixed(_ cardinal: Part) -> Part? {
    let next = text.skippingSpaces(from: cardinal.end)
    guard cardinal.value < ExactDecimal(1000), text.has("and ", at: next) else { return nil }
    let start = text.skippingSpaces(from: next + 4)
    var fraction: Part?
    if let article = afterArticle(start), let part = WordNumeral.parts.match(in: text, at: article) {
      fraction = ExactDecimal.one.divided(by: ExactDecimal(part.value)).map { ($0, part.end) }
    } else if let top = self.cardinal(at: start) {
      fraction = numerator(top, isOne: top.value == .one)
    }
    guard let fraction, let value = cardinal.value.adding(fraction.value) else { return nil }
    let after = text.skippingSpaces(from: fraction.end)
    if let (token, end) = token(at: after), let grown = times(value, token) { return (grown, end) }
    return (value, fraction.end)
  }

  private func isOfParts(_ top: Part) -> Bool {
    [32, 45].contains(text.byte(top.end)) && WordNumeral.parts.match(in: text, at: top.end + 1) != nil
  }

  /// `three fifths`, `one-third`.
  private func numerator(_ top: Part, isOne: Bool) -> Part? {
    guard top.value < ExactDecimal(100), [32, 45].contains(text.byte(top.end)),
      let part = WordNumeral.parts.match(in: text, at: top.end + 1),
      text.byte(part.end - 1) == 115 || isOne || part.value == 2,
      let value = top.value.divided(by: ExactDecimal(part.value))
    else { return nil }
    return (value, part.end)
  }
}
