/// A few words that a word is compared with, known like the lexicon's by the hashes of their letters.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  private let hashes: [UInt64]

  /// Words in lower case.
  init(arrayLiteral words: String...) { hashes = words.map { WordForm($0).hash } }

  /// Whether it has the word, whatever its case.
  func has(_ word: WrittenWord) -> Bool {
    let hash = word.form.hash
    for known in hashes where known == hash { return true }
    return false
  }

  /// Whether it has the word as it is written, in small letters.
  func hasSmall(_ word: WrittenWord) -> Bool { word.form.capitals == 0 && has(word) }

  /// Whether it has the word, written with a capital first letter and small ones behind it.
  func hasCapital(_ word: WrittenWord) -> Bool { word.isCapital && word.form.capitals == 1 && has(word) }
}
