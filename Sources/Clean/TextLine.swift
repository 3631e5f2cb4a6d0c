import Text

/// A line of a plain text, white space folded, and what it looks like.
struct TextLine: Hashable, Sendable {
  /// In normalization form C; empty for a blank line.
  let text: String
  let isBlank: Bool

  /// The longest line, in characters, that is taken for a title, and for a heading.
  private static let longestTitle = 120
  private static let longestHeading = 80
  /// How many lines are passed over before the title, as they hold an address or a date.
  private static let mostBeforeTitle = 6

  init(_ text: String) {
    self.text = text
    isBlank = text.isEmpty
  }

  /// The lines of a text in UTF-8, control characters left out.
  static func all(of utf8: [UInt8]) -> [TextLine] {
    var lines = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      var folder = WhiteSpaceFolder()
      folder.append(line.filter { $0 >= 0x20 || (0x09...0x0D).contains($0) })
      return TextLine(nfc(String(decoding: folder.finish(), as: UTF8.self)))
    }
    while lines.last?.isBlank == true { lines.removeLast() }
    return lines
  }

  /// The line that is the text's title: the first, but for lines of addresses and dates; nil where that is too long,
  /// opens something else, or is the begin of a paragraph that goes on below it.
  static func title(of lines: [TextLine]) -> Int? {
    let written = lines.indices.lazy.filter { !lines[$0].isBlank }.prefix(mostBeforeTitle)
    guard let first = written.first(where: { !lines[$0].isAddress && !lines[$0].isDate }) else { return nil }
    let line = lines[first]
    guard line.text.unicodeScalars.count <= longestTitle, !line.opensBlock, !line.isPlace else { return nil }
    let isAlone = first + 1 >= lines.count || lines[first + 1].isBlank
    return isAlone || !line.goesOn(in: lines[first + 1]) ? first : nil
  }

  /// Whether it reads as a heading where it stands alone: short, with a letter, and no end of a sentence.
  var looksLikeHeading: Bool {
    text.unicodeScalars.count <= TextLine.longestHeading && !endsSentence && !opensBlock && !isPlace && !isAddress
      && !isDate && !isNote && !text.contains("@") && text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// Whether it ends with a full stop, a question mark or another sign that ends or interrupts a sentence.
  var endsSentence: Bool {
    let end = text.unicodeScalars.last { !"\"'”’»)] ".unicodeScalars.contains($0) }
    return end.map { ".!?…:;,。！？：；、，".unicodeScalars.contains($0) } ?? false
  }

  /// Whether the sentence goes on in the next line: that begins in lower case, or this line fills a usual width.
  private func goesOn(in next: TextLine) -> Bool {
    guard !endsSentence, !next.opensBlock, let first = next.text.unicodeScalars.first else { return false }
    return first.properties.isLowercase
  }

  /// Whether it begins a paragraph wherever it stands: a turn of an interview or a list item.
  var opensBlock: Bool { opensTurn || isListItem }

  var isListItem: Bool { ["- ", "* ", "• ", "· "].contains(where: text.hasPrefix) }

  /// Whether it begins with `Q.`, `A:` and the like, or with a speaker's name in capitals and a colon.
  var opensTurn: Bool {
    let head = text.prefix(32)
    guard let sign = head.firstIndex(where: { $0 == ":" || $0 == "." || $0 == "：" }), sign != head.startIndex else {
      return false
    }
    let behind = text.index(after: sign)
    guard behind < text.endIndex, text[behind] == " " || text[sign] == "：" else { return false }
    let mark = text[..<sign].trimmingSuffix { $0 == " " || $0.isNumber }
    if ["Q", "A"].contains(mark) { return true }
    guard text[sign] != "." else { return false }
    if TextLine.marks.contains(mark.lowercased()) { return true }
    return mark.count >= 2 && mark.allSatisfy { $0.isUppercase || " .-'’&".contains($0) }
      && text[behind...].contains(where: \.isLowercase)
  }

  private static let marks: Set<String> = [
    "question", "answer", "frage", "antwort", "réponse", "pregunta", "respuesta", "domanda", "risposta", "f", "r", "p",
  ]

  /// Whether it says where something is and nothing else, as `US, MA, Boston` or `GB, London` do.
  var isPlace: Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 5, bytes.count <= 80, bytes[2] == 0x2C, bytes[3] == 0x20,
      bytes[..<2].allSatisfy({ (65...90).contains($0) }), !endsSentence
    else { return false }
    let parts = text.split(separator: ",").dropFirst()
    return parts.count <= 2
      && parts.allSatisfy { part in
        let name = part.drop { $0 == " " }
        let words = name.split(separator: " ")
        return name.first.map { $0.isUppercase || $0.isNumber } ?? false && words.count <= 4
          && words.allSatisfy { $0.first.map { $0.isLetter || $0.isNumber || $0 == "(" } ?? false }
      }
  }

  /// Whether it is one word, a colon and something else, as in `Photograph: Ada Moss`.
  private var isNote: Bool {
    guard let colon = text.firstIndex(of: ":"), text.index(after: colon) < text.endIndex else { return false }
    return !text[..<colon].contains(" ")
  }

  /// Whether it holds a web address and hardly anything else.
  var isAddress: Bool {
    (text.contains("://") || text.hasPrefix("www.")) && text.split(separator: " ").count <= 3
  }

  /// Whether it holds a date or time and nothing else.
  private var isDate: Bool {
    let words = text.split { !($0.isLetter || $0.isNumber) }
    return words.count <= 8 && words.contains { $0.first?.isNumber == true }
      && words.allSatisfy { $0.first?.isNumber == true || TextLine.isDateWord($0.lowercased()) }
  }

  private static func isDateWord(_ word: String) -> Bool {
    dateWords.contains(word) || word.count >= 3 && dateNames.contains { $0.hasPrefix(word) }
  }

  private static let dateWords: Set<String> = [
    "of", "de", "del", "le", "la", "the", "at", "on", "um", "à", "uhr", "h", "am", "pm", "utc", "gmt", "cet", "cest",
    "st",
    "nd", "rd", "th", "er", "t", "z", "den", "vom", "du", "date", "datum", "fecha", "updated", "published",
  ]
  private static let dateNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "sept", "october",
    "november",
    "december", "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "janvier", "février", "mars",
    "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "enero", "febrero", "marzo",
    "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes",
    "miércoles", "jueves", "viernes", "sábado", "domingo",
  ]
}

extension StringProtocol {
  /// Without the characters at its end that fulfil a condition.
  fileprivate func trimmingSuffix(_ condition: (Character) -> Bool) -> String {
    String(reversed().drop(while: condition).reversed())
  }
}
