extension AmountReader {
  /// Adds the coins behind an amount: `3 dollars 50 cents`, `15 dollars and 15`, `17 USD 25`.
  ///
  /// Without a word for coins the number has to end its clause.
  func takeCoins(_ amount: inout MoneyAmount) {
    guard let mention = amount.mention, mention.coin == nil, amount.value.isWhole, !amount.hasCoins else { return }
    var start = text.skippingSpaces(from: amount.range.upperBound)
    let joint = AmountReader.joints.match(in: text, at: start)
    if let joint { start = text.skippingSpaces(from: joint.end) }
    guard start > amount.range.upperBound || text.byte(start - 1) >= 0x80,
      let number = NumeralReader(text: text, style: style).read(at: start), number.value.isWhole,
      number.value < ExactDecimal(100), number.value > .zero, let end = coinsEnd(number, joint != nil, mention),
      let cents = number.value.scaled(byPowerOfTen: -2), let sum = amount.value.adding(cents)
    else { return }
    amount.value = sum
    amount.range = amount.range.lowerBound..<end
    amount.hasCoins = true
  }

  private static let joints = PhraseTable(
    ["and", "und", "et", "y", "e", "och", "en", "con", "com", "と"].map { ($0, 1) })

  private func coinsEnd(_ number: Numeral, _ hasAnd: Bool, _ mention: CurrencyMention) -> Int? {
    let end = number.range.upperBound
    let next = text.skippingSpaces(from: end)
    let behind = CurrencyMention.find(in: text, at: next, isField: false)
    if let behind, behind.coin != nil { return behind.range.upperBound }
    let isClosed =
      !text.isLetter(next) && !text.isDigit(next) && behind == nil && percentEnd(text, at: end) == nil
      && ![36, 45, 47, 58].contains(text.byte(next)) && text.byte(next) < 0x80
    let isTwoDigits = number.rule == "digits" && number.range.count == 2
    let isNamed = mention.style == .word || mention.style == .code
    return isClosed && (hasAnd && (isTwoDigits || number.rule == "words") || isNamed && isTwoDigits) ? end : nil
  }
}
