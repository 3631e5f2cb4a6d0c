/// A language whose words are stemmed and whose stop words are known.
package enum SearchLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case german = "de"
  case french = "fr"
  case spanish = "es"
  case italian = "it"
  case portuguese = "pt"
  case dutch = "nl"

  /// The language of a tag such as `en-GB` or `DE`; nil for one that is not known here.
  package init?(tag: String) {
    self.init(rawValue: String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased())
  }

  /// What the language's own file knows of it.
  var knowledge: LanguageKnowledge {
    switch self {
    case .english: .english
    case .german: .german
    case .french: .french
    case .spanish: .spanish
    case .italian: .italian
    case .portuguese: .portuguese
    case .dutch: .dutch
    }
  }

  /// The word as rows of this language have it in the index, before SQLite's own stemming; folded words only.
  ///
  /// English words stay as they are: SQLite's tokenizer stems them.
  func indexed(_ word: [UInt8]) -> [UInt8] {
    guard let stemmer = knowledge.stemmer else { return word }
    var stem = word
    stemmer.stem(&stem)
    return stem
  }

  /// The language that most of the words are stop words of; nil where none is. English wins ties.
  static func guess(_ words: [[UInt8]]) -> SearchLanguage? {
    var best: (language: SearchLanguage, count: Int)?
    for language in allCases {
      let stopWords = language.knowledge.stopWords
      let count = words.count { stopWords.contains($0) }
      if count > best?.count ?? 0 { best = (language, count) }
    }
    return best?.language
  }
}

/// What is known of one language.
struct LanguageKnowledge: Sendable {
  /// Words that say nothing of what is looked for, folded.
  var stopWords: Set<[UInt8]>
  /// nil where SQLite's tokenizer does it.
  var stemmer: LightStemmer?

  /// `stopWords` is one text, its words between white space.
  init(stopWords: String, stemmer: LightStemmer?) {
    self.stopWords = Set(stopWords.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
    self.stemmer = stemmer
  }
}

/// A text with each word as the index is to have it: stemmed by the language, pairs of letters where a script has no
/// spaces; nil where SQLite's own tokenizer is enough.
package func indexedText(_ text: String, language tag: String?) -> String? {
  let language = tag.flatMap { SearchLanguage(tag: $0) } ?? .english
  guard language.knowledge.stemmer != nil || isUnspaced(text) else { return nil }
  var words: [UInt8] = []
  words.reserveCapacity(text.utf8.count)
  var scanner = WordScanner(text)
  while scanner.next() {
    if !words.isEmpty { words.append(32) }
    words += language.indexed(scanner.word)
  }
  return String(decoding: words, as: UTF8.self)
}
