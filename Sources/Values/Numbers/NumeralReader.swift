/// Reads one number of any kind of writing: digits, vulgar fractions, East Asian numerals, English words.
struct NumeralReader {
  let text: WrittenText
  let style: NumeralStyle

  /// The number that starts at an offset, without sign and magnitude; nil where there is none.
  func read(at start: Int) -> Numeral? {
    if let sign = vulgar(at: start) {
      return Numeral(range: start..<sign.end, value: sign.value, rule: "fraction")
    }
    if text.isDigit(start) || text.byte(start) == 46 || text.byte(start) == 44 {
      guard let digits = DigitNumeral(text: text, style: style).read(at: start) else { return nil }
      return spelledOut(digits) ?? slashed(digits) ?? mixed(digits) ?? digits
    }
    if text.byte(start) >= 0xE3 { return EastAsianNumeral(text: text, style: style).read(at: start) }
    return WordNumeral(text: text, style: style).read(at: start)
  }

  /// `4 thousand 3 hundred`, `1億2千万`: digits that words go on with, beyond a single magnitude.
  private func spelledOut(_ digits: Numeral) -> Numeral? {
    let single = Magnitude.read(in: text, at: digits.range.upperBound, letters: false)?.end
    if text.byte(digits.range.upperBound) >= 0xE3,
      let signs = EastAsianNumeral(text: text, style: style).read(at: digits.range.lowerBound)
    {
      return single == signs.range.upperBound ? nil : signs
    }
    let next = text.skippingSpaces(from: digits.range.upperBound)
    guard next > digits.range.upperBound, text.isLetter(next),
      let words = WordNumeral(text: text, style: style).read(at: digits.range.lowerBound),
      words.range.upperBound > digits.range.upperBound, words.range.upperBound != single
    else { return nil }
    var result = words
    result.isAmbiguous = digits.isAmbiguous
    return result
  }

  /// `3/4`, which is no date.
  private func slashed(_ top: Numeral) -> Numeral? {
    guard let fraction = fraction(top) else { return nil }
    return Numeral(range: top.range.lowerBound..<fraction.end, value: fraction.value, rule: "fraction")
  }

  /// `10 1/2`, `1½`.
  private func mixed(_ whole: Numeral) -> Numeral? {
    let next = text.skippingSpaces(from: whole.range.upperBound)
    guard whole.value.isWhole, whole.rule == "digits" else { return nil }
    var part = vulgar(at: next)
    if part == nil, next > whole.range.upperBound, text.isDigit(next),
      let top = DigitNumeral(text: text, style: style).read(at: next), let fraction = fraction(top),
      fraction.value < .one
    {
      part = fraction
    }
    guard let part, let value = whole.value.adding(part.value) else { return nil }
    return Numeral(range: whole.range.lowerBound..<part.end, value: value, rule: "fraction")
  }

  private func fraction(_ top: Numeral) -> (value: ExactDecimal, end: Int)? {
    var slash = top.range.upperBound
    if text.has(" / ", at: slash) { slash += 1 }
    let spaces = slash > top.range.upperBound ? 2 : 1
    guard text.byte(slash) == 47 || text.has("⁄", at: slash), top.value.isWhole,
      let start = Optional(slash + (text.byte(slash) == 47 ? spaces : 3)), text.isDigit(start),
      text.byte(start) != 48, let bottom = DigitNumeral(text: text, style: style).read(at: start),
      bottom.value.isWhole, bottom.value <= ExactDecimal(1000), text.byte(bottom.range.upperBound) != 47,
      let value = top.value.divided(by: bottom.value)
    else { return nil }
    return (value, bottom.range.upperBound)
  }

  private func vulgar(at start: Int) -> (value: ExactDecimal, end: Int)? {
    guard let sign = NumeralReader.vulgarFractions.match(in: text, at: start) else { return nil }
    return ExactDecimal(sign.value / 100).divided(by: ExactDecimal(sign.value % 100)).map { ($0, sign.end) }
  }

  /// One sign each: numerator times 100 plus denominator.
  private static let vulgarFractions = PhraseTable([
    ("½", 102), ("⅓", 103), ("⅔", 203), ("¼", 104), ("¾", 304), ("⅕", 105), ("⅖", 205), ("⅗", 305), ("⅘", 405),
    ("⅙", 106), ("⅚", 506), ("⅐", 107), ("⅛", 108), ("⅜", 308), ("⅝", 508), ("⅞", 708), ("⅑", 109), ("⅒", 110),
  ])
}
