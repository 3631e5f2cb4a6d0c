/// An amount of money as it was written, read.
package struct MoneyReading: Hashable, Sendable {
  /// The exact amount; nil where the text names money without an amount.
  package var amount: ExactDecimal?
  /// The code of ISO 4217; nil where the sign is shared and neither locale nor hint tells whose it is.
  package var currency: String?
  /// The sign, code or word of money as it was written; nil where there is none.
  package var symbol: String?
  /// What was read: `amount`, `free` for words such as "gratis", `symbol` where there is no amount.
  package var rule: String
  /// Whether the amount's only separator could be read otherwise.
  package var isAmbiguous: Bool
}

/// Reads the price in a text: its first amount with a sign of money, else its first amount; nil where there is neither
/// amount nor sign.
///
/// `currencyHint` is what stands beside the price (a code, a sign or a label); it counts where the text names no money.
/// Percentages, dates and amounts such as `$49+` are no prices. In a price three digits behind its only separator are
/// thousands, unless the currency has three decimals.
package func readMoney(_ text: String, locale: String? = nil, currencyHint: String? = nil) -> MoneyReading? {
  MoneyField(text, locale: locale).read(hint: currencyHint)
}

/// A text that holds a price.
struct MoneyField {
  let text: WrittenText
  let locale: String?

  init(_ text: String, locale: String?) {
    self.text = WrittenText(text)
    self.locale = locale
  }

  func read(hint: String?) -> MoneyReading? {
    let found = amounts().filter { !$0.isOther }
    let amount = first(of: found)
    let beside = hint.map { WrittenText($0) }
    var named = amount?.mention.map { ($0, text) } ?? mention(in: text).map { ($0, text) }
    if named == nil { named = beside.flatMap { hint in mention(in: hint).map { ($0, hint) } } }
    if let amount, amount.mention?.style == .fieldSign, let beside, let certain = mention(in: beside),
      certain.style != .fieldSign
    {
      named = (certain, beside)
    }
    if amount == nil && named == nil && !isFree { return nil }
    var coined = amount?.mention?.coin == nil ? amount?.value : amount?.value.scaled(byPowerOfTen: -2)
    if let amount, isNegative(amount) { coined = coined?.negated }
    return MoneyReading(
      amount: coined ?? (amount == nil && isFree ? .zero : nil),
      currency: named.flatMap { $0.0.code(in: $0.1, locale: locale, hint: hint) } ?? code(of: hint),
      symbol: named.map { $0.1.written($0.0.range) },
      rule: amount != nil ? "amount" : isFree ? "free" : "symbol",
      isAmbiguous: amount?.numeral.isAmbiguous ?? false)
  }

  /// The first amount that names money, else the first; none where only coins do behind an amount of unknown money.
  private func first(of amounts: [MoneyAmount]) -> MoneyAmount? {
    if let lower = lowerEnd(amounts) { return lower }
    guard let named = amounts.first(where: { $0.mention != nil }) else { return amounts.first }
    return named.mention?.coin != nil && amounts[0].mention == nil ? nil : named
  }

  /// Whether a minus is glued to the amount or to its number, or the whole text stands in parentheses.
  private func isNegative(_ amount: MoneyAmount) -> Bool {
    for start in [amount.range.lowerBound, amount.numeral.range.lowerBound] where text.byte(start - 1) == 45 {
      if start - 1 > amount.range.lowerBound || text.droppingSpaces(before: start - 1) == 0 { return true }
    }
    let end = text.droppingSpaces(before: text.count)
    return text.byte(text.skippingSpaces(from: 0)) == 40 && text.byte(end - 1) == 41
      && text.skippingSpaces(from: 0) == amount.range.lowerBound - 1 && end == amount.range.upperBound + 1
  }

  /// The first of two amounts whose sign of money stands behind the second alone: `26 to 50 €`.
  private func lowerEnd(_ amounts: [MoneyAmount]) -> MoneyAmount? {
    guard amounts.count > 1, amounts[0].mention == nil, amounts[1].mention != nil,
      MoneyRangeField.isJoined(amounts[0], amounts[1], in: text)
    else { return nil }
    var first = amounts[0]
    first.mention = amounts[1].mention
    return first
  }

  private func code(of hint: String?) -> String? {
    hint.flatMap { CurrencyMention.isCode($0) ? $0.uppercased() : nil }
  }

  /// Every amount of the text, in order, with what isn't one marked.
  func amounts() -> [MoneyAmount] {
    var style = NumeralStyle(locale: locale)
    style.isMoney = true
    let reader = AmountReader(text: text, style: style, isField: true)
    var amounts: [MoneyAmount] = []
    var offset = 0
    while offset < text.count {
      guard startsNumber(offset), var amount = reader.read(at: offset), isAmount(amount) else {
        offset = afterRefused(offset, style)
        continue
      }
      amount.isOther = amount.isOther || isDateOrOpen(amount)
      amounts.append(amount)
      offset = max(offset + 1, amount.range.upperBound)
    }
    return amounts
  }

  /// The end of digits that are no number, or of one byte.
  private func afterRefused(_ offset: Int, _ style: NumeralStyle) -> Int {
    guard text.isDigit(offset) else { return offset + 1 }
    return max(offset + 1, DigitNumeral(text: text, style: style).runEnd(at: offset))
  }

  private func startsNumber(_ offset: Int) -> Bool {
    if text.isDigit(offset) { return !(text.isLetter(offset - 1) && isInName(offset)) }
    if [44, 46].contains(text.byte(offset)), text.isDigit(offset + 1) { return !text.isDigit(offset - 1) }
    return text.isLetter(offset) && !text.isLetter(offset - 1) || text.byte(offset) >= 0xE2
  }

  /// Whether a number in words has a sign or word of money beside it.
  private func isAmount(_ amount: MoneyAmount) -> Bool {
    if amount.numeral.rule == "digits" || amount.numeral.rule == "fraction" { return true }
    return amount.mention.map { $0.style != .fieldSign } ?? text.isDigit(amount.numeral.range.lowerBound)
  }

  /// Whether a digit goes on a word that is no sign of money, as in `MX924`.
  private func isInName(_ offset: Int) -> Bool {
    CurrencyMention.find(in: text, endingAt: offset, isField: true) == nil
  }

  /// Whether an amount is a part of a date such as `25-09`, or the least amount of something else, as in `$49+.`.
  private func isDateOrOpen(_ amount: MoneyAmount) -> Bool {
    let end = amount.range.upperBound
    if text.byte(end) == 43 && amount.mention != nil && text.byte(end + 1) == 46 { return true }
    guard amount.mention == nil, amount.range.count <= 4 else { return false }
    let start = amount.range.lowerBound
    return text.byte(end) == 45 && text.byte(end + 1) == 48 && text.isDigit(end + 2)
      || text.byte(start) == 48 && text.byte(start - 1) == 45 && text.isDigit(start - 2)
  }

  /// The first sign of money anywhere in a text; a short one only where it is all of it.
  private func mention(in text: WrittenText) -> CurrencyMention? {
    let start = text.skippingSpaces(from: 0)
    if let whole = CurrencyMention.find(in: text, at: start, isField: true),
      whole.range.upperBound == text.droppingSpaces(before: text.count)
    {
      return whole
    }
    var found: CurrencyMention?
    for offset in 0..<text.count where !(text.isLetter(offset) && text.isLetter(offset - 1)) {
      guard let mention = CurrencyMention.find(in: text, at: offset, isField: true), mention.style != .fieldSign,
        mention.style != .coin
      else { continue }
      if found == nil || found?.code == nil && mention.style == .code { found = mention }
      if found?.code != nil { break }
    }
    return found
  }

  private var isFree: Bool {
    let start = text.skippingSpaces(from: 0)
    let end = text.wordEnd(from: start)
    let isAlone = !text.isLetter(text.skippingSpaces(from: end))
    return isAlone
      && ["free", "gratis", "kostenlos", "gratuit", "gratuito", "бесплатно"].contains {
        text.has($0, at: start) && end - start == $0.utf8.count
      }
  }
}
