/// A speaker's name before what is said, as in `MAGAZINE: Why birds?` or `Dr Moss: Because they sing.`
struct SpeakerLabel: Hashable, Sendable {
  /// As written, without the colon.
  let name: String
  /// Of the name, the colon and the space behind it, in bytes.
  let length: Int

  private static let longest = 40
  private static let particles: Set<String> = [
    "de", "der", "den", "di", "da", "del", "della", "van", "von", "ter", "ten", "la", "le", "du", "dos", "bin", "al",
    "y", "of", "the", "and", "und", "et", "zu", "af", "el",
  ]

  /// The name that a line of UTF-8 begins with: up to five words, each with a capital letter, then a colon and a space.
  init?(_ line: ArraySlice<UInt8>) {
    guard let colon = line.prefix(SpeakerLabel.longest + 1).firstIndex(of: 0x3A), colon > line.startIndex + 1,
      colon + 2 < line.endIndex, line[colon + 1] == 0x20 || line[colon + 1] == 0xC2
    else { return nil }
    let name = String(decoding: line[..<colon], as: UTF8.self).replacing("\u{A0}", with: " ")
    let written = name.hasSuffix(" ") ? String(name.dropLast()) : name
    let words = written.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count <= 5, words.first.map(SpeakerLabel.isName) == true,
      words.allSatisfy({ SpeakerLabel.isName($0) || SpeakerLabel.particles.contains(String($0)) })
    else { return nil }
    self.name = written
    length = colon + (line[colon + 1] == 0x20 ? 2 : 3) - line.startIndex
  }

  private static func isName(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first, first.properties.isUppercase || first.properties.isIdeographic
    else { return false }
    return word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "." || $0 == "-" || $0 == "'" || $0 == "’" || $0 == "&"
        || ("0"..."9").contains($0)
    }
  }
}

/// The people who speak in an interview, each under the forms their names take in it.
struct Speakers: Sendable {
  /// Every form as written, and the first and fullest form of the same name.
  private var forms: [(written: String, words: [String], speaker: Int)] = []
  /// The fullest form of each speaker's name.
  private(set) var names: [String] = []

  private static let titles: Set<String> = [
    "dr", "prof", "professor", "mr", "mrs", "ms", "sir", "herr", "frau", "mme", "m", "señor", "señora", "sr", "sra",
  ]

  /// Which speaker a written form means: one with the same last name, or the initials of it, is the same.
  mutating func speaker(_ written: String) -> Int {
    let words = written.lowercased().split { $0 == " " || $0 == "." || $0 == "\u{A0}" }.map(String.init)
      .filter { !Speakers.titles.contains($0) }
    if let known = forms.first(where: { $0.written == written || Speakers.isSame($0.words, words) }) {
      if written.utf8.count > names[known.speaker].utf8.count { names[known.speaker] = written }
      if known.written != written { forms.append((written, words, known.speaker)) }
      return known.speaker
    }
    forms.append((written, words, names.count))
    names.append(written)
    return names.count - 1
  }

  private static func isSame(_ one: [String], _ other: [String]) -> Bool {
    guard let last = one.last, let otherLast = other.last else { return false }
    if one.count == 1 || other.count == 1 {
      if last == otherLast { return true }
      let (short, long) = one.count == 1 ? (last, other) : (otherLast, one)
      return long.count > 1 && short.count == long.count && Array(short) == long.compactMap(\.first)
    }
    return one == other
  }
}
