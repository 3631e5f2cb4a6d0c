/// An amount of money found in a written text.
struct MoneyAmount: Sendable {
  /// Where it stands among the folded bytes, with its signs of money.
  var range: Range<Int>
  /// The number in it.
  var numeral: Numeral
  /// The number times its magnitude, with its coins.
  var value: ExactDecimal
  /// The power of ten of its magnitude (`k`, `million`); nil without one.
  var power: Int?
  /// How its money is named; nil where nothing beside it names money.
  var mention: CurrencyMention?
  /// Whether coins are added to it.
  var hasCoins = false
  /// Whether it is a percentage or something else that is no amount.
  var isOther = false
}

/// Reads amounts of money: a number, its magnitude and the signs of money around both.
struct AmountReader {
  let text: WrittenText
  let style: NumeralStyle
  /// Whether the whole text is a field that holds a price, where `5 L` may be money.
  let isField: Bool

  /// The amount whose number starts at an offset; nil where no number starts there.
  func read(at start: Int) -> MoneyAmount? {
    let front = prefix(before: start)
    var style = style
    if let code = front?.code, AmountReader.threeDecimals.contains(code) { style.hasThreeDecimals = true }
    guard var numeral = NumeralReader(text: text, style: style).read(at: start) else { return nil }
    if !style.hasThreeDecimals, let code = suffix(at: numeral.range.upperBound)?.code,
      AmountReader.threeDecimals.contains(code)
    {
      style.hasThreeDecimals = true
      numeral = NumeralReader(text: text, style: style).read(at: start) ?? numeral
    }
    var amount = MoneyAmount(range: numeral.range, numeral: numeral, value: numeral.value)
    takeMagnitude(&amount, hasSign: front != nil)
    takeSigns(&amount, front: isUsable(front, amount) ? front : nil)
    takeCoins(&amount)
    amount.isOther = percentEnd(text, at: amount.range.upperBound) != nil
    return amount
  }

  /// Currencies whose money has three decimals.
  private static let threeDecimals: Set<String> = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]

  private func takeMagnitude(_ amount: inout MoneyAmount, hasSign: Bool) {
    let end = amount.range.upperBound
    guard
      let found = Magnitude.read(
        in: text, at: end, letters: isField || hasSign || isSigned(end), spaced: isSigned(end)),
      !isSignInWhole(end, found.end), let grown = amount.value.scaled(byPowerOfTen: found.value)
    else { return }
    amount.value = grown
    amount.power = found.value
    amount.range = amount.range.lowerBound..<found.end
  }

  /// Whether a letter of magnitude stands behind a number, with a sign of money behind it: `45 k€`.
  private func isSigned(_ end: Int) -> Bool {
    let next = text.skippingSpaces(from: end)
    guard [107, 109, 98].contains(text.byte(next)) else { return false }
    guard let mention = suffix(at: next + 1), mention.range.lowerBound - next < 3 else { return false }
    return mention.style != .fieldSign && mention.style != .coin
  }

  /// Whether what starts like a magnitude is a longer sign of money: `mk`, `mt`.
  private func isSignInWhole(_ end: Int, _ magnitudeEnd: Int) -> Bool {
    guard let mention = suffix(at: end), mention.power == 0 else { return false }
    return mention.range.upperBound > magnitudeEnd
  }

  private func takeSigns(_ amount: inout MoneyAmount, front: CurrencyMention?) {
    let back = suffix(at: amount.range.upperBound)
    amount.mention = chosen(front, back)
    if let front {
      amount.range = front.range.lowerBound..<amount.range.upperBound
      grow(&amount, by: front.power)
    }
    guard let back, front == nil || back.style == .code || front?.style == .fieldSign else { return }
    takeCents(&amount, behind: back)
    amount.range = amount.range.lowerBound..<max(amount.range.upperBound, back.range.upperBound)
    grow(&amount, by: back.power)
    // `75 USD million`
    if amount.power == nil, back.style != .fieldSign, front == nil,
      let late = Magnitude.read(in: text, at: back.range.upperBound, letters: false), late.value > 3
    {
      grow(&amount, by: late.value)
      amount.range = amount.range.lowerBound..<late.end
    }
  }

  /// In running text a word stands in front of amounts that are no count: `dollar 22.5 million`, not `dollars 50 times`.
  private func isUsable(_ front: CurrencyMention?, _ amount: MoneyAmount) -> Bool {
    guard !isField, front?.style == .word else { return true }
    return (amount.power != nil || !amount.value.isWhole) && suffix(at: amount.range.upperBound) == nil
  }

  private func grow(_ amount: inout MoneyAmount, by power: Int) {
    guard power > 0, let grown = amount.value.scaled(byPowerOfTen: power) else { return }
    amount.value = grown
    amount.power = (amount.power ?? 0) + power
  }

  /// The mention that tells more: a code behind `$`, else the one in front, with the code that stands behind.
  private func chosen(_ front: CurrencyMention?, _ back: CurrencyMention?) -> CurrencyMention? {
    guard var front, let back else { return front ?? back }
    if front.style == .fieldSign && back.style != .fieldSign { return back }
    guard front.code == nil, back.code != nil, back.style == .code else { return front }
    if text.byte(front.range.upperBound - 1) == 36 { return back }
    front.code = back.code
    return front
  }

  /// `35€ 99`: two digits behind a sign of money, and nothing that makes them an amount of their own.
  private func takeCents(_ amount: inout MoneyAmount, behind sign: CurrencyMention) {
    let start = text.skippingSpaces(from: sign.range.upperBound)
    guard isField, sign.style == .sign, amount.value.isWhole, amount.power == nil,
      start - sign.range.upperBound < 2, text.isDigit(start), text.isDigit(start + 1), !text.isDigit(start + 2),
      ![44, 46].contains(text.byte(start + 2)), suffix(at: start + 2) == nil,
      let cents = ExactDecimal(whole: [48], fraction: text.bytes[start..<start + 2]),
      let sum = amount.value.adding(cents)
    else { return }
    amount.value = sum
    amount.range = amount.range.lowerBound..<start + 2
    amount.hasCoins = true
  }

  /// The sign of money in front of a number, behind which a minus or a parenthesis may stand.
  private func prefix(before start: Int) -> CurrencyMention? {
    var end = text.droppingSpaces(before: start)
    if isField, end > 0, [45, 46, 58].contains(text.byte(end - 1)) {
      let before = text.droppingSpaces(before: end - 1)
      if let found = CurrencyMention.find(in: text, endingAt: end, isField: isField) { return found }
      end = before
    }
    guard start - end < 3 else { return nil }
    guard let found = CurrencyMention.find(in: text, endingAt: end, isField: isField) else { return nil }
    // What ends the amount before this one isn't the sign of this one, unless it is glued to it.
    if text.isDigit(text.droppingSpaces(before: found.range.lowerBound) - 1), start > end { return nil }
    return found.style == .coin ? nil : found
  }

  /// The sign of money behind a number or its magnitude.
  private func suffix(at end: Int) -> CurrencyMention? {
    var next = text.skippingSpaces(from: end)
    if text.has(",-", at: next) || text.has(".-", at: next) { next = text.skippingSpaces(from: next + 2) }
    if text.byte(next) == 45, next == end, text.isLetter(next + 1) { next += 1 }
    // `5 millones de euros`
    if text.isLetter(end - 1), let joint = ["de ", "di ", "d'"].first(where: { text.has($0, at: next) }) {
      next += joint.utf8.count
    }
    guard next - end < 5, let found = CurrencyMention.find(in: text, at: next, isField: isField) else { return nil }
    // `1 $10 bill`
    if !isField, found.style == .sign, next > end, text.isDigit(found.range.upperBound) { return nil }
    return found
  }
}
