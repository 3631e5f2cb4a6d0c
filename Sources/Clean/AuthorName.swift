import Records
import Text

/// The names in what a page writes of its author: without `By`, roles, dates, addresses and the site's boilerplate; more
/// than one where `and`, `und`, `et`, `y`, `,`, `;`, `/`, `|` or `&` stands between them.
func authorNames(in written: String) -> [String] {
  if written.utf8.count > mostBytes { return [] }
  var words = readableText(written).split(separator: " ").map(String.init)
  words.removeAll { isAddress($0) }
  words = Array(afterPreposition(words)[...])
  words = Array(words[..<endOfNames(words)])
  var names: [String] = []
  for piece in pieces(words) {
    let name = piece.trimming { " .,:;\"'-–@“”„‘’()<>".contains($0) }
    if name.utf8.count > longestName || name.split(separator: " ").count > mostWordsOfName { return [] }
    guard isName(name), !names.contains(where: { wordForm($0) == wordForm(name) }) else { continue }
    names.append(name)
    if names.count == mostNames { break }
  }
  return names
}

/// In bytes; what is longer is a sentence about a person.
private let longestName = 60
private let mostWordsOfName = 6
private let mostNames = 30
/// What is longer names nobody, in bytes.
private let mostBytes = 20_000

private func isAddress(_ word: String) -> Bool {
  let word = word.lowercased()
  if word.contains("://") || word.hasPrefix("www.") { return true }
  guard let at = word.firstIndex(of: "@") else { return false }
  return at != word.startIndex && word[at...].contains(".")
}

/// The words after `By` and the like; all of them where there is none.
private func afterPreposition(_ words: [String]) -> ArraySlice<String> {
  for (place, word) in words.prefix(5).enumerated() {
    let plain = plainWord(word)
    if prepositions.contains(plain) { return words.count > place + 1 ? words[(place + 1)...] : [] }
    if !openers.contains(plain) { break }
  }
  return words[...]
}

private func plainWord(_ word: String) -> String {
  word.lowercased().trimming { ":.,：".contains($0) }
}

/// Where the names end and a role, a date or another line begins.
private func endOfNames(_ words: [String]) -> Int {
  for place in words.indices.dropFirst() {
    let word = words[place]
    let plain = plainWord(word)
    if enders.contains(plain) || word.first?.isNumber == true || "(|[•·–—-".contains(word.first ?? " ") { return place }
    if words[place - 1].hasSuffix(":") { return place }
    let next = place + 1 < words.count ? words[place + 1] : ""
    if plain == "is" && ["a", "an", "the"].contains(next.lowercased()) { return place }
    if next.first?.isNumber == true && monthNumber(plain) != nil { return place }
  }
  return words.count
}

/// The words cut at what stands between names.
private func pieces(_ words: [String]) -> [String] {
  var pieces = [""]
  for word in words {
    if ["and", "und", "et", "y", "&", "/", "|"].contains(word.lowercased()) {
      pieces.append("")
      continue
    }
    let parts = word.split(omittingEmptySubsequences: false) { ",;/|&".contains($0) }
    for (place, part) in parts.enumerated() {
      if place > 0 { pieces.append("") }
      if !part.isEmpty { pieces[pieces.count - 1] += (pieces[pieces.count - 1].isEmpty ? "" : " ") + part }
    }
  }
  return pieces
}

private func isName(_ text: String) -> Bool {
  let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(String.init)
  guard words.contains(where: { $0.contains(where: \.isLetter) }) else { return false }
  if noNames.contains(words.joined(separator: " ")) || text.contains("*") { return false }
  if words.count == 1, monthNames.contains(words[0]) { return false }
  return !words.allSatisfy { roleWords.contains($0) }
}

extension String {
  /// The text without the characters at both ends for which `isOut` holds.
  func trimming(_ isOut: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, isOut(first) { rest.removeFirst() }
    while let last = rest.last, isOut(last) { rest.removeLast() }
    return String(rest)
  }
}

/// Words that lead from a byline to its names.
let prepositions: Set<String> = [
  "by", "von", "par", "por", "di", "da", "door", "from", "author", "authors", "autor", "autorin", "autoren",
  "verfasser",
  "auteur", "autore",
]

/// Words that may stand before those.
private let openers: Set<String> = [
  "story", "article", "text", "words", "written", "posted", "published", "created", "reviewed", "submitted", "asked",
  "started", "geschrieben", "veröffentlicht", "verfasst", "ein", "eine", "artikel", "beitrag", "erstellt", "publié",
  "écrit", "escrito", "publicado", "pubblicato", "scritto", "view", "all", "posts", "more", "articles", "the",
]

/// Words that no name goes over.
private let enders: Set<String> = [
  "on", "am", "at", "le", "el", "in", "vom", "updated", "published", "posted", "schreibt", "bei", "um", "minutes",
  "min",
]

/// Months that are no given name too.
private let monthNames: Set<String> = [
  "january", "february", "march", "july", "september", "october", "november", "december", "januar", "februar", "märz",
  "juli", "oktober", "dezember",
]

private let roleWords: Set<String> = [
  "senior", "staff", "contributing", "managing", "deputy", "chief", "guest", "associate", "editor", "editors", "writer",
  "reporter", "author", "authors", "journalist", "contributor", "correspondent", "redakteur", "redakteurin", "autor",
  "autorin", "ceo", "cto", "phd", "ph", "d", "md", "m", "jr", "sr", "cpa", "rd", "mba", "esq", "founder", "team", "in",
  "director", "manager", "specialist", "of", "head",
]

private let noNames: Set<String> = [
  "admin", "administrator", "guest", "unknown", "anonymous", "user", "wordpress", "default", "none", "null", "true",
  "redaktion", "posted", "follow", "share", "about the author", "webmaster", "view all posts", "more", "see all",
  "the author", "about", "profile", "n a", "contact", "home", "no author", "quelle", "source", "login", "name",
  "undefined", "updated", "datum", "wordpressadmin",
]
