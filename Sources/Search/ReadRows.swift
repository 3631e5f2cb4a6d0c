import Store

/// Found rows, read word by word: each word as the number of its stem.
struct ReadRows {
  /// For each row and each searched column the stems of its words in order.
  private(set) var rows: [[[Int32]]] = []
  /// All stems of these rows.
  private(set) var stems = WordTable()
  /// For each stem whether it may say what a row is about: a stop word, a number or a letter or two says nothing.
  private(set) var tells: [Bool] = []

  /// The words of each language and what each is stemmed to.
  private var words: [SearchLanguage: (table: WordTable, stems: [Int32])] = [:]

  init(_ found: [FoundRow]) {
    rows.reserveCapacity(found.count)
    for row in found {
      let language = row.language.flatMap { SearchLanguage(tag: $0) } ?? .english
      var known = words.removeValue(forKey: language) ?? (WordTable(), [])
      rows.append(row.texts.map { read($0, language, &known) })
      words[language] = known
    }
  }

  private mutating func read(
    _ text: String, _ language: SearchLanguage, _ known: inout (table: WordTable, stems: [Int32])
  ) -> [Int32] {
    var scanner = WordScanner(text)
    var read: [Int32] = []
    while scanner.next() {
      let number = known.table.number(of: scanner.word)
      if number == known.stems.count { known.stems.append(stem(scanner.word, language)) }
      read.append(known.stems[number])
    }
    return read
  }

  private mutating func stem(_ word: [UInt8], _ language: SearchLanguage) -> Int32 {
    let stem = stemmed(language.indexed(word))
    let number = stems.number(of: stem)
    let isStopWord = language.knowledge.stopWords.contains(word)
    if number == tells.count {
      tells.append(!isStopWord && stem.count > 2 && !stem.allSatisfy { (48...57).contains($0) })
    } else if isStopWord {
      tells[number] = false
    }
    return Int32(number)
  }
}
