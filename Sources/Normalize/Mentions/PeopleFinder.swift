import Records

/// Finds the names of people in a page's text: by what the page says of its people, by titles, roles and verbs of speech
/// beside names, and by what has been named before.
struct PeopleFinder {
  /// Somebody the page names in full, or by a title and a last name.
  private struct Person {
    var name: String
    /// The capital words of the name.
    var parts: [String]
    /// What told so, where it was nothing beside the name.
    var rule: String?
  }

  private let text: MentionText
  /// The page's text in UTF-8.
  private let utf8: [UInt8]
  private let organisations: [Int: [Mention]]
  private var people: [Person] = []
  /// The places in `people` of those with a last name, by what `nameHash` gives for it.
  private var placesByLastName: [UInt64: [Int]] = [:]
  /// What it gives for the last names that stand alone somewhere.
  private var lone: Set<UInt64> = []
  private var candidates: [(candidate: PersonCandidate, evidence: PersonEvidence?)] = []
  private(set) var mentions: [Mention] = []

  init(_ text: MentionText, organisations: [Mention]) {
    self.text = text
    utf8 = text.page.text
    self.organisations = Dictionary(grouping: organisations, by: \.block)
    addDescribed()
    gather()
    learn()
    if !people.isEmpty {
      for (candidate, evidence) in candidates { add(candidate, evidence) }
    }
    mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The page's authors, those whom it describes for machines, and those who speak in an interview.
  private mutating func addDescribed() {
    let page = text.page.page
    var names = page.authors.map(\.value)
    names += DescribedNames.all(of: ["Person"], on: text.page)
    for name in names where !name.contains(";") && name.split(separator: " ").count >= 2 {
      learn(name, rule: "described")
    }
    for speaker in text.page.analysis.interview(of: text.page).compactMap(\.speaker)
    where speaker.split(separator: " ").count >= 2 {
      learn(speaker, rule: "speaker")
    }
  }

  private mutating func learn(_ name: String, rule: String? = nil) {
    let parts = name.split { $0 == " " || $0 == "\u{A0}" }.map { String($0.last == "." ? $0.dropLast() : $0) }.filter {
      $0.first?.isUppercase == true && !NameWords.titles.contains($0.lowercased())
    }
    guard let last = parts.last, parts.count <= 6,
      !(placesByLastName[nameHash(last.utf8)] ?? []).contains(where: { people[$0].parts == parts })
    else { return }
    if rule == "described", parts.count < 2 || parts.contains(where: { $0.count > 1 && $0.allSatisfy(\.isUppercase) }) {
      return
    }
    placesByLastName[nameHash(last.utf8), default: []].append(people.count)
    people.append(Person(name: name, parts: parts, rule: rule))
  }

  private mutating func gather() {
    let reader = PersonEvidenceReader(text: text, organisations: organisations)
    let language = text.page.page.language
    for block in text.blocks.indices {
      let taken = (organisations[block] ?? []).map(\.words)
      let found = PersonCandidate.all(
        in: block, text.blocks[block].words, of: utf8, isTaken: { place in taken.contains { $0.contains(place) } },
        language: language)
      for candidate in found {
        if candidate.words.count == 1, let last = lastName(candidate) { lone.insert(last) }
        candidates.append((candidate, text.isProse[block] ? reader.evidence(for: candidate) : nil))
      }
    }
  }

  /// Takes up those for whom something tells, full names first, so that last names find them.
  private mutating func learn() {
    for isFull in [true, false] {
      for (place, (candidate, evidence)) in candidates.enumerated() {
        let words = text.blocks[candidate.block].words
        guard let evidence, candidate.isFullName(words, in: utf8) == isFull else { continue }
        if evidence.isWeak, !isBorneOut(candidate) {
          candidates[place].evidence = nil
          continue
        }
        if !isFull, person(candidate) != nil { continue }
        learn(written(candidate))
      }
    }
  }

  private func parts(_ candidate: PersonCandidate) -> [String] {
    text.blocks[candidate.block].words[candidate.words].filter(\.isCapital).map { $0.text(in: utf8) }
  }

  /// What `nameHash` gives for the last capital word of a name.
  private func lastName(_ candidate: PersonCandidate) -> UInt64? {
    let words = text.blocks[candidate.block].words
    return candidate.words.last { words[$0].isCapital }.map { nameHash(utf8[words[$0].range]) }
  }

  private func range(_ candidate: PersonCandidate) -> Range<Int> {
    let words = text.blocks[candidate.block].words
    return words[candidate.words.lowerBound].range.lowerBound..<words[candidate.words.upperBound - 1].range.upperBound
  }

  private func written(_ candidate: PersonCandidate) -> String { text.page.string(range(candidate)) }

  /// Whether the text goes on about one person: with the last name alone, or he or she in this sentence or the next.
  private func isBorneOut(_ candidate: PersonCandidate) -> Bool {
    guard let last = lastName(candidate) else { return false }
    if lone.contains(last) { return true }
    let block = text.blocks[candidate.block]
    let sentence = text.sentence(candidate.block, around: range(candidate))
    let begin = min(sentence.upperBound + 1, block.block.upperBound)
    let next = text.sentence(candidate.block, around: begin..<begin)
    return block.words[candidate.words.lowerBound...].dropFirst().prefix {
      $0.range.lowerBound < max(sentence.upperBound, next.upperBound)
    }.contains { $0.marks.has(.pronoun) }
  }

  /// Whom a name means: the one with the same name, or the only one with that last name.
  private func person(_ candidate: PersonCandidate) -> Person? {
    guard let last = lastName(candidate), let places = placesByLastName[last] else { return nil }
    let parts = parts(candidate)
    let namesakes = places.map { people[$0] }.filter { $0.parts.last == parts.last }
    if let same = namesakes.first(where: { $0.parts == parts }) { return same }
    let named = namesakes.filter { person in
      guard person.parts.count > parts.count else { return false }
      return parts.count == 1 || Self.abbreviates(parts, person.parts)
    }
    return named.count == 1 ? named[0] : nil
  }

  /// Whether each word is one of the name's, or its first letter.
  private static func abbreviates(_ parts: [String], _ name: [String]) -> Bool {
    parts.dropLast().allSatisfy { part in
      name.contains {
        $0 == part || part.unicodeScalars.count == 1 && $0.unicodeScalars.first == part.unicodeScalars.first
      }
    }
  }

  private mutating func add(_ candidate: PersonCandidate, _ evidence: PersonEvidence?) {
    var candidate = candidate
    var known = person(candidate)
    if known == nil, evidence == nil {
      // The begin of a run may be something else: "Librarian Owusu-Rand", "Then Oduya".
      guard let (shorter, person) = knownTail(of: candidate) else { return }
      candidate = shorter
      known = person
    }
    guard let known, evidence != nil || isMeant(candidate) else { return }
    var mention = Mention(
      block: candidate.block, range: range(candidate), words: candidate.words, name: known.name,
      rule: evidence?.rule ?? known.rule ?? "named elsewhere")
    mention.role = evidence?.role
    mention.organisation = evidence?.organisation
    mentions.append(mention)
  }

  /// A known full name at the end of a longer run of capital words.
  private func knownTail(of candidate: PersonCandidate) -> (PersonCandidate, Person)? {
    let words = text.blocks[candidate.block].words[candidate.words]
    guard words.count > 2, let last = lastName(candidate), placesByLastName[last] != nil else {
      return nil
    }
    for first in candidate.words.dropFirst() where candidate.words.upperBound - first >= 2 {
      var shorter = candidate
      shorter.words = first..<candidate.words.upperBound
      if let person = person(shorter), person.parts == parts(shorter) { return (shorter, person) }
    }
    return nil
  }

  /// Whether a last name alone is no usual word that begins a sentence.
  private func isMeant(_ candidate: PersonCandidate) -> Bool {
    let words = text.blocks[candidate.block].words
    guard words[candidate.words].count(where: \.isCapital) == 1 else { return true }
    let word = words[candidate.words.lowerBound]
    guard word.form.count >= 3, !word.marks.has(.place) else { return false }
    guard word.gap == .sentence || word.gap == .quote else { return true }
    return !text.isUsual(word)
  }
}

/// FNV-1a over the bytes of a name, which stands for it.
private func nameHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
  bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
