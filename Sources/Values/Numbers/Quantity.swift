/// What a quantity measures.
package enum QuantityKind: String, Hashable, Sendable, CaseIterable {
  case currency, percentage, age, temperature, dimension, duration, ordinal, number
}

/// A quantity found in running text.
package struct Quantity: Hashable, Sendable {
  package var kind: QuantityKind
  /// Where it stands, in bytes of UTF-8 of the text as it was given.
  package var range: Range<Int>
  /// The exact value in `unit`; nil where a unit is named without a number.
  package var value: ExactDecimal?
  /// A unit of UCUM, a code of ISO 4217, a sign of money that several currencies share, or the name of a coin.
  package var unit: String?
  /// What was read: the kind of numeral, and `compound` for several units in one (`5 ft 2 in`).
  package var rule: String
  /// Whether its digits or its unit could be read otherwise.
  package var isAmbiguous = false
}

/// A whole text read as one quantity.
package struct QuantityReading: Hashable, Sendable {
  /// The exact value in `unit`.
  package var value: ExactDecimal
  /// A unit of UCUM such as `km/h`, a code of ISO 4217 or a shared sign of money.
  package var unit: String
  package var kind: QuantityKind
  package var rule: String
  package var isAmbiguous: Bool
}

/// Reads a whole text as a number with a unit: `2,5 m²`, `100 km/h`, `5 ft 2 in`, `25 °C`, `12 %`, `$5`.
///
/// Where words stand around it, the text has to hold exactly one quantity.
package func readQuantity(_ text: String, locale: String? = nil) -> QuantityReading? {
  var matcher = QuantityMatcher(text: WrittenText(text), locale: locale, kinds: Set(QuantityKind.allCases.dropLast(2)))
  matcher.isField = true
  var found: [QuantityMatch] = []
  var offset = 0
  while offset < matcher.text.count {
    guard matcher.startsNumber(at: offset) else {
      offset += 1
      continue
    }
    let (match, next) = matcher.match(at: offset)
    if let match { found.append(match) }
    offset = max(next, offset + 1)
  }
  guard let match = found.first, found.count == 1, let value = match.value, let unit = match.unit else { return nil }
  return QuantityReading(
    value: value, unit: unit, kind: match.kind, rule: match.rule, isAmbiguous: match.isAmbiguous)
}
