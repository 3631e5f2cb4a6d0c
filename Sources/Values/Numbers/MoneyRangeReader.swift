/// A range of money as it was written, such as a salary, read.
package struct MoneyRangeReading: Hashable, Sendable {
  /// The exact lower end; nil where only the upper end is stated.
  package var min: ExactDecimal?
  /// The exact upper end, equal to the lower one where a single amount stands; nil where the range is open.
  package var max: ExactDecimal?
  /// The code of ISO 4217; nil where it isn't certain.
  package var currency: String?
  /// What the amount is paid for; nil where it isn't stated and not usual either.
  package var period: PayPeriod?
  /// `range`, `amount`, `from` or `up-to`.
  package var rule: String
  /// Whether the period or the currency of a lone `$` is what is usual, not what is written.
  package var isInferred: Bool
}

/// Reads the first range or amount of pay in a text; nil where there is none, or where it is what a company earns.
///
/// Shares between both ends what is written once: `45-55 k€`, `15-20 LPA`. A lone `$` is a US dollar unless the locale
/// names another or the digits are not grouped as in English. Without a stated period thousands (`80k`) and ranges in
/// the tens of thousands are yearly, roubles and thousands of yuan monthly.
package func readMoneyRange(
  _ text: String, locale: String? = nil, currencyHint: String? = nil
) -> MoneyRangeReading? {
  MoneyRangeField(text, locale: locale, hint: currencyHint).read()
}

/// A text that holds a range of money.
struct MoneyRangeField {
  private let text: WrittenText
  private let field: MoneyField
  private let locale: String?
  private let hint: String?

  init(_ text: String, locale: String?, hint: String?) {
    field = MoneyField(text, locale: locale)
    self.text = field.text
    self.locale = locale
    self.hint = hint
  }

  func read() -> MoneyRangeReading? {
    let amounts = field.amounts().filter { !$0.isOther && !isOfOtherKind($0) }.map(withLakhs)
    guard let pair = chosen(amounts), !isOfCompany(pair) else { return nil }
    let ends = shared(pair)
    let span = pair[0].range.lowerBound..<(pair.last ?? pair[0]).range.upperBound
    let stated = PayPeriod.find(in: text, parts: [span.upperBound..<text.count, 0..<span.lowerBound, span])
    guard isPay(pair, period: stated) else { return nil }
    var reading = bounded(ends, span)
    (reading.currency, reading.isInferred) = currency(pair, ends)
    reading.period = stated
    if stated == nil, let usual = usualPeriod(ends, reading) {
      reading.period = usual
      reading.isInferred = true
    }
    return reading
  }

  /// The first two amounts that only a sign of range stands between, else the first amount that names money, else the
  /// first.
  private func chosen(_ amounts: [MoneyAmount]) -> [MoneyAmount]? {
    for (first, second) in zip(amounts, amounts.dropFirst()) where MoneyRangeField.isJoined(first, second, in: text) {
      if names(first) || names(second) || amounts.count == 2 { return [first, second] }
    }
    return (amounts.first(where: names) ?? amounts.first).map { [$0] }
  }

  private func names(_ amount: MoneyAmount) -> Bool { amount.mention != nil || amount.power != nil }

  /// Whether only a sign or word of range stands between two amounts.
  static func isJoined(_ first: MoneyAmount, _ second: MoneyAmount, in text: WrittenText) -> Bool {
    var offset = text.skippingSpaces(from: first.range.upperBound)
    // What the first amount is paid for may stand between: `$20/hr - $25/hr`.
    if let period = PayPeriod.end(in: text, at: offset) { offset = text.skippingSpaces(from: period) }
    guard let joint = joints.match(in: text, at: offset) else { return false }
    return text.skippingSpaces(from: joint.end) == second.range.lowerBound
  }

  private static let joints = PhraseTable(
    [
      "-", "--", "~", "〜", "to", "and", "bis", "à", "a", "и", "до", "до:", "al", "et", "und", "y", "e", "至", "till",
      "tot", "až", "do", "от", "..", "...", "…",
    ]
    .map { ($0, 1) })

  /// Whether a number is no amount of money: `401(k)`, `14薪`, `40 hours`, `3 years`.
  private func isOfOtherKind(_ amount: MoneyAmount) -> Bool {
    let end = amount.range.upperBound
    if amount.numeral.rule == "fraction" || text.has("(k)", at: end) || text.has("薪", at: end) { return true }
    let next = text.skippingSpaces(from: end)
    if MoneyRangeField.extras.match(in: text, at: next) != nil { return true }
    guard amount.mention == nil, amount.power == nil else { return false }
    return MoneyRangeField.counted.match(in: text, at: text.byte(next) == 45 ? next + 1 : next) != nil
  }

  /// What is paid once, beside the pay.
  private static let extras = PhraseTable(
    [
      "sign-on", "sign on", "signing", "bonus", "referral", "relocation", "joining bonus", "retention", "allowance",
      "antrittsprämie", "prime de",
    ].map { ($0, 1) })

  private static let counted = PhraseTable(
    [
      "hours", "hour", "hrs", "h/week", "days", "day", "weeks", "months", "month", "years", "year", "yrs", "employees",
      "people", "x", "shares", "options", "stunden", "tage", "jahre", "heures", "jours", "ans", "лет", "года", "часов",
    ].map { ($0, 1) })

  /// Lakhs a year and other magnitudes that only pay is written in.
  private func withLakhs(_ amount: MoneyAmount) -> MoneyAmount {
    let next = text.skippingSpaces(from: amount.range.upperBound)
    guard amount.power == nil, let found = MoneyRangeField.lakhs.match(in: text, at: next),
      let grown = amount.value.scaled(byPowerOfTen: 5)
    else { return amount }
    var result = amount
    result.value = grown
    result.power = 5
    result.range = amount.range.lowerBound..<(found.value == 1 ? amount.range.upperBound : found.end)
    return result
  }

  private static let lakhs = PhraseTable([("lpa", 1), ("l p.a.", 2), ("l pa", 2)])

  private func isOfCompany(_ pair: [MoneyAmount]) -> Bool {
    (0..<text.count).contains { offset in
      !text.isLetter(offset - 1) && MoneyRangeField.companyWords.match(in: text, at: offset) != nil
    } && !pair.contains { PayPeriod.end(in: text, at: text.skippingSpaces(from: $0.range.upperBound)) != nil }
  }

  private static let companyWords = PhraseTable(
    [
      "arr", "mrr", "revenue", "revenues", "funding", "funded", "raised", "valuation", "series a", "series b",
      "series c",
      "turnover", "umsatz", "chiffre d'affaires", "budget", "aum", "in assets", "market cap", "gmv", "seed round",
    ].map { ($0, 1) })

  /// Whether the amounts are pay: named as money or thousands, or standing alone.
  private func isPay(_ pair: [MoneyAmount], period: PayPeriod?) -> Bool {
    if pair.contains(where: { $0.mention != nil && $0.mention?.style != .coin }) { return true }
    if hint.map(CurrencyMention.isCode) == true { return true }
    if pair.contains(where: { $0.power != nil }) { return true }
    if hasPayWord || period != nil && pair.contains(where: { $0.value >= ExactDecimal(1000) }) { return true }
    return !text.bytes.contains { $0 >= 97 && $0 <= 122 || $0 >= 0x80 }
  }

  /// The values of both ends; a magnitude written once, at the upper end, counts for the lower one too.
  private func shared(_ pair: [MoneyAmount]) -> [ExactDecimal] {
    guard pair.count == 2, pair[0].power == nil, let power = pair[1].power, pair[0].value < ExactDecimal(1000),
      let grown = pair[0].value.scaled(byPowerOfTen: power), grown <= pair[1].value
    else { return pair.map(\.value) }
    return [grown, pair[1].value]
  }

  private func bounded(_ ends: [ExactDecimal], _ span: Range<Int>) -> MoneyRangeReading {
    var reading = MoneyRangeReading(min: ends[0], max: ends.last, rule: "amount", isInferred: false)
    if ends.count == 2 {
      reading.rule = "range"
      if ends[1] < ends[0] { (reading.min, reading.max) = (ends[1], ends[0]) }
    } else if text.byte(span.upperBound) == 43 || isBefore(span, MoneyRangeField.lower) {
      (reading.max, reading.rule) = (nil, "from")
    } else if text.has("〜", at: span.upperBound) || text.byte(span.upperBound) == 126 {
      (reading.max, reading.rule) = (nil, "from")
    } else if isBefore(span, MoneyRangeField.upper) {
      (reading.min, reading.rule) = (nil, "up-to")
    }
    return reading
  }

  private func isBefore(_ span: Range<Int>, _ words: PhraseTable) -> Bool {
    var end = text.droppingSpaces(before: span.lowerBound)
    if end > 0, text.byte(end - 1) == 58 { end = text.droppingSpaces(before: end - 1) }
    return words.match(in: text, endingAt: end) != nil
  }

  private static let lower = PhraseTable(
    [
      "from", "starting at", "min", "min.", "at least", "ab", "mind.", "mindestens", "à partir de", "dès", "desde",
      "da", "od", "от", "från", "fra", "vanaf", ">", ">=",
    ]
    .map { ($0, 1) })
  private static let upper = PhraseTable(
    [
      "up to", "max", "max.", "maximum", "bis", "bis zu", "jusqu'à", "hasta", "até", "fino a", "do", "до", "upp till",
      "op til", "tot", "<", "<=",
    ]
    .map { ($0, 1) })

  private func currency(_ pair: [MoneyAmount], _ ends: [ExactDecimal]) -> (String?, isInferred: Bool) {
    let mentions = pair.compactMap(\.mention)
    let mention = mentions.first { $0.code != nil } ?? mentions.first
    if let code = mention?.code(in: text, locale: locale, hint: hint) { return (code, false) }
    if mention == nil || mention?.coin != nil { return unnamed(pair) }
    if mention.map({ text.written($0.range).lowercased().hasPrefix("r") }) == true, isInLakhs(pair) {
      return ("INR", true)
    }
    switch mention.map({ text.written($0.range) }) {
    case "$", "＄":
      let isEnglish = pair.allSatisfy { $0.numeral.proven != .comma && !$0.numeral.hasSpaces }
      return isEnglish && NumberConvention.region(of: locale) == nil ? ("USD", true) : (nil, false)
    case "¥", "￥": return ends.allSatisfy { $0 >= ExactDecimal(1_000_000) } ? ("JPY", true) : (nil, false)
    default: return (nil, false)
    }
  }

  private func unnamed(_ pair: [MoneyAmount]) -> (String?, isInferred: Bool) {
    if let hint, CurrencyMention.isCode(hint) { return (hint.uppercased(), false) }
    if isInLakhs(pair) { return ("INR", true) }
    let hasYuanWord = (0..<text.count).contains { text.has("薪", at: $0) }
    let isThousands = pair.contains { ($0.power ?? 0) > 0 }
    return hasYuanWord && isThousands ? ("CNY", true) : (nil, false)
  }

  private func isInLakhs(_ pair: [MoneyAmount]) -> Bool { pair.contains { $0.power == 5 || $0.power == 7 } }

  /// What pay of this size is usually for, where the text doesn't say.
  private func usualPeriod(_ ends: [ExactDecimal], _ reading: MoneyRangeReading) -> PayPeriod? {
    guard let largest = ends.max() else { return nil }
    let isThousands = text.bytes.indices.contains {
      text.byte($0) == 107 && text.isDigit($0 - 1) || text.has(" k", at: $0) && text.isDigit($0 - 1)
    }
    switch reading.currency {
    case "INR": return largest >= ExactDecimal(200_000) ? .year : nil
    case "JPY": return largest >= ExactDecimal(1_000_000) ? .year : nil
    case "RUB": return largest >= ExactDecimal(15_000) && largest < ExactDecimal(1_000_000) ? .month : nil
    case "CNY": return isThousands && largest < ExactDecimal(150_000) ? .month : nil
    case .some(let code) where !MoneyRangeField.yearly.contains(code): return nil
    default: break
    }
    let isUsualYear = largest >= ExactDecimal(15_000) && largest < ExactDecimal(2_000_000)
    return isUsualYear && (isThousands || reading.rule != "amount" || hasPayWord) ? .year : nil
  }

  private static let yearly: Set<String> = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD"]

  private var hasPayWord: Bool {
    (0..<text.count).contains { !text.isLetter($0 - 1) && MoneyRangeField.payWords.match(in: text, at: $0) != nil }
  }

  private static let payWords = PhraseTable(
    [
      "salary", "salaries", "base", "bonus", "gross", "brutto", "brut", "bruto", "lordo", "ote", "gehalt", "vergütung",
      "salaire", "equity", "pay", "pay rate", "rate", "wage", "wages", "compensation", "sueldo", "salario", "salário",
      "stipendio", "wynagrodzenie", "mzda", "lön", "зарплата", "зп", "з/п", "оклад",
    ].map { ($0, 1) })
}
