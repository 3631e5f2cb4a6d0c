/// A number found in a written text.
struct Numeral: Sendable {
  /// Where it stands among the folded bytes.
  var range: Range<Int>
  var value: ExactDecimal
  /// What kind of writing it is: `digits`, `fraction`, `words`, `east-asian`.
  var rule: String
  /// Whether its only separator could be a decimal sign as well as a sign between groups.
  var isAmbiguous = false
  /// The decimal sign that the digits themselves prove; nil where they prove none.
  var proven: NumberConvention?
  /// Whether spaces stand between its groups of digits.
  var hasSpaces = false
}

/// How the numbers of a text are to be read.
struct NumeralStyle: Sendable {
  /// The convention of the text's locale, nil where unknown.
  var convention: NumberConvention?
  /// The language of the text's locale, such as `zh`; nil where unknown.
  var language: String?
  /// Whether the number is an amount of money, whose three digits behind a separator are a group.
  var isMoney = false
  /// Whether the money has three decimals, as dinars of some countries do.
  var hasThreeDecimals = false
  /// Whether a plain space may stand between groups of digits.
  var groupsBySpace = true

  /// The style of a language tag such as `de-CH`.
  init(locale: String?) {
    convention = NumberConvention.of(locale)
    language = locale?.split { $0 == "-" || $0 == "_" }.first?.lowercased()
  }
}
