/// Finds the names of organisations in a page's text by the words that such names are made with.
struct OrganisationFinder {
  private let text: MentionText
  /// The page's text in UTF-8.
  private let utf8: [UInt8]
  /// What letters in brackets stand for.
  private var names: [String: String] = [:]
  private(set) var mentions: [Mention] = []
  /// For each byte of the text whether it stands in a mention.
  private var isMention: [Bool]

  /// The most words a name has behind its head.
  private static let mostBehind = 7

  init(_ text: MentionText) {
    self.text = text
    utf8 = text.page.text
    isMention = Array(repeating: false, count: text.page.text.count)
    addDescribed()
    for block in text.blocks.indices where text.isProse[block] && text.blocks[block].capitals > 0 { read(block) }
    for block in text.blocks.indices { readAcronyms(block) }
    mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The organisations that the page describes for machines, where its text names them.
  private mutating func addDescribed() {
    for name in DescribedNames.all(of: OrganisationFinder.types, on: text.page) {
      for place in text.places(of: name) where !isTaken(place.range) {
        add(place.block, words(place.block, place.range), "described", name: name)
      }
    }
  }

  private static let types = [
    "Organization", "Corporation", "CollegeOrUniversity", "EducationalOrganization", "GovernmentOrganization", "NGO",
    "ResearchOrganization", "LocalBusiness",
  ]

  private func words(_ block: Int, _ range: Range<Int>) -> Range<Int> {
    let words = text.blocks[block].words
    let first = words.firstIndex { $0.range.lowerBound >= range.lowerBound } ?? 0
    return first..<(words[first...].firstIndex { $0.range.lowerBound >= range.upperBound } ?? words.count)
  }

  private func isTaken(_ range: Range<Int>) -> Bool { range.contains { isMention[$0] } }

  private mutating func append(_ mention: Mention) {
    mentions.append(mention)
    for place in mention.range { isMention[place] = true }
  }

  private mutating func read(_ block: Int) {
    let words = text.blocks[block].words
    let hasBracket = text.blocks[block].hasBracket
    var place = 0
    while place < words.count {
      guard words[place].isCapital, let (found, rule) = name(at: place, words, hasBracket) else {
        place += 1
        continue
      }
      let range = words[found.lowerBound].range.lowerBound..<words[found.upperBound - 1].range.upperBound
      if !isTaken(range) { add(block, found, rule) }
      place = max(found.upperBound, place + 1)
    }
  }

  private mutating func add(_ block: Int, _ words: Range<Int>, _ rule: String, name: String? = nil) {
    let all = text.blocks[block].words
    let range = all[words.lowerBound].range.lowerBound..<all[words.upperBound - 1].range.upperBound
    let name = name ?? text.page.string(range)
    var mention = Mention(block: block, range: range, words: words, name: name, rule: rule)
    if words.upperBound < all.count, all[words.upperBound].gap == .openBracket,
      OrganisationFinder.isAcronym(all[words.upperBound])
    {
      mention.acronym = all[words.upperBound].text(in: utf8)
      names[all[words.upperBound].text(in: utf8)] = name
    }
    append(mention)
  }

  private static func isAcronym(_ word: WrittenWord) -> Bool {
    word.isAllCapitals && (2...8).contains(word.form.count)
  }

  /// The name that has a word at its head, or in which letters in brackets follow the word.
  private func name(at place: Int, _ words: [WrittenWord], _ hasBracket: Bool) -> (Range<Int>, rule: String)? {
    let marks = words[place].marks
    if OrganisationWords.isLegal(words[place], in: utf8) {
      let first = begin(before: place, words)
      if first < place { return (first..<place + 1, "company") }
    }
    if marks.has(.kin), words[place].gap == .ampersand {
      let owner = begin(before: place - 1, words)
      return (owner..<place + 1, "company")
    }
    guard marks.has([.organisation, .german]) else { return hasBracket ? spelled(place, words) : nil }
    let isEnglish = marks.has(.english)
    let isBefore = marks.has(.before)
    let end =
      isEnglish || isBefore || marks.has(.german)
      ? end(behind: place, words, isEnglish: isEnglish && !isBefore) : place + 1
    let first = isEnglish || marks.has(.behind) ? begin(before: place, words) : place
    return checked(first, place, end, words)
  }

  /// A name whose letters stand in brackets behind it, as `Friends of Quiet Rivers (FQR)`.
  private func spelled(_ place: Int, _ words: [WrittenWord]) -> (Range<Int>, rule: String)? {
    let last = min(place + 8, words.count - 1)
    guard place < last, place == 0 || !(words[place].gap == .space && words[place - 1].isCapital) else { return nil }
    var end = place + 1
    while end <= last, words[end].gap == .space,
      words[end].isCapital || words[end].isSmall(.joint)
    { end += 1 }
    guard end > place + 1, end < words.count, words[end].gap == .openBracket, OrganisationFinder.isAcronym(words[end])
    else { return nil }
    let letters = words[end].text(in: utf8).unicodeScalars
    for first in place..<end - 1 where words[first].isCapital {
      let initials = words[first..<end].filter { $0.isCapital }.compactMap { $0.text(in: utf8).unicodeScalars.first }
      if initials.elementsEqual(letters), words[first..<end].contains(where: { $0.marks.has([.organisation, .band]) }) {
        return (first..<end, "letters in brackets")
      }
    }
    return nil
  }

  /// Where the capital words before a place begin.
  private func begin(before place: Int, _ words: [WrittenWord]) -> Int {
    var first = place
    while first > 0, first > place - 6 {
      let gap = words[first].gap
      guard gap == .space || gap == .ampersand || gap == .dot && isSaint(words[first - 1]) || gap == .possessive,
        words[first - 1].isCapital, !words[first - 1].isNumber, !words[first - 1].marks.has([.function, .calendar])
      else { break }
      first -= 1
    }
    while first < place, words[first].marks.has([.title, .role]) { first += 1 }
    return first
  }

  /// Where a name ends whose head has something behind it: `of`, `for`, `de` and capital words.
  private func end(behind head: Int, _ words: [WrittenWord], isEnglish: Bool) -> Int {
    let first = head + 1
    var end = first
    var place = first
    let last = min(words.count, head + 1 + OrganisationFinder.mostBehind)
    let head = words[head]
    while place < last {
      let word = words[place]
      guard
        word.gap == .space || word.gap == .none || word.gap == .ampersand
          || word.gap == .dot && isSaint(words[place - 1])
      else { break }
      if word.isCapital, !word.isNumber {
        if isEnglish, place == first || word.gap == .ampersand && words[place - 1].isCapital && end == first { break }
        end = place + 1
      } else if !word.isSmall(.joint), isEnglish || !word.isSmall(.adjective) {
        break
      } else if isEnglish, place > end, OrganisationFinder.leading.hasSmall(word) {
        break
      } else if OrganisationFinder.conjunctions.hasSmall(word), isAnother(place + 1, words, head: head) {
        // Two of them: the University of Leiden and Harbour College.
        break
      }
      place += 1
    }
    return end
  }

  private static let leading: WordSet = ["of", "for"]
  private static let conjunctions: WordSet = ["and", "et", "und", "y"]
  private static let ownHeads: WordSet = ["university", "college", "school", "museum", "bank", "université", "musée"]
  private static let saint: WordSet = ["st"]

  private func isSaint(_ word: WrittenWord) -> Bool { OrganisationFinder.saint.hasCapital(word) }

  /// Whether what follows `and` is a name of its own.
  private func isAnother(_ place: Int, _ words: [WrittenWord], head: WrittenWord) -> Bool {
    guard place < words.count, words[place].isCapital else { return true }
    if OrganisationFinder.ownHeads.has(head) { return true }
    return words[place..<min(place + 4, words.count)].contains { $0.marks.has([.english, .behind]) }
  }

  /// The name, if it says which one is meant and isn't a place's.
  private func checked(_ first: Int, _ head: Int, _ end: Int, _ words: [WrittenWord]) -> (Range<Int>, rule: String)? {
    let telling = (first..<end).filter { place in
      place != head && words[place].isCapital && !words[place].isNumber
        && !words[place].marks.has([.generic, .english])
    }
    if words[head].marks.has(.weak), telling.allSatisfy({ text.isUsual(words[$0]) }) { return nil }
    let lower = words[head].text(in: utf8).lowercased()
    let isWhole =
      lower.contains("-")
      || OrganisationWords.endings.contains { $0.hasPrefix("minist") && lower.hasSuffix($0) && lower != $0 }
    guard !telling.isEmpty || isWhole else { return nil }
    if end < words.count, words[end].gap == .space, words[end].isCapital, words[end].marks.has(.street) { return nil }
    return (first..<end, "head word")
  }

  /// Letters that stood in brackets behind a name, wherever they stand alone.
  private mutating func readAcronyms(_ block: Int) {
    guard !names.isEmpty else { return }
    for (place, word) in text.blocks[block].words.enumerated() where word.isAllCapitals {
      guard let name = names[word.text(in: utf8)], word.gap != .openBracket, !isTaken(word.range) else { continue }
      append(
        Mention(
          block: block, range: word.range, words: place..<place + 1, name: name, rule: "letters",
          acronym: word.text(in: utf8)))
    }
  }
}
