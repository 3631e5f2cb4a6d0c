import Records

/// What around a name tells that it is a person's.
struct PersonEvidence: Sendable {
  var rule: String
  var role: String?
  var organisation: String?
  /// Whether it needs something else of the page to hold, as a company says things too.
  var isWeak = false
}

/// Reads what stands around a candidate.
struct PersonEvidenceReader {
  let text: MentionText
  /// The organisations of each block.
  let organisations: [Int: [Mention]]
  /// The page's text in UTF-8.
  let utf8: [UInt8]

  init(text: MentionText, organisations: [Int: [Mention]]) {
    (self.text, self.organisations, utf8) = (text, organisations, text.page.text)
  }

  /// The most words of a role behind a name.
  private static let longestRole = 14

  /// The evidence for a candidate, the strongest first; nil where nothing tells.
  func evidence(for candidate: PersonCandidate) -> PersonEvidence? {
    let words = text.blocks[candidate.block].words
    guard candidate.isPlausible(words, in: utf8), !isObject(candidate, words) else { return nil }
    let isFull = candidate.isFullName(words, in: utf8)
    if isFull, let found = apposition(candidate, words) { return found }
    if let found = roleBefore(candidate, words, isFull: isFull) { return found }
    if candidate.hasTitle { return PersonEvidence(rule: "title", role: candidate.role) }
    guard isFull else { return nil }
    return relative(candidate, words) ?? age(candidate, words) ?? affiliation(candidate, words) ?? speech(
      candidate, words)
      ?? pronoun(candidate, words)
  }

  /// `Maren Oduya keeps boats. She …` and `She was called Maren Oduya`.
  private func pronoun(_ candidate: PersonCandidate, _ words: [WrittenWord]) -> PersonEvidence? {
    let first = candidate.words.lowerBound
    if first >= 3, Around.naming.hasSmall(words[first - 1]), Around.being.hasSmall(words[first - 2]),
      Around.somebody.has(words[first - 3])
    {
      return PersonEvidence(rule: "pronoun")
    }
    let next = candidate.words.upperBound
    guard text.page.page.language?.hasPrefix("de") != true, words[first].gap == .sentence, next < words.count,
      words[next].gap == .space, !words[next].isCapital,
      !Around.conjunctions.hasSmall(words[next]),
      let following = words[next...].first(where: { $0.gap == .sentence }),
      Around.pronouns.hasCapital(following)
    else { return nil }
    return PersonEvidence(rule: "pronoun")
  }

  /// Whether it is what an office is of, as in `professor of Social Welfare`.
  private func isObject(_ candidate: PersonCandidate, _ words: [WrittenWord]) -> Bool {
    let place = candidate.words.lowerBound - 1
    guard candidate.role == nil, !candidate.hasTitle, place > 0, words[place + 1].gap == .space,
      Around.owning.hasSmall(words[place])
    else { return false }
    return words[place - 1].marks.has(.role)
  }

  /// `Maren Oduya, who leads …` and `Maren Oduya, whose …`.
  private func relative(_ candidate: PersonCandidate, _ words: [WrittenWord]) -> PersonEvidence? {
    let next = candidate.words.upperBound
    guard next < words.count, words[next].gap == .comma, Around.relatives.hasSmall(words[next]) else { return nil }
    return PersonEvidence(rule: "who")
  }

  /// `Maren Oduya, 43, …` and `Maren Oduya (43)`.
  private func age(_ candidate: PersonCandidate, _ words: [WrittenWord]) -> PersonEvidence? {
    let next = candidate.words.upperBound
    guard next < words.count, words[next].gap == .comma || words[next].gap == .openBracket,
      words[next].form.digits > 0, let age = Int(words[next].text(in: utf8)),
      (14...105).contains(age), next + 1 >= words.count || words[next + 1].gap != .space
    else { return nil }
    return PersonEvidence(rule: "age")
  }

  /// `Maren Oduya of the Harbourline Institute`.
  private func affiliation(_ candidate: PersonCandidate, _ words: [WrittenWord]) -> PersonEvidence? {
    var next = candidate.words.upperBound
    guard next + 1 < words.count, words[next].gap == .space,
      Around.belonging.hasSmall(words[next])
    else { return nil }
    next += 1
    if Around.articles.hasSmall(words[next]) { next += 1 }
    guard let name = organisation(candidate.block, at: next) else { return nil }
    return PersonEvidence(rule: "affiliation", organisation: name, isWeak: true)
  }

  /// `said Maren Oduya` and `Maren Oduya says`.
  private func speech(_ candidate: PersonCandidate, _ words: [WrittenWord]) -> PersonEvidence? {
    let first = candidate.words.lowerBound
    if first > 0, words[first].gap == .space, words[first - 1].isSmall(.speech) {
      return PersonEvidence(rule: "speech", isWeak: words[first - 1].gap != .quote)
    }
    let next = candidate.words.upperBound
    guard next < words.count, words[next].gap == .space, words[next].isSmall(.speech) else { return nil }
    return PersonEvidence(rule: "speech", isWeak: true)
  }

  /// `its director Maren Oduya`, `the curator, Maren Oduya,` and `Professor Oduya`.
  private func roleBefore(_ candidate: PersonCandidate, _ words: [WrittenWord], isFull: Bool) -> PersonEvidence? {
    if let role = candidate.role, isFull || isAddressed(candidate, words) {
      let organisation = organisation(
        candidate.block, before: candidate.words.lowerBound - role.split(separator: " ").count)
      return PersonEvidence(rule: "role before", role: role, organisation: organisation)
    }
    let place = candidate.words.lowerBound - 1
    guard isFull, place >= 0, !words[place].isCapital, words[place].isSmall(.role) else { return nil }
    let start = roleStart(before: place, words)
    switch words[place + 1].gap {
    case .space: break
    case .comma:
      // With a comma only what has an article or owner is a role: "the curator, Maren Oduya".
      guard start > 0,
        Around.determiners.has(words[start - 1]) || words[start].gap == .possessive
      else { return nil }
    default: return nil
    }
    let role = text.page.string(words[start].range.lowerBound..<words[place].range.upperBound)
    return PersonEvidence(rule: "role before", role: role, organisation: organisation(candidate.block, before: start))
  }

  /// `President Moss`, but not `Developer Division`.
  private func isAddressed(_ candidate: PersonCandidate, _ words: [WrittenWord]) -> Bool {
    candidate.words.count == 1 && words[candidate.words.lowerBound - 1].marks.has(.address)
      || candidate.hasTitle
  }

  private func roleStart(before place: Int, _ words: [WrittenWord]) -> Int {
    var start = place
    while start > 0, words[start].gap == .space,
      words[start - 1].isSmall(.modifier) || words[start - 1].marks.has(.role)
    {
      start -= 1
    }
    return start
  }

  /// `Maren Oduya, director of the Harbourline Institute,` and `Maren Oduya, an oceanographer,`.
  private func apposition(_ candidate: PersonCandidate, _ words: [WrittenWord]) -> PersonEvidence? {
    var first = candidate.words.upperBound
    guard first < words.count, words[first].gap == .comma || words[first].gap == .openBracket else { return nil }
    // An age may stand between them.
    if words[first].isNumber, first + 1 < words.count, words[first + 1].gap == .comma { first += 1 }
    let isTold = Around.determiners.hasSmall(words[first])
    if isTold { first += 1 }
    guard
      let head = (first..<min(first + 5, words.count)).first(where: { place in
        (place == first || words[place].gap == .space || words[place].gap == .ampersand) && isRole(place, words)
      }), (first..<head).allSatisfy({ isRolePart($0, first, words) })
    else { return nil }
    // A name behind the role is somebody else's: "Ada Moss, director Ben Alder and others".
    if head + 1 < words.count, words[head + 1].gap == .space, words[head + 1].isCapital,
      organisation(candidate.block, at: head + 1) == nil
    {
      return nil
    }
    let end = roleEnd(from: head, words, candidate.block)
    let role = text.page.string(words[first].range.lowerBound..<words[end.role - 1].range.upperBound)
    return PersonEvidence(rule: "apposition", role: role, organisation: end.organisation)
  }

  private func isRole(_ place: Int, _ words: [WrittenWord]) -> Bool {
    if words[place].marks.has(.role) { return true }
    return words[place].marks.has(.head) && place + 1 < words.count && words[place + 1].gap == .space
      && Around.leadingHeads.hasSmall(words[place + 1])
  }

  private func isRolePart(_ place: Int, _ first: Int, _ words: [WrittenWord]) -> Bool {
    (place == first || words[place].gap == .space || words[place].gap == .none)
      && !Around.breaking.hasSmall(words[place])
      && (words[place].isCapital || !words[place].isSmall(.function))
      && !words[place].isSmall(.speech)
  }

  /// Where a role ends that begins before its word at `head`, and the organisation that follows it.
  private func roleEnd(from head: Int, _ words: [WrittenWord], _ block: Int) -> (role: Int, organisation: String?) {
    var end = head + 1
    while end < words.count, end - head < PersonEvidenceReader.longestRole,
      words[end].gap == .space || words[end].gap == .none
    {
      if let name = organisation(block, at: end) {
        // The words that lead to the organisation are no part of the role.
        var last = end
        while last > head + 1, Around.leading.hasSmall(words[last - 1]) { last -= 1 }
        return (last, name)
      }
      if Around.closing.hasSmall(words[end]) || words[end].isSmall(.speech) { break }
      end += 1
    }
    while end > head + 1, Around.leading.hasSmall(words[end - 1]) { end -= 1 }
    return (end, nil)
  }

  /// The organisation that begins at a word.
  private func organisation(_ block: Int, at place: Int) -> String? {
    organisations[block]?.first { $0.words.lowerBound == place }?.name
  }

  /// The organisation that ends before a word, as in `Harbourline Institute director`.
  private func organisation(_ block: Int, before place: Int) -> String? {
    organisations[block]?.first { $0.words.upperBound == place }?.name
  }
}

/// The words that stand around names, in lower case.
private enum Around {
  static let naming: WordSet = ["called", "named"]
  static let being: WordSet = ["is", "was"]
  static let somebody: WordSet = ["he", "she", "who"]
  static let conjunctions: WordSet = ["and", "et", "und", "y"]
  static let pronouns: WordSet = ["he", "she", "il", "elle", "él", "ella"]
  static let owning: WordSet = ["of", "for", "de", "du", "des", "der", "del", "für"]
  static let relatives: WordSet = ["who", "whose"]
  static let belonging: WordSet = ["of", "from", "at", "de", "du", "von", "vom", "del"]
  static let articles: WordSet = ["the", "la", "l", "der"]
  static let leadingHeads: WordSet = ["of", "at", "for", "de", "du", "des", "der", "del"]
  static let breaking: WordSet = ["but", "who", "said", "says"]
  static let determiners: WordSet = [
    "the", "its", "their", "his", "her", "our", "a", "an", "le", "la", "l", "les", "un", "une", "son", "sa", "leur",
    "der", "die", "ein", "eine", "ihr", "ihre", "sein", "seine", "el", "su", "una", "whose",
  ]
  static let leading: WordSet = [
    "at", "of", "the", "for", "with", "in", "from", "de", "du", "des", "la", "le", "les", "l", "d", "der", "am", "an",
    "im", "beim", "von", "vom", "bei", "del", "en", "el", "au", "à", "das", "dem", "and", "on",
  ]
  static let closing: WordSet = [
    "who", "that", "which", "is", "was", "has", "had", "will", "qui", "est", "et", "und", "ist", "y", "es",
  ]
}
