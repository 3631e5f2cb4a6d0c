import Records
import Text

/// What stands between the turns of an interview and belongs to neither: captions, credits, links to other pieces,
/// notes on how the interview came about.
enum InterviewAside: Sendable {
  /// Never a part of an answer.
  case certain
  /// No part of an answer that says something besides it.
  case likely

  private static let pictures = LineStarts([
    "photograph", "photographs", "photography", "photographie", "fotografie", "fotografía", "photo", "photos",
    "picture", "pictures", "image", "images", "imagen", "imágenes", "credit", "credits", "crédit", "crédits",
    "caption", "foto", "fotos", "bild", "bilder", "abbildung", "illustration", "illustrations", "ilustración",
    "grafik", "figure", "fig.", "abb.", "bildquelle", "quelle", "legende", "légende",
  ])
  private static let pictureSigns = LineStarts([
    ":", " :", "/", " /", " by ", " ©", "©", " courtesy", " par ", " von ", " credit",
  ])
  private static let leads = LineStarts([
    "read more", "read also", "read next", "see also", "related", "more on this", "more from", "lire aussi",
    "à lire", "lesen sie auch", "mehr zum thema", "siehe auch", "lea también", "lee también", "ver también",
    "leer más", "advertisement", "anzeige", "publicité", "publicidad", "sign up", "subscribe", "share this",
    "follow us", "listen:", "watch:", "video:", "audio:", "podcast:", "above:", "below:", "left:", "right:",
    "from left", "clockwise from", "©", "(photo", "[photo", "(foto", "(image", "[image", "(bild",
  ])
  private static let notes = LineStarts([
    "this interview has been", "this interview was", "this conversation has been", "this conversation was",
    "the interview was", "the conversation was", "interview:", "interview by", "interview conducted",
    "interviewed by", "das interview führte", "das gespräch führte", "die fragen stellte", "propos recueillis",
    "entretien réalisé", "entretien mené", "entrevista realizada", "entrevista de", "edited for length",
    "as told to", "intervista di",
  ])
  private static let credits = LineStarts([
    "(photo:", "(photo by", "(photograph", "(image:", "(credit", "(foto:", "(bild:",
  ])

  /// What a line is beside the turns, nil for one that may belong to them; `names` are the people of the page.
  static func of(_ line: InterviewLine, on page: ReadPage, names: CapitalNames) -> InterviewAside? {
    if line.kind == .tableRow || line.kind == .code { return .certain }
    let words = line.words(on: page)
    guard words <= 40 else { return nil }
    let text = page.text[line.whole]
    let folded = folded(text)
    if isCredit(folded) || notes.begin(folded) { return .certain }
    if words <= 25, leads.begin(folded) { return .certain }
    if line.kind == .quote, page.blocks.count <= 2000, repeats(text, line, on: page) { return .certain }
    if words <= 12, line.end == .none, line.kind != .listItem, line.kind != .heading { return .likely }
    if words <= 30, line.kind != .heading, names.begin(text) { return .likely }
    return nil
  }

  /// The line in lower case.
  private static func folded(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if line.contains(where: { $0 >= 0x80 }) {
      return Array(String(decoding: line, as: UTF8.self).lowercased().utf8)[...]
    }
    return line.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }[...]
  }

  private static func isCredit(_ folded: ArraySlice<UInt8>) -> Bool {
    for length in pictures.lengths(in: folded) {
      let rest = folded.dropFirst(length)
      if pictureSigns.begin(rest) { return true }
      if rest.first == 0x20, isNumber(rest.dropFirst()) { return true }
    }
    return folded.indices.contains { folded[$0] == UInt8(ascii: "(") && credits.begin(folded[$0...]) }
  }

  /// Whether text begins with a number of any script.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if first < 0x80 { return first &- 48 < 10 }
    let scalars = String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars
    return scalars.first?.properties.numericType != nil
  }

  /// Whether a quotation stands elsewhere on the page too, as one that a designer pulls out does.
  private static func repeats(_ text: ArraySlice<UInt8>, _ line: InterviewLine, on page: ReadPage) -> Bool {
    let written = String(decoding: text, as: UTF8.self)
    let letters = written.drop { "\"“”„«»'‘’ ".contains($0) }.prefix { !"\"“”„«»".contains($0) }
    guard letters.utf8.count >= 20 else { return false }
    return page.blocks.contains { $0 != line.whole && holds(Array(letters.utf8), page.text, $0) }
  }

  /// Whether bytes stand in a block.
  private static func holds(_ bytes: [UInt8], _ text: [UInt8], _ block: Range<Int>) -> Bool {
    guard block.count >= bytes.count else { return false }
    return (block.lowerBound...block.upperBound - bytes.count).contains { start in
      text[start] == bytes[0] && text[start..<start + bytes.count].elementsEqual(bytes)
    }
  }
}

/// Words and signs that lines begin with, found by their first byte.
struct LineStarts: Sendable {
  private var byFirst: [[[UInt8]]] = Array(repeating: [], count: 256)

  init(_ starts: [String]) {
    for start in starts {
      let bytes = Array(start.utf8)
      if let first = bytes.first { byFirst[Int(first)].append(bytes) }
    }
  }

  /// Whether a line begins with one of them.
  func begin(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    return byFirst[Int(first)].contains { line.starts(with: $0) }
  }

  /// The lengths of those that a line begins with.
  func lengths(in line: ArraySlice<UInt8>) -> [Int] {
    guard let first = line.first else { return [] }
    return byFirst[Int(first)].filter { line.starts(with: $0) }.map(\.count)
  }
}
