/// Words with capitals that may name a person, and what stands around them.
struct PersonCandidate: Sendable {
  var block: Int
  /// The words of the name, without title and role.
  var words: Range<Int>
  /// Whether a title stands before it, such as `Dr`.
  var hasTitle: Bool
  /// An office with a capital before it, such as `Professor` or `Prime Minister`.
  var role: String?

  /// The candidates of a block: runs of capital words, without what names organisations, days or the begin of a sentence.
  ///
  /// - Parameter utf8: the page's text.
  static func all(
    in block: Int, _ words: [WrittenWord], of utf8: [UInt8], isTaken: (Int) -> Bool, language: String?
  ) -> [PersonCandidate] {
    var found: [PersonCandidate] = []
    var place = 0
    while place < words.count {
      guard words[place].isCapital, isPart(words[place], isTaken(place)) else {
        place += 1
        continue
      }
      var end = place + 1
      while end < words.count, let next = nextPart(end, words, isTaken) { end = next }
      if let candidate = cut(place..<end, words, utf8, block, language) { found.append(candidate) }
      place = end
    }
    return found
  }

  private static func isPart(_ word: WrittenWord, _ isTaken: Bool) -> Bool {
    word.isCapital && !isTaken && !word.isNumber && !word.marks.has(.calendar)
      && !(word.marks.has(.function) && !word.isInitial)
  }

  /// The place behind the next word of a name, over particles such as `van der`.
  private static func nextPart(_ place: Int, _ words: [WrittenWord], _ isTaken: (Int) -> Bool) -> Int? {
    var next = place
    while next < words.count, next < place + 3, words[next].gap == .space || words[next].gap == .none && next > place,
      words[next].isSmall(next > place ? [.particle, .innerParticle] : .particle)
    {
      next += 1
    }
    guard next < words.count, isPart(words[next], isTaken(next)) else { return nil }
    let gap = words[next].gap
    let before = words[next - 1]
    // "C Tech" is no name, "C. Tech" may be one.
    let isLetter = before.isInitial && before.range.count == 1 && next == place
    let isJoined =
      gap == .space && !isLetter
      || gap == .none && next > place || gap == .dot && (before.isInitial || before.marks.has(.title))
    return isJoined ? next + 1 : nil
  }

  /// The name in a run, without the title and the role at its head.
  private static func cut(
    _ run: Range<Int>, _ words: [WrittenWord], _ utf8: [UInt8], _ block: Int, _ language: String?
  ) -> PersonCandidate? {
    let role = role(in: run, words, utf8)
    var first = role?.end ?? run.lowerBound
    var hasTitle = role?.isTitle ?? false
    while first < run.upperBound, isTitle(words[first], language, isLast: first + 1 == run.upperBound) {
      hasTitle = true
      first += 1
    }
    var end = run.upperBound
    while end > first, isDegree(words[end - 1], utf8) { end -= 1 }
    // In German the first word may be a noun: "die Vollversammlung Ada Moss".
    if role == nil, !hasTitle, end - first > 2, first > 0, words[first].gap == .space,
      germanArticles.hasSmall(words[first - 1])
    {
      first += 1
    }
    guard first < end, words[first].isCapital, !(words[first].isInitial && first + 1 == end) else { return nil }
    return PersonCandidate(block: block, words: first..<end, hasTitle: hasTitle, role: role?.text)
  }

  /// The role at the head of a run, up to its last word that names one, unless nothing follows it.
  private static func role(in run: Range<Int>, _ words: [WrittenWord], _ utf8: [UInt8]) -> (
    text: String, isTitle: Bool, end: Int
  )? {
    guard let last = run.last(where: { $0 + 1 < run.upperBound && words[$0].marks.has(.role) }) else { return nil }
    let parts = words[run.lowerBound...last].filter { !$0.marks.has(.title) || $0.marks.has(.role) }
    return (parts.map { $0.text(in: utf8) }.joined(separator: " "), words[last].marks.has(.title), last + 1)
  }

  private static let degrees: WordSet = ["phd", "md", "msc"]

  private static func isDegree(_ word: WrittenWord, _ utf8: [UInt8]) -> Bool {
    degrees.has(word) && ["PhD", "MD", "MSc"].contains(word.text(in: utf8))
  }

  private static let initial: WordSet = ["m"]
  private static let germanArticles: WordSet = [
    "der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen", "einer", "im", "am", "zum", "zur",
    "beim",
    "vom",
  ]

  private static func isTitle(_ word: WrittenWord, _ language: String?, isLast: Bool) -> Bool {
    if initial.hasCapital(word), language?.hasPrefix("fr") == true { return !isLast }
    return word.marks.has(.title) && !isLast
  }

  /// Whether the words can be a person's full name: two to four of them, none that names places, days or organisations.
  func isFullName(_ words: [WrittenWord], in utf8: [UInt8]) -> Bool {
    guard self.words.count > 1 else { return false }
    var parts = 0
    var hasWord = false
    var endsInInitial = true
    for place in self.words where words[place].isCapital {
      parts += 1
      endsInInitial = words[place].isInitial
      hasWord = hasWord || !endsInInitial && words[place].form.count > 1
    }
    return (2...4).contains(parts) && !endsInInitial && hasWord && isPlausible(words, in: utf8)
  }

  /// Whether no word of it names places, days or organisations.
  func isPlausible(_ words: [WrittenWord], in utf8: [UInt8]) -> Bool {
    words[self.words].allSatisfy { word in
      guard word.isCapital else { return true }
      return !word.isAllCapitals && !word.marks.has([.organisation, .place, .speech]) && !word.hasNumber(in: utf8)
        && !OrganisationWords.isLegal(word, in: utf8)
    }
  }
}
