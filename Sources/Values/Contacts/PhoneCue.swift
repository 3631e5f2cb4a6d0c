/// What the words before a row of digits say it is.
enum PhoneCue {
  case phone
  /// An account, a card, an order: no telephone number.
  case other
  case none

  /// How far back a word is looked for, in bytes.
  private static let reach = 48

  private static let phoneWords = [
    "phone", "tel", "call", "mobile", "cell", "fax", "dial", "whatsapp", "sms", "hotline", "contact", "office", "handy",
    "movil",
    "m\u{F3}vil", "celular", "t\u{E9}l", "gsm", "ring", "\u{7535}\u{8BDD}", "\u{96FB}\u{8A71}", "\u{442}\u{435}\u{43B}",
  ]
  private static let otherWords = [
    "account", "acct", "card", "invoice", "order", "iban", "passport", "case", "ref", "serial", "isbn", "issn", "omb",
    "ticket",
    "policy", "customer", "tracking", "transaction", "ssn", "konto", "rechnung", "facture", "sku", "ean", "gtin", "upc",
    "timestamp",
    "doi", "patent", "no.", "nr.", "id",
  ]

  /// What the last such word before an index on its line says.
  static func before(_ index: Int, in bytes: [UInt8]) -> PhoneCue {
    var start = max(0, index - reach)
    if let line = bytes[start..<index].lastIndex(of: 0x0A) { start = line + 1 }
    let window = bytes[start..<index].map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }
    let phone = last(phoneWords, in: window)
    let other = last(otherWords, in: window)
    if let phone, phone >= other ?? -1 || isNumberOf(window, from: phone) { return .phone }
    return other == nil ? .none : .other
  }

  /// Whether only `number`, `no.` and the like stand behind a word: `phone no.`.
  private static func isNumberOf(_ window: [UInt8], from index: Int) -> Bool { window.count - index <= 16 }

  /// Where the last of the words begins, each at the beginning of a word of the text.
  private static func last(_ words: [String], in window: [UInt8]) -> Int? {
    var found: Int?
    for word in words {
      let letters = Array(word.utf8)
      guard window.count >= letters.count else { continue }
      for start in stride(from: window.count - letters.count, through: (found ?? -1) + 1, by: -1)
      where window[start] == letters[0] && window[start..<start + letters.count].elementsEqual(letters)
        && isWordStart(window, start, letters)
      {
        found = start
        break
      }
    }
    return found
  }

  private static func isWordStart(_ window: [UInt8], _ start: Int, _ letters: [UInt8]) -> Bool {
    let isLetterBefore = start > 0 && isASCIILetter(window[start - 1])
    // `telephone`, `smartphone`: the word may end another one, but for the short ones.
    guard !isLetterBefore || letters == Array("phone".utf8) else { return false }
    let end = start + letters.count
    guard letters.count <= 3, end < window.count else { return true }
    return !isASCIILetter(window[end]) || letters == Array("tel".utf8) || letters == Array("ref".utf8)
  }
}
