/// What somebody asked, as terms to look for.
package struct Question: Sendable {
  /// One thing to look for, in every form that counts as it.
  struct Term: Hashable, Sendable {
    /// The words put to the index, folded: as asked, in other spellings, as rows of other languages have them.
    var forms: [[UInt8]]
    /// The same as the index has them, after SQLite's stemming.
    var stems: [[UInt8]]
    /// How often it was asked for.
    var count = 1
    /// Whether every word that begins with it counts: a single letter of a script whose words are pairs of letters.
    var isBeginning = false

    /// Whether a word with this stem is what was asked for.
    func isMet(by stem: some Collection<UInt8>) -> Bool {
      stems.contains { isBeginning ? stem.starts(with: $0) : stem.elementsEqual($0) }
    }
  }

  /// The terms in the order in which they were first asked for.
  private(set) var terms: [Term] = []
  /// The terms as they were asked for one after the other, as places in `terms`.
  private(set) var sequence: [Int] = []

  /// The most terms that are looked for; whole texts put as a question end there.
  static let mostTerms = 64

  /// About how many rows the index is asked to rank, and how many terms it is asked for in any case.
  ///
  /// With 100,000 rows this costs less than 0.01 of nDCG@10 and halves the time.
  private static let mostRows = 20_000
  private static let fewestTerms = 3

  /// Reads a question in natural words. `languages` are those of the rows beside English; which of them the question
  /// is in is told by its stop words, and where there are none it may be any.
  ///
  /// Words that say nothing are left out, unless there are no others.
  package init(_ text: String, languages: [SearchLanguage] = []) {
    let words = Question.words(of: text)
    let guessed = SearchLanguage.guess(words)
    let stopWords = (guessed ?? .english).knowledge.stopWords
    let telling = words.filter { !stopWords.contains($0) }
    let possible = languages.filter { $0 != .english && (guessed == nil || guessed == $0) }
    let isEnglish = guessed == nil || guessed == .english
    for word in telling.isEmpty ? words : telling { add(word, possible, isEnglish: isEnglish) }
  }

  /// The question in FTS5's query language: any of the terms, each word in quotes.
  ///
  /// `frequencies` says of each term in how many rows it is. Where there are very many, rows that have only the
  /// commonest terms are left out unless `isComplete`: they are seldom among the best, and each costs as much as a good
  /// one.
  package func match(_ frequencies: [Int], isComplete: Bool) -> String {
    var left = isComplete ? Int.max : Question.mostRows
    let rarestFirst = terms.indices.sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
    let chosen = rarestFirst.filter { frequencies[$0] > 0 }.enumerated().prefix { place, term in
      left -= frequencies[term]
      return place < Question.fewestTerms || left >= 0
    }
    return chosen.map { terms[$0.element].match }.joined(separator: " OR ")
  }

  /// Each term alone in FTS5's query language, to count how many rows have it.
  package var termMatches: [String] { terms.map(\.match) }

  private static func words(of text: String) -> [[UInt8]] {
    var scanner = WordScanner(text)
    var words: [[UInt8]] = []
    // Twice as many as are looked for, and the stop words between them.
    while words.count < mostTerms * 8, scanner.next() {
      if !scanner.isTail { words.append(scanner.word) }
    }
    return words
  }

  private mutating func add(_ word: [UInt8], _ languages: [SearchLanguage], isEnglish: Bool) {
    let stem = stemmed(word)
    if let known = terms.firstIndex(where: { $0.stems[0] == stem }) {
      terms[known].count += 1
      sequence.append(known)
      return
    }
    guard terms.count < Question.mostTerms else { return }
    var term = Term(forms: [word], stems: [stem])
    let letters = String(decoding: word, as: UTF8.self).unicodeScalars
    term.isBeginning = letters.count == 1 && letters.first.map(isUnspaced) == true
    for form in (isEnglish ? SpellingVariants.of(word) : []) + languages.map({ $0.indexed(word) }) {
      let stem = stemmed(form)
      guard !term.stems.contains(stem) else { continue }
      term.forms.append(form)
      term.stems.append(stem)
    }
    sequence.append(terms.count)
    terms.append(term)
  }
}

extension Question.Term {
  /// Words hold letters and numbers alone, so nothing in the quotes can be taken for the query language.
  fileprivate var match: String {
    let phrases = forms.map { "\"\(String(decoding: $0, as: UTF8.self))\"\(isBeginning ? " *" : "")" }
    return phrases.count == 1 ? phrases[0] : "(\(phrases.joined(separator: " OR ")))"
  }
}

/// A word as SQLite's tokenizer `porter` leaves it.
func stemmed(_ word: [UInt8]) -> [UInt8] {
  var stem = word
  PorterStemmer.stem(&stem)
  return stem
}
