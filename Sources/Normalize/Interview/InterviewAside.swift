import Records
import Text

/// What stands between the turns of an interview and belongs to neither: captions, credits, links to other pieces,
/// notes on how the interview came about.
enum InterviewAside: Sendable {
  /// Never a part of an answer.
  case certain
  /// No part of an answer that says something besides it.
  case likely

  private static let pictures = [
    "photograph", "photographs", "photography", "photographie", "fotografie", "fotografía", "photo", "photos",
    "picture", "pictures", "image", "images", "imagen", "imágenes", "credit", "credits", "crédit", "crédits",
    "caption", "foto", "fotos", "bild", "bilder", "abbildung", "illustration", "illustrations", "ilustración",
    "grafik", "figure", "fig.", "abb.", "bildquelle", "quelle", "legende", "légende",
  ]
  private static let pictureSigns = [":", " :", "/", " /", " by ", " ©", "©", " courtesy", " par ", " von ", " credit"]
  private static let leads = [
    "read more", "read also", "read next", "see also", "related", "more on this", "more from", "lire aussi",
    "à lire", "lesen sie auch", "mehr zum thema", "siehe auch", "lea también", "lee también", "ver también",
    "leer más", "advertisement", "anzeige", "publicité", "publicidad", "sign up", "subscribe", "share this",
    "follow us", "listen:", "watch:", "video:", "audio:", "podcast:", "above:", "below:", "left:", "right:",
    "from left", "clockwise from", "©", "(photo", "[photo", "(foto", "(image", "[image", "(bild",
  ]
  private static let notes = [
    "this interview has been", "this interview was", "this conversation has been", "this conversation was",
    "the interview was", "the conversation was", "interview:", "interview by", "interview conducted",
    "interviewed by", "das interview führte", "das gespräch führte", "die fragen stellte", "propos recueillis",
    "entretien réalisé", "entretien mené", "entrevista realizada", "entrevista de", "edited for length",
    "as told to", "intervista di",
  ]

  /// What a line is beside the turns, nil for one that may belong to them; `names` are the people of the page.
  static func of(_ line: InterviewLine, on page: ReadPage, names: [String]) -> InterviewAside? {
    if line.kind == .tableRow || line.kind == .code { return .certain }
    guard line.words <= 40 else { return nil }
    let text = page.string(line.whole)
    let folded = text.lowercased()
    if isCredit(folded) || notes.contains(where: folded.hasPrefix) { return .certain }
    if line.words <= 25, leads.contains(where: folded.hasPrefix) { return .certain }
    if line.kind == .quote, page.blocks.count <= 2000, repeats(text, line, on: page) { return .certain }
    if line.words <= 12, line.end == .none, line.kind != .listItem, line.kind != .heading { return .likely }
    if line.words <= 30, line.kind != .heading, names.contains(where: text.hasPrefix) { return .likely }
    return nil
  }

  private static func isCredit(_ folded: String) -> Bool {
    for word in pictures where folded.hasPrefix(word) {
      let rest = folded.dropFirst(word.count)
      if pictureSigns.contains(where: rest.hasPrefix) { return true }
      if let number = rest.dropFirst().first, rest.first == " ", number.isNumber { return true }
    }
    return ["(photo:", "(photo by", "(photograph", "(image:", "(credit", "(foto:", "(bild:"].contains(
      where: folded.contains)
  }

  /// Whether a quotation stands elsewhere on the page too, as one that a designer pulls out does.
  private static func repeats(_ text: String, _ line: InterviewLine, on page: ReadPage) -> Bool {
    let letters = text.drop { "\"“”„«»'‘’ ".contains($0) }.prefix { !"\"“”„«»".contains($0) }
    guard letters.utf8.count >= 20 else { return false }
    return page.blocks.contains { $0 != line.whole && page.string($0).contains(letters) }
  }
}
