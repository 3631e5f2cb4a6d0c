/// A person's name in its parts.
package struct PersonName: Hashable, Sendable {
  /// Given names and initials, with spaces between them; empty where there is one name only.
  package var given: String
  /// The family name with its particles; empty where unknown.
  package var family: String
  /// Generation: `Jr.`, `Sr.`, `II`, `III`, `IV`; nil where there is none.
  package var generation: String?

  init(given: String, family: String, generation: String? = nil) {
    self.given = given
    self.family = family
    self.generation = generation
  }

  /// `Given Family`, and the generation.
  package var canonical: String {
    [given, family, generation ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Reads a person's name: `Prof. Dr. Ada van der Berg, PhD`, `BERG, Ada van der`, `Berg AJ`.
///
/// Titles and degrees are dropped, `Family, Given` is turned, initials are written `A. J.`, and a name all in capitals or all in
/// small letters gets capitals. Chinese, Japanese and Korean names in their own script stay as they are written.
///
/// - Returns: nil where it isn't the name of one person: digits, `@`, addresses, several names, more than eight words.
package func readPersonName(_ text: String) -> PersonName? {
  let name = trimmedASCII(text)
  guard (2...120).contains(name.utf8.count),
    !name.utf8.contains(where: { isASCIIDigit($0) || "@/|<>=;&".utf8.contains($0) })
  else {
    return nil
  }
  let parts = name.split(separator: ",").map { words($0) }.filter { !$0.isEmpty }
  guard let first = parts.first, parts.reduce(0, { $0 + $1.count }) <= 12 else { return nil }
  var generation: String?
  var rest: [[Substring]] = []
  for part in parts.dropFirst() {
    let kept = part.filter { !isTitle($0) }
    if let one = kept.first, kept.count == 1, let written = PersonName.generation(one) {
      generation = written
    } else if !kept.isEmpty {
      rest.append(kept)
    }
  }
  let head = withoutTitles(first)
  let reading: PersonName?
  switch rest.count {
  case 0: reading = naturalOrder(head)
  case 1: reading = turned(family: head, given: rest[0])
  default: reading = nil
  }
  guard var reading, reading.canonical.split(separator: " ").count <= 8 else { return nil }
  reading.generation = reading.generation ?? generation
  return reading
}

private func words(_ text: Substring) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

/// Titles before and behind a name; only where a name remains.
private let titles: Set<String> = [
  "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "doctor", "sir", "dame", "lord", "lady", "rev",
  "reverend",
  "fr", "hon", "herr", "frau", "hr", "fru", "dipl", "ing", "mag", "monsieur", "madame", "mme", "mlle", "m", "sr", "sra",
  "srta", "don", "dona", "dott", "dottssa", "sig", "signora", "ir", "drs", "mgr", "bc", "mudr", "judr", "phdr", "rndr",
  "doc",
  "phd", "md", "mba", "msc", "bsc", "ma", "ba", "bs", "ms", "mphil", "dphil", "llm", "llb", "jd", "dds", "dvm", "rn",
  "cpa",
  "cfa", "esq", "esquire", "obe", "mbe", "cbe", "kbe", "frs", "frcp", "facs", "dsc", "scd", "edd", "psyd", "med",
  "capt",
  "captain", "col", "colonel", "gen", "general", "lt", "lieutenant", "maj", "major", "sgt", "sergeant", "adm",
  "admiral",
  "pres", "president", "sen", "senator", "rep", "gov", "governor", "judge", "justice", "em", "emeritus", "hc", "habil",
  "rer",
  "nat", "pol", "phil", "jur", "univ", "priv", "doz", "by",
]
/// Titles that may as well be a name's letters: only with a point or in this very spelling.
private let doubtfulTitles: Set<String> = [
  "m", "ma", "ba", "bs", "ms", "em", "don", "don", "med", "rep", "gen", "major", "fr", "nat", "pol", "by", "sr", "doc",
  "hr", "bc", "hc",
]

private func letters(_ word: Substring) -> String { word.lowercased().filter(\.isLetter) }

private func isTitle(_ word: Substring) -> Bool { titles.contains(letters(word)) && !letters(word).isEmpty }

/// The words without titles at both ends and what belongs to them.
private func withoutTitles(_ words: [Substring]) -> [Substring] {
  var words = words[...]
  while words.count > 1, let first = words.first, isTitle(first), isSurelyTitle(first) { words = words.dropFirst() }
  while words.count > 1, let last = words.last, isTitle(last), isTrailingTitle(last, of: words.count) {
    words = words.dropLast()
  }
  return Array(words)
}

private func isSurelyTitle(_ word: Substring) -> Bool {
  !doubtfulTitles.contains(letters(word)) || word.hasSuffix(".") && word.utf8.count > 2 || letters(word) == "ms"
    || letters(word) == "by"
}

/// Behind a name a degree is known by its capitals: `MSc`, `PhD`, `MD`.
private func isTrailingTitle(_ word: Substring, of count: Int) -> Bool {
  guard count > 2, PersonName.generation(word) == nil else { return false }
  let capitals = word.unicodeScalars.filter { $0.properties.isUppercase }.count
  return capitals > 1 || ["esq", "esquire"].contains(letters(word))
}

/// Words that belong to the family name behind them.
private let particles: Set<String> = [
  "van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le", "les", "el", "al",
  "bin", "ibn",
  "ben", "bint", "ter", "ten", "te", "zu", "zum", "zur", "vom", "af", "av", "op", "st", "saint", "san", "santa", "y",
  "e", "lo", "degli", "dei", "'t", "mac", "abu", "dell",
]

extension PersonName {
  /// A generation in its usual spelling; nil for any other word.
  fileprivate static func generation(_ word: Substring) -> String? {
    switch word.lowercased().filter({ $0 != "." }) {
    case "jr", "jnr", "junior": "Jr."
    case "snr", "senior": "Sr."
    case "sr" where word.hasSuffix(".") || word == "Sr": "Sr."
    case "ii" where word == "II": "II"
    case "iii": "III"
    case "iv" where word == "IV": "IV"
    default: nil
    }
  }
}

/// `Given ... Family`, or `Family AB` as medical journals write it.
private func naturalOrder(_ words: [Substring]) -> PersonName? {
  var words = words[...]
  var generation: String?
  if words.count > 2, let last = words.last, let written = PersonName.generation(last) {
    generation = written
    words = words.dropLast()
  }
  guard let last = words.last, words.allSatisfy(isNameWord) else { return nil }
  if words.count == 1 { return PersonName(given: "", family: cased(words, in: words), generation: generation) }
  if isInitials(last), !words.dropLast().contains(where: isInitials), words.count <= 4 {
    let family = words.dropLast()
    return PersonName(given: initials(last), family: cased(family, in: family), generation: generation)
  }
  if let count = leadingFamily(words) {
    let family = words.prefix(count)
    return PersonName(
      given: givenNames(words.dropFirst(count), in: words), family: cased(family, in: words), generation: generation)
  }
  var start = words.endIndex - 1
  while start - 1 > words.startIndex, particles.contains(words[start - 1].lowercased()) { start -= 1 }
  // `García Márquez` can't be told from two given names; the last word and its particles are the family.
  return PersonName(
    given: givenNames(words[..<start], in: words), family: cased(words[start...], in: words), generation: generation)
}

/// The number of words at the beginning that are the family name, since they alone are in capitals: `BERG Ada`.
private func leadingFamily(_ words: ArraySlice<Substring>) -> Int? {
  let isLoud = { (word: Substring) in
    word.unicodeScalars.filter { $0.properties.isUppercase }.count > 2 && !word.contains(".")
      && word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
  }
  let count = words.prefix(while: isLoud).count
  return count > 0 && count < words.count && !words.dropFirst(count).contains(where: isLoud) ? count : nil
}

/// `Family, Given`; particles at the end of the given names go to the family: `Berg, Ada van der`.
private func turned(family: [Substring], given: [Substring]) -> PersonName? {
  var family = family
  var given = withoutTitles(given)[...]
  var generation: String?
  if family.count > 1, let last = family.last, let written = PersonName.generation(last) {
    generation = written
    family.removeLast()
  }
  if given.count > 1, let last = given.last, let written = PersonName.generation(last) {
    generation = written
    given = given.dropLast()
  }
  guard given.count <= 4, family.count <= 5, (family + given).allSatisfy(isNameWord) else { return nil }
  while given.count > 1, let last = given.last, particles.contains(String(last)) {
    family.insert(last, at: 0)
    given = given.dropLast()
  }
  return PersonName(
    given: givenNames(given, in: given), family: cased(family[...], in: family[...]), generation: generation)
}

/// Whether a word may stand in a name: letters with points, hyphens and apostrophes.
private func isNameWord(_ word: Substring) -> Bool {
  word.unicodeScalars.contains { $0.properties.isAlphabetic }
    && word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ".-'’ʼ‐·・\"()".unicodeScalars.contains(scalar)
        || scalar.properties.canonicalCombiningClass != .notReordered
    }
}

/// Whether a word is one to three capitals, with or without points and hyphens.
private func isInitials(_ word: Substring) -> Bool {
  let letters = word.unicodeScalars.filter { $0 != "." && $0 != "-" }
  return (1...3).contains(letters.count) && letters.allSatisfy { $0.properties.isUppercase }
    && (word.contains(".") || letters.count < 3)
}

/// Initials as `A. J.`; a hyphen between them stays: `J.-P.`.
private func initials(_ word: Substring) -> String {
  var out = ""
  for scalar in word.unicodeScalars where scalar != "." {
    if scalar == "-" {
      out.unicodeScalars.append(scalar)
    } else {
      if !out.isEmpty && !out.hasSuffix("-") { out += " " }
      out.unicodeScalars.append(scalar)
      out += "."
    }
  }
  return out
}

private func givenNames(_ words: ArraySlice<Substring>, in all: ArraySlice<Substring>) -> String {
  words.map {
    isInitials($0) && ($0.contains(".") || $0.utf8.count == 1 || !isShouted(all)) ? initials($0) : cased([$0], in: all)
  }
  .joined(separator: " ")
}

/// Whether all words are in capitals.
private func isShouted(_ words: ArraySlice<Substring>) -> Bool {
  words.contains { $0.unicodeScalars.count > 3 }
    && words.allSatisfy { $0.unicodeScalars.allSatisfy { !$0.properties.isLowercase } }
}

/// Words as they are written, but with capitals at the beginnings where the word is all in capitals or the name all in small letters.
private func cased(_ words: ArraySlice<Substring>, in all: ArraySlice<Substring>) -> String {
  let isWhispered = all.allSatisfy { $0.unicodeScalars.allSatisfy { !$0.properties.isUppercase } }
  return words.map { word -> String in
    let isLoud =
      word.unicodeScalars.filter { $0.properties.isAlphabetic }.count > 2
      && word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
      && word.unicodeScalars.contains { $0.properties.isUppercase }
    guard isLoud || isWhispered else { return String(word) }
    if particles.contains(word.lowercased()) { return word.lowercased() }
    return capitalised(word)
  }.joined(separator: " ")
}

/// Small letters with a capital at the beginning and behind hyphens and apostrophes.
private func capitalised(_ word: Substring) -> String {
  var out = ""
  var isStart = true
  for character in word {
    out += isStart ? character.uppercased() : character.lowercased()
    isStart = character == "-" || character == "'" || character == "’"
  }
  return out
}
