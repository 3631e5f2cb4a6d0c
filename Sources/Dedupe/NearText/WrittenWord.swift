import Text

/// A word as a text has it, and as it is compared; see `WordFolder` for what a word is.
struct WrittenWord: Hashable {
  var written: Substring
  /// In lower case, without characters that are as if they were not there.
  var folded: String

  private init(_ written: Substring) {
    self.written = written
    let kept = written.unicodeScalars.filter { Self.kind(of: $0) != .invisible }
    folded = comparisonForm(String(String.UnicodeScalarView(kept)))
  }

  /// The words of a text, in their order. For the few texts that somebody looks at: the sketcher has a faster way.
  static func all(in text: String) -> [WrittenWord] {
    var words: [WrittenWord] = []
    var start: String.Index?
    func end(at place: String.Index) {
      if let first = start { words.append(WrittenWord(text[first..<place])) }
      start = nil
    }
    for place in text.unicodeScalars.indices {
      switch kind(of: text.unicodeScalars[place]) {
      case .separator: end(at: place)
      case .letter: start = start ?? place
      case .invisible: break
      case .ownWord:
        end(at: place)
        start = place
        end(at: text.unicodeScalars.index(after: place))
      }
    }
    end(at: text.endIndex)
    return words
  }

  private static func kind(of scalar: Unicode.Scalar) -> CharacterTable.Kind {
    guard scalar.isASCII else { return CharacterTable.shared.kind(of: scalar) }
    switch UInt8(scalar.value) {
    case 48...57, 65...90, 95, 97...122: return .letter
    default: return .separator
    }
  }
}
