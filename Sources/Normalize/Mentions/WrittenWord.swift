/// A word of a text with what stands before it.
struct WrittenWord: Sendable {
  /// What stands between a word and the one before it.
  enum Gap: Sendable {
    case space
    /// A full stop that ends no sentence, as behind an initial.
    case dot
    case comma
    case ampersand
    case openBracket
    /// `'s` and a space.
    case possessive
    /// The begin of a sentence or of the text.
    case sentence
    /// A quotation mark, perhaps with a comma before it.
    case quote
    /// A sign between two parts of a word, as the apostrophe of `l'Institut`.
    case none
    case other
  }
  /// Where it stands in the page's text, in bytes.
  let range: Range<Int>
  let gap: Gap
  let form: WordForm
  /// The lists it stands on, whatever its case.
  let marks: WordMarks

  /// As it is written in the text, UTF-8, that it stands in.
  func text(in utf8: [UInt8]) -> String { String(decoding: utf8[range], as: UTF8.self) }

  /// Whether it begins with a capital letter.
  var isCapital: Bool { form.isCapital }
  var isAllCapitals: Bool { form.isAllCapitals }
  var isInitial: Bool { form.isInitial }
  /// Whether it is digits and nothing else.
  var isNumber: Bool { form.digits == form.count }

  /// Whether a digit or another number is in it.
  func hasNumber(in utf8: [UInt8]) -> Bool {
    form.digits > 0
      || range.count > Int(form.count)
        && text(in: utf8).unicodeScalars.contains { $0.properties.numericType != nil }
  }

  /// Whether it stands on one of those lists as it is written, in small letters.
  func isSmall(_ marks: WordMarks) -> Bool { self.marks.has(marks) && form.capitals == 0 }
}

/// The words of a block of text.
struct WrittenWords: Sendable {
  private(set) var words: [WrittenWord] = []
  let block: Range<Int>
  /// How many of the words have a capital letter.
  private(set) var capitals = 0
  /// Whether a bracket opens before one of them.
  private(set) var hasBracket = false

  init(_ block: Range<Int>, of text: [UInt8]) {
    self.block = block
    guard !block.isEmpty else { return }
    words.reserveCapacity(block.count / 6 + 1)
    var reader = WordReader(text, block)
    while let word = reader.next(behind: words.last) {
      if word.isCapital { capitals += 1 }
      if word.gap == .openBracket { hasBracket = true }
      words.append(word)
    }
  }
}
