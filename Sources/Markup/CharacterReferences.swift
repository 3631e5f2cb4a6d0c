/// What the HTML standard says of character references.
enum CharacterReferences {
  /// The names that count without a semicolon too (the standard's table of named character references).
  static let legacy = Set(
    """
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute
    Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc
    Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent
    copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl
    igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash
    otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc
    ugrave uml uuml yacute yen yuml
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  static let longestLegacy = 6

  /// What each name stands for.
  static let characters: [String: String] = {
    var table: [String: String] = [:]
    table.reserveCapacity(2_200)
    for entry in names.utf8.split(whereSeparator: { $0 == ASCII.space || $0 == ASCII.lineFeed }) {
      guard let equals = entry.firstIndex(of: ASCII.equals) else { continue }
      let numbers = entry[entry.index(after: equals)...].split(separator: UInt8(ascii: "+"))
      let scalars = numbers.compactMap { UInt32(Substring($0), radix: 16).flatMap(Unicode.Scalar.init) }
      table[String(Substring(entry[..<equals]))] = String(String.UnicodeScalarView(scalars))
    }
    return table
  }()

  /// The character a number stands for: windows-1252 for 0x80...0x9F, U+FFFD for what is no character.
  static func scalar(_ number: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(number) { return windows1252[Int(number - 0x80)] }
    return number == 0 ? "\u{FFFD}" : Unicode.Scalar(number) ?? "\u{FFFD}"
  }

  /// The value of a digit, or nil.
  static func digit(_ byte: UInt8, hexadecimal: Bool) -> UInt32? {
    if ASCII.isDigit(byte) { return UInt32(byte - 48) }
    let letter = (byte | 0x20) &- 97
    return hexadecimal && letter < 6 ? UInt32(letter) + 10 : nil
  }

  /// The standard's table for numbers 0x80...0x9F; five of them stay controls.
  private static let windows1252: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}
