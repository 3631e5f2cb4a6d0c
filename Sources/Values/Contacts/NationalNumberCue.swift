/// The words that stand before national numbers, and whose numbers they are.
enum NationalNumberCue {
  /// How far before a number its word may begin, in bytes.
  private static let reach = 64
  /// How much may stand between the word and the number: `number is`, `(no.):`.
  private static let mostBetween = 20

  private struct Cue {
    var words: [UInt8]
    var countries: [String]
  }

  /// In lower case.
  private static let cues: [Cue] = [
    ("social security", ["US"]), ("ssn", ["US"]), ("national insurance", ["GB"]), ("nino", ["GB"]), ("nhs", ["GB"]),
    ("social insurance", ["CA"]), ("tax file", ["AU"]), ("tfn", ["AU"]), ("pps", ["IE"]), ("ppsn", ["IE"]),
    ("personal public service", ["IE"]), ("aadhaar", ["IN"]), ("identity", ["ZA"]), ("id number", ["ZA", "CN"]),
    ("steuer-id", ["DE"]), ("steueridentifikationsnummer", ["DE"]), ("identifikationsnummer", ["DE"]), ("idnr", ["DE"]),
    ("rentenversicherungsnummer", ["DE"]), ("sozialversicherungsnummer", ["DE", "AT"]), ("svnr", ["AT"]),
    ("ahv", ["CH"]), ("avs", ["CH"]), ("nir", ["FR"]), ("sécurité sociale", ["FR"]), ("insee", ["FR"]),
    ("numéro national", ["BE"]), ("registre national", ["BE"]), ("rijksregisternummer", ["BE"]), ("bsn", ["NL"]),
    ("burgerservicenummer", ["NL"]), ("sofinummer", ["NL"]), ("codice fiscale", ["IT"]), ("dni", ["ES"]),
    ("nie", ["ES"]),
    ("nif", ["ES", "PT"]), ("contribuinte", ["PT"]), ("cpf", ["BR"]), ("cnpj", ["BR"]), ("rut", ["CL"]),
    ("curp", ["MX"]),
    ("personnummer", ["SE", "NO"]), ("fødselsnummer", ["NO"]), ("cpr", ["DK"]), ("personnumre", ["DK"]),
    ("henkilötunnus", ["FI"]), ("hetu", ["FI"]), ("isikukood", ["EE"]), ("asmens kodas", ["LT"]), ("pesel", ["PL"]),
    ("rodné číslo", ["CZ", "SK"]), ("r.č", ["CZ", "SK"]), ("cnp", ["RO"]), ("егн", ["BG"]), ("egn", ["BG"]),
    ("oib", ["HR"]), ("kimlik", ["TR"]), ("身份证", ["CN"]), ("公民身份号码", ["CN"]),
  ].map { Cue(words: Array($0.0.utf8), countries: $0.1) }

  /// The countries whose numbers a word before an index, in its sentence, announces.
  static func countries(before index: Int, in bytes: [UInt8]) -> [String] {
    let start = max(0, index - reach)
    let window = bytes[start..<index].map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    return cues.filter { announces($0.words, window) }.flatMap(\.countries)
  }

  private static func announces(_ words: [UInt8], _ window: [UInt8]) -> Bool {
    guard window.count >= words.count else { return false }
    let last = window.count - words.count
    for start in stride(from: last, through: max(0, last - mostBetween), by: -1)
    where window[start] == words[0] && window[start..<start + words.count].elementsEqual(words) {
      let isWhole = start == 0 || !isASCIILetter(window[start - 1])
      if isWhole, leadsOn(window[(start + words.count)...]) { return true }
    }
    return false
  }

  /// Whether what stands between a word and a number is nothing else's beginning: no digit, no other line or sentence.
  private static func leadsOn(_ between: ArraySlice<UInt8>) -> Bool {
    if let first = between.first, isASCIILetter(first) { return false }
    for (place, byte) in zip(between.indices, between) {
      if isASCIIDigit(byte) || byte == 0x0A || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") { return false }
      let isStop = byte == UInt8(ascii: ".") && place + 2 < between.endIndex && between[place + 1] == 0x20
      // "no. 12" goes on, "ends here. The 12" doesn't.
      if isStop, place - between.startIndex > 4 { return false }
    }
    return true
  }
}
