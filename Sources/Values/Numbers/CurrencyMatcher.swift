extension QuantityMatcher {
  /// The amount of money whose number is given; nil where nothing beside it names money.
  func currency(_ numeral: Numeral, isNegative: Bool) -> QuantityMatch? {
    var style = style
    style.isMoney = true
    let reader = AmountReader(text: text, style: style, isField: false)
    guard let amount = reader.read(at: numeral.range.lowerBound), let mention = amount.mention else { return nil }
    if mention.range.lowerBound > numeral.range.lowerBound, text.has("pound", at: mention.range.lowerBound),
      mention.code == nil, !isMoneyPounds(amount.range, value: amount.value)
    {
      return nil
    }
    var match = QuantityMatch(
      kind: .currency, range: amount.range, value: amount.value, unit: unit(of: mention), rule: numeral.rule,
      isAmbiguous: amount.numeral.isAmbiguous)
    if amount.hasCoins { match.rule = "compound" }
    takeRange(&match, amount)
    let isInFront = mention.range.lowerBound < numeral.range.lowerBound
    if isInFront ? isMinus(match.range.lowerBound - 1) : isNegative {
      match.value = match.value?.negated
      match.range = match.range.lowerBound - 1..<match.range.upperBound
    }
    return match
  }

  private func unit(of mention: CurrencyMention) -> String {
    if let name = mention.coin ?? mention.code(in: text, locale: locale, hint: nil) { return name }
    let written = text.written(mention.range).lowercased()
    return written.hasPrefix("dollar") ? "$" : written
  }

  /// Whether a minus in front of a sign of money makes the amount negative.
  private func isMinus(_ offset: Int) -> Bool {
    guard text.byte(offset) == 45 else { return false }
    let before = text.byte(offset - 1)
    return offset == 0 || before == 40 || before == 32 && !text.isDigit(text.droppingSpaces(before: offset) - 1)
  }

  /// The magnitude that the upper end of a range states for both: `$10-20 million`.
  private func takeRange(_ match: inout QuantityMatch, _ amount: MoneyAmount) {
    guard amount.power == nil, let value = match.value, value < ExactDecimal(1000),
      match.range.upperBound == amount.numeral.range.upperBound
    else { return }
    var start = text.skippingSpaces(from: match.range.upperBound)
    guard text.byte(start) == 45 || text.has("to ", at: start) else { return }
    start = text.skippingSpaces(from: start + (text.byte(start) == 45 ? 1 : 3))
    guard text.isDigit(start), let upper = DigitNumeral(text: text, style: style).read(at: start),
      let magnitude = Magnitude.read(in: text, at: upper.range.upperBound, letters: true), upper.value > value,
      let grown = value.scaled(byPowerOfTen: magnitude.value)
    else { return }
    match.value = grown
    match.rule = "range"
  }

  /// Whether pounds are money: in millions, or beside words of paying.
  func isMoneyPounds(_ range: Range<Int>, value: ExactDecimal) -> Bool {
    if value >= ExactDecimal(1_000_000) || text.has(" sterling", at: range.upperBound) { return true }
    return clause(around: range).contains {
      !text.isLetter($0 - 1) && QuantityMatcher.paying.match(in: text, at: $0) != nil
    }
  }

  private static let paying = PhraseTable(
    [
      "cost", "costs", "costing", "price", "prices", "priced", "pay", "pays", "paid", "paying", "worth", "fine",
      "fined",
      "spend", "spent", "earn", "earned", "fee", "fees", "salary", "sold", "bought", "buy", "sell", "owe", "owed",
      "bill",
      "profit", "loss", "tax", "taxes", "loan", "debt", "cash", "money", "bank", "wage", "budget", "fund", "grant",
      "pence",
      "rose to", "fell to", "per share", "a share", "offer", "bid", "charge", "charged", "deposit", "donated", "raised",
    ].map { ($0, 1) })
}
