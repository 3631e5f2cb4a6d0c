/// Words and letters behind a number that multiply it: `k`, `million`, `Mrd`, `lakh`, `万`.
enum Magnitude {
  /// Words that mean a power of ten in any text.
  private static let wordPowers: [(String, Int)] = [
    ("hundred", 2), ("thousand", 3), ("tausend", 3), ("tsd", 3), ("tsd.", 3), ("mille", 3), ("mil", 3), ("mila", 3),
    ("tys", 3), ("tys.", 3), ("тыс", 3), ("тыс.", 3), ("тысяч", 3), ("тысячи", 3), ("тис.", 3), ("bin", 3), ("हजार", 3),
    ("千", 3), ("万", 4), ("萬", 4), ("만", 4), ("億", 8), ("亿", 8), ("억", 8), ("兆", 12), ("조", 12),
    ("lakh", 5), ("lakhs", 5), ("lac", 5), ("lacs", 5), ("लाख", 5), ("crore", 7), ("crores", 7), ("करोड़", 7), ("अरब", 9),
    ("खरब", 11), ("हज़ार", 3),
    ("million", 6), ("millions", 6), ("millionen", 6), ("mio", 6), ("mio.", 6), ("mln", 6), ("mln.", 6), ("mn", 6),
    ("millón", 6), ("millones", 6), ("milhão", 6), ("milhões", 6), ("milhoes", 6), ("milione", 6), ("milioni", 6),
    ("miljoen", 6), ("miljoner", 6),
    ("millioner", 6), ("milyon", 6), ("milionów", 6), ("miliony", 6), ("milionů", 6), ("млн", 6), ("млн.", 6),
    ("миллион", 6), ("миллиона", 6), ("миллионов", 6), ("मिलियन", 6),
    ("billion", 9), ("billions", 9), ("bn", 9), ("milliard", 9), ("milliards", 9), ("mrd", 9),
    ("mrd.", 9), ("milliarden", 9), ("mld", 9), ("mld.", 9), ("miliardi", 9), ("miljard", 9),
    ("miljarder", 9), ("milliarder", 9), ("milyar", 9), ("bilhão", 9), ("bilhões", 9),
    ("mil millones", 9), ("млрд", 9), ("млрд.", 9), ("миллиардов", 9), ("बिलियन", 9),
    ("trillion", 12), ("trillions", 12), ("tn", 12), ("billionen", 12), ("трлн", 12), ("trilhões", 12),
  ]
  private static let words = PhraseTable(wordPowers)

  /// Letters that mean a power of ten directly behind the digits.
  private static let letterPowers = [("k", 3), ("m", 6), ("mm", 6), ("b", 9), ("g", 9), ("t", 12), ("к", 3)]
  private static let letters = PhraseTable(letterPowers)

  /// Every word and letter.
  static let phrases: [String] = (wordPowers + letterPowers).map(\.0)

  /// The power of ten that follows a number which ends at `end`, and where it ends; nil where none does.
  ///
  /// Single letters count directly behind the digits only, with `spaced` also behind a space.
  static func read(in text: WrittenText, at end: Int, letters takesLetters: Bool, spaced: Bool = false) -> (
    end: Int, value: Int
  )? {
    let next = text.skippingSpaces(from: end)
    if let word = words.match(in: text, at: text.byte(next) == 45 && next == end ? next + 1 : next) { return word }
    guard takesLetters, next == end || spaced && next == end + 1, let letter = letters.match(in: text, at: next),
      !text.isDigit(letter.end)
    else { return nil }
    return letter
  }
}
