/// A sign, code or word of money found in a written text.
struct CurrencyMention: Sendable {
  /// How the money is named.
  enum Style: Sendable {
    case sign, code, word, coin
    /// Short signs such as `kr` or `L`, which mean money only in a field that holds a price.
    case fieldSign
  }

  /// Where it stands among the folded bytes.
  var range: Range<Int>
  /// The code of ISO 4217 (or `BTC`); nil where several currencies share the sign.
  var code: String?
  var style: Style
  /// The name of a coin, such as `cent`; nil for whole money.
  var coin: String?
  /// The power of ten in front of a code, 6 in `MEUR`.
  var power = 0

  /// The mention that starts at an offset; in running text without the short signs, and with codes in capitals only.
  static func find(in text: WrittenText, at start: Int, isField: Bool) -> CurrencyMention? {
    var best: CurrencyMention?
    for (style, table) in tables where isField || style != .fieldSign {
      guard let found = table.match(in: text, at: start) else { continue }
      if let best, best.range.upperBound >= found.end { continue }
      let mention = make(style, found.value, start..<found.end)
      if style == .fieldSign, text.byte(found.end) == 46, text.isLetter(found.end + 1) { continue }
      if mention.isWritten(in: text, isField: isField) { best = mention }
    }
    return best ?? multiplied(in: text, at: start, isField: isField)
  }

  /// The mention that ends before an offset.
  static func find(in text: WrittenText, endingAt end: Int, isField: Bool) -> CurrencyMention? {
    var best: CurrencyMention?
    for (style, table) in tables where isField || style != .fieldSign {
      guard let found = table.match(in: text, endingAt: end) else { continue }
      if let best, best.range.lowerBound <= found.start { continue }
      let mention = make(style, found.value, found.start..<end)
      if mention.isWritten(in: text, isField: isField) { best = mention }
    }
    guard let best else { return multiplied(in: text, endingAt: end, isField: isField) }
    return best.withCodeInFront(in: text, isField: isField)
  }

  private static func make(_ style: Style, _ value: Int, _ range: Range<Int>) -> CurrencyMention {
    let name = names[value]
    if style == .coin { return CurrencyMention(range: range, style: style, coin: name) }
    return CurrencyMention(range: range, code: name == "-" ? nil : name, style: style)
  }

  /// `SGD$` and `NZD $`: the code tells which dollar.
  private func withCodeInFront(in text: WrittenText, isField: Bool) -> CurrencyMention {
    guard code == nil, style == .sign else { return self }
    let end = text.droppingSpaces(before: range.lowerBound)
    guard range.lowerBound - end < 2, let found = CurrencyMention.codes.match(in: text, endingAt: end) else {
      return self
    }
    let mention = CurrencyMention.make(.code, found.value, found.start..<end)
    return mention.isWritten(in: text, isField: true) ? mention : self
  }

  /// Whether it stands in the letters that a code or short sign needs to be one.
  private func isWritten(in text: WrittenText, isField: Bool) -> Bool {
    guard style == .code else { return true }
    if text.isUpperCase(range) { return isField || !CurrencyMention.shouted.contains(code ?? "") }
    return !CurrencyMention.wordLike.contains(code ?? "")
      && (isField || CurrencyMention.everyday.contains(code ?? "") && text.isLowerCase(range))
  }

  /// `MEUR` and `kSEK`.
  private static func multiplied(in text: WrittenText, at start: Int, isField: Bool) -> CurrencyMention? {
    guard let power = powers[text.byte(start)], let found = codes.match(in: text, at: start + 1),
      !text.isLetter(start - 1)
    else { return nil }
    var mention = make(.code, found.value, start..<found.end)
    let isCommon = isField && everyday.contains(mention.code ?? "")
    guard text.isUpperCase(start + 1..<found.end) || isCommon && text.isLowerCase(start + 1..<found.end) else {
      return nil
    }
    mention.power = power
    return mention
  }

  private static func multiplied(in text: WrittenText, endingAt end: Int, isField: Bool) -> CurrencyMention? {
    end < 4
      ? nil : multiplied(in: text, at: end - 4, isField: isField).flatMap { $0.range.upperBound == end ? $0 : nil }
  }

  private static let powers: [UInt8: Int] = [UInt8(ascii: "k"): 3, UInt8(ascii: "m"): 6, UInt8(ascii: "t"): 3]

  /// Codes that are words in small letters.
  private static let wordLike: Set<String> = [
    "ALL", "AMD", "ANG", "BAM", "BOB", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PEN", "SOS", "TOP", "TRY", "STD",
    "ERN", "BEF", "MUR", "SAR", "SEK", "HUF", "NIO", "RON", "SHP", "SLE", "BIF", "CUC", "LYD", "ARS",
  ]
  /// Codes that are English words even in capitals.
  private static let shouted: Set<String> = ["ALL", "TOP", "TRY", "CUP", "MAD", "COP", "PEN", "SOS", "MOP"]
  /// Codes that running text writes in small letters too.
  private static let everyday: Set<String> = [
    "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "CAD", "AUD", "NZD", "INR", "PLN", "CZK", "BTC", "NOK", "DKK", "HKD",
    "SGD", "BRL", "MXN", "ZAR", "THB",
  ]

  /// The codes and names of coins that the tables' numbers stand for.
  private static let names: [String] = loaded.names
  private static let codes: PhraseTable = loaded.codes
  private static let tables: [(Style, PhraseTable)] = loaded.tables

  /// Every sign, word and code that counts in running text, folded.
  static let phrases: [String] = {
    var codes: [String] = []
    let named = [NumberTables.signs, NumberTables.currencyWords, NumberTables.coins].flatMap {
      PhraseTable.rows($0, codes: &codes).map(\.0)
    }
    return named + knownCodes.map { $0.lowercased() }
  }()

  private static let loaded: (names: [String], codes: PhraseTable, tables: [(Style, PhraseTable)]) = {
    var names: [String] = []
    let signs = PhraseTable(PhraseTable.rows(NumberTables.signs, codes: &names))
    let words = PhraseTable(PhraseTable.rows(NumberTables.currencyWords, codes: &names))
    let coins = PhraseTable(PhraseTable.rows(NumberTables.coins, codes: &names))
    let short = PhraseTable(PhraseTable.rows(NumberTables.fieldSigns, codes: &names))
    let first = names.count
    names += NumberTables.currencyCodes.split { $0 == " " || $0 == "\n" }.map(String.init)
    let codes = PhraseTable(names[first...].enumerated().map { ($1.lowercased(), first + $0) })
    return (names, codes, [(.sign, signs), (.code, codes), (.word, words), (.coin, coins), (.fieldSign, short)])
  }()
}

extension CurrencyMention {
  /// The code of ISO 4217, where the sign, the locale's region or its language makes it certain; else nil.
  func code(in text: WrittenText, locale: String?, hint: String?) -> String? {
    if let code { return code }
    if let hint, CurrencyMention.isCode(hint) { return hint.uppercased() }
    let sign = text.written(range).lowercased()
    let language = locale?.split { $0 == "-" || $0 == "_" }.first?.lowercased()
    switch sign {
    case "$", "＄": return NumberConvention.region(of: locale).flatMap { CurrencyMention.dollars[$0] }
    case "£", "￡", "pound", "pounds": return locale == nil || language == "en" ? "GBP" : nil
    case "¥", "￥": return language == "ja" ? "JPY" : language == "zh" ? "CNY" : nil
    case "kr", "kr.", "kronor", "kroner", "krone", "krona":
      return language.flatMap { ["sv": "SEK", "nb": "NOK", "nn": "NOK", "no": "NOK", "da": "DKK", "is": "ISK"][$0] }
    case "rs", "rs.", "rupees", "rupee":
      return NumberConvention.region(of: locale).flatMap { ["IN": "INR", "PK": "PKR"][$0] }
    case "р", "р.": return "RUB"
    default: return nil
    }
  }

  /// Whether a text is a code of the table, in any case.
  static func isCode(_ text: String) -> Bool {
    text.utf8.count == 3 && knownCodes.contains(text.uppercased())
  }

  private static let knownCodes = Set(NumberTables.currencyCodes.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let dollars: [String: String] = {
    var dollars: [String: String] = [:]
    for pair in NumberTables.dollarRegions.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      dollars[String(pair.prefix(2))] = String(pair.suffix(3))
    }
    return dollars
  }()
}
