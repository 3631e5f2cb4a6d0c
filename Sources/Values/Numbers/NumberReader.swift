/// A number as it was written, read.
package struct NumberReading: Hashable, Sendable {
  /// The exact value.
  package var value: ExactDecimal
  /// What kind of writing it is: `digits`, `fraction`, `words`, `east-asian`, with `magnitude` or `percent` behind it.
  package var rule: String
  /// Whether its only separator could be a decimal sign as well as a sign between groups and the locale doesn't tell.
  ///
  /// The value then follows English: `1,234` is 1234 and `1.234` is a little more than 1.
  package var isAmbiguous: Bool
}

/// Reads a whole text as one number; nil where it is none or more than one.
///
/// Takes signs between groups and decimal signs by the locale (a language tag such as `de-CH`) and by what the number
/// itself proves, digits of any script, vulgar fractions, English and East Asian numerals, an approximation sign in
/// front (`~500`), amounts below 0 in parentheses and magnitudes (`1.2K`, `2 Mio.`, `12 lakh`). A percentage is a
/// hundredth of its number.
package func readNumber(_ text: String, locale: String? = nil) -> NumberReading? {
  let written = WrittenText(text)
  guard let (reading, end, stop) = wholeNumber(written, locale) else { return nil }
  if end == stop { return reading }
  guard let value = reading.value.scaled(byPowerOfTen: -2), percentEnd(written, at: end) == stop else { return nil }
  return NumberReading(value: value, rule: "\(reading.rule) percent", isAmbiguous: reading.isAmbiguous)
}

/// Reads a whole text as a percentage; the value is in hundredths, 12.5 for `12,5 %`.
///
/// A number without a sign of percent counts as one already in hundredths, flagged as ambiguous.
package func readPercent(_ text: String, locale: String? = nil) -> NumberReading? {
  let written = WrittenText(text)
  if written.byte(0) == 37, let reading = readNumber(String(text.dropFirst()), locale: locale) { return reading }
  guard let (number, end, stop) = wholeNumber(written, locale) else { return nil }
  var reading = number
  if end == stop {
    reading.isAmbiguous = true
    return reading
  }
  guard percentEnd(written, at: end) == stop else { return nil }
  reading.rule += " percent"
  return reading
}

/// The number at the start of a text, where it ends and where the text does, without what surrounds both.
private func wholeNumber(_ text: WrittenText, _ locale: String?) -> (NumberReading, end: Int, stop: Int)? {
  var start = text.skippingSpaces(from: 0)
  var stop = text.droppingSpaces(before: text.count)
  if let next = approximation(text, start) { start = next }
  let isOwed = text.byte(start) == 40 && text.byte(stop - 1) == 41
  if isOwed { (start, stop) = (start + 1, stop - 1) }
  var isNegative = isOwed
  if [43, 45].contains(text.byte(start)), text.isDigit(start + 1) || [44, 46].contains(text.byte(start + 1)) {
    isNegative = isNegative != (text.byte(start) == 45)
    start += 1
  } else if text.byte(stop - 1) == 45, text.isDigit(stop - 2) {
    (isNegative, stop) = (true, stop - 1)
  }
  let style = NumeralStyle(locale: locale)
  guard let numeral = NumeralReader(text: text, style: style).read(at: start) else { return nil }
  guard var reading = reading(of: numeral, isNegative: isNegative) else { return nil }
  var end = numeral.range.upperBound
  if let magnitude = Magnitude.read(in: text, at: end, letters: true),
    let scaled = reading.value.scaled(byPowerOfTen: magnitude.value)
  {
    reading.value = scaled
    reading.rule += " magnitude"
    end = magnitude.end
  }
  return (reading, end, stop)
}

private func reading(of numeral: Numeral, isNegative: Bool) -> NumberReading? {
  NumberReading(
    value: isNegative ? numeral.value.negated : numeral.value, rule: numeral.rule, isAmbiguous: numeral.isAmbiguous)
}

private func approximation(_ text: WrittenText, _ start: Int) -> Int? {
  approximations.match(in: text, at: start).map { text.skippingSpaces(from: $0.end) }
}

private let approximations = PhraseTable(
  [
    "~", "≈", "≃", "about", "approx.", "approximately", "around", "circa", "ca.", "ca", "etwa", "rund", "environ",
    "env.",
    "约", "約",
  ].map { ($0, 1) })

/// The end of a sign or word of percent behind a number.
func percentEnd(_ text: WrittenText, at end: Int) -> Int? {
  let next = text.skippingSpaces(from: text.byte(end) == 45 ? end + 1 : end)
  return percentSigns.match(in: text, at: next)?.end
}

/// The signs and words of percent.
let percentPhrases = [
  "%", "٪", "﹪", "percent", "percents", "per cent", "per cents", "pct", "pct.", "percentage points", "prozent",
  "pour cent",
  "por ciento", "por cento", "per cento", "procent", "prosent", "процентов", "процента", "パーセント",
]
private let percentSigns = PhraseTable(percentPhrases.map { ($0, 1) })
