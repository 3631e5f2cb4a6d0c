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
  let text: String
  let gap: Gap
  /// Whether it begins with a capital letter.
  let isCapital: Bool
  /// Whether it has no small letter and at least two capital ones.
  let isAllCapitals: Bool

  var lower: String { text.lowercased() }
  /// One capital letter or several with dots, as the first names of `M. Oduya` and `J.R. Moss`.
  var isInitial: Bool { isCapital && (text.unicodeScalars.count == 1 || text.utf8.contains(0x2E)) }
  var isNumber: Bool { text.utf8.allSatisfy { (48...57).contains($0) } }
}

/// The words of a block of text, and where its sentences begin.
struct WrittenWords: Sendable {
  private(set) var words: [WrittenWord] = []
  /// Where each sentence begins, in bytes of the page's text.
  private(set) var sentences: [Int] = []
  let block: Range<Int>

  private let text: [UInt8]

  init(_ block: Range<Int>, of text: [UInt8]) {
    self.block = block
    self.text = text
    var place = block.lowerBound
    while let start = (place..<block.upperBound).first(where: { isLetter(text[$0]) }) {
      let end = wordEnd(from: start)
      add(gap: place..<start, word: start..<end)
      place = end
    }
    if sentences.isEmpty, !block.isEmpty { sentences = [block.lowerBound] }
  }

  /// The sentence that holds a place.
  func sentence(around place: Int) -> Range<Int> {
    var next = 0
    var high = sentences.count
    while next < high {
      let middle = (next + high) / 2
      if sentences[middle] > place { high = middle } else { next = middle + 1 }
    }
    let start = next > 0 ? sentences[next - 1] : block.lowerBound
    var end = next < sentences.count ? sentences[next] : block.upperBound
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte)
      || byte >= 0xC3 && byte != 0xE2
        && byte != 0xE3 && byte != 0xEF && byte != 0xF0
  }

  /// The end of a word: behind its letters, with hyphens, apostrophes and dots inside it; before `'s`.
  private func wordEnd(from start: Int) -> Int {
    var place = start
    while place < block.upperBound {
      let byte = text[place]
      if isLetter(byte) || byte & 0xC0 == 0x80 && place > start && text[place - 1] != 0xE2 {
        place += 1
        continue
      }
      let length = joint(at: place)
      guard length > 0, place + length < block.upperBound, isLetter(text[place + length]) else { break }
      if byte == 0x2E {
        // A dot joins only single letters, as in `S.A.` and `e.V.`
        guard place == start + 1 || place >= 2 && !isLetter(text[place - 2]) else { break }
      } else if byte != 0x2D, isElision(start..<place) || isPossessive(at: place + length) {
        break
      }
      place += length
    }
    return place
  }

  /// The length of a hyphen, apostrophe or dot; 0 for anything else.
  private func joint(at place: Int) -> Int {
    switch text[place] {
    case 0x27, 0x2D, 0x2E: 1
    case 0xE2
    where text[place...].starts(with: [0xE2, 0x80, 0x99]) || text[place...].starts(with: [0xE2, 0x80, 0x90]): 3
    default: 0
    }
  }

  /// `l'`, `d'` and their kin before a word of its own.
  private func isElision(_ word: Range<Int>) -> Bool {
    let letter = text[word.lowerBound]
    if word.count == 1 { return "ldnsjcmtL".utf8.contains(letter) }
    return word.count == 2 && text[word.lowerBound + 1] == UInt8(ascii: "u") && letter | 0x20 == UInt8(ascii: "q")
  }

  private func isPossessive(at place: Int) -> Bool {
    text[place] == UInt8(ascii: "s") && (place + 1 >= block.upperBound || !isLetter(text[place + 1]))
  }

  private mutating func add(gap: Range<Int>, word: Range<Int>) {
    let written = String(decoding: text[word], as: UTF8.self)
    var isCapital = false
    var capitals = 0
    var small = 0
    if text[word.lowerBound] < 0x80 {
      isCapital = (65...90).contains(text[word.lowerBound])
    } else {
      isCapital = written.unicodeScalars.first?.properties.isUppercase ?? false
    }
    if isCapital {
      for scalar in written.unicodeScalars {
        if scalar.properties.isUppercase { capitals += 1 } else if scalar.properties.isLowercase { small += 1 }
      }
    }
    // `'s` is no word, but a part of the gap before the next one.
    if written == "s", let last = words.last, last.range.upperBound == gap.lowerBound, gap.count <= 3, !gap.isEmpty,
      text[gap.lowerBound] == 0x27 || text[gap.lowerBound] == 0xE2
    {
      possessiveEnd = word.upperBound
      return
    }
    let kind = self.kind(of: gap, beginsWith: isCapital || written.first?.isNumber == true)
    if kind == .sentence { sentences.append(sentenceStart(gap)) }
    words.append(
      WrittenWord(
        range: word, text: written, gap: kind, isCapital: isCapital, isAllCapitals: capitals >= 2 && small == 0))
  }

  private var possessiveEnd = -1

  private func kind(of gap: Range<Int>, beginsWith isCapital: Bool) -> WrittenWord.Gap {
    guard let last = words.last else { return .sentence }
    if gap.lowerBound == possessiveEnd {
      return gap.count == 1 && text[gap.lowerBound] == 0x20 ? .possessive : gapKind(gap, isCapital, last)
    }
    return gapKind(gap, isCapital, last)
  }

  private func gapKind(_ gap: Range<Int>, _ isCapital: Bool, _ last: WrittenWord) -> WrittenWord.Gap {
    let bytes = text[gap]
    switch gap.count {
    case 0: return .none
    case 1:
      if bytes.first == 0x20 { return .space }
      return bytes.first == 0x27 ? .none : .other
    case 2:
      if bytes.elementsEqual([0xC2, 0xA0]) { return .space }
      if bytes.elementsEqual([0x2C, 0x20]) { return .comma }
      if bytes.elementsEqual([0x20, 0x28]) { return .openBracket }
      if bytes.elementsEqual([0x2E, 0x20]) {
        if last.isInitial || NameWords.abbreviations.contains(last.lower) { return .dot }
        return isCapital ? .sentence : .dot
      }
    case 3:
      if bytes.elementsEqual([0x20, 0x26, 0x20]) { return .ampersand }
      if bytes.elementsEqual([0xE2, 0x80, 0x99]) { return .none }
      if bytes.elementsEqual([0x2E, 0x2C, 0x20]) { return .comma }
    default: break
    }
    let end =
      bytes.contains { $0 == 0x2E || $0 == 0x21 || $0 == 0x3F } || bytes.containsSequence([0xE2, 0x80, 0xA6])
      || bytes.containsSequence([0xE3, 0x80, 0x82])
    let isQuoted =
      bytes.contains(0x22) || bytes.containsSequence([0xE2, 0x80, 0x9D]) || bytes.containsSequence([0xE2, 0x80, 0x9C])
      || bytes.containsSequence([0xC2, 0xBB])
    if end, isCapital, bytes.contains(0x20) || bytes.contains(0xE3) { return .sentence }
    return isQuoted ? .quote : .other
  }

  /// Behind the white space that follows a sentence's last sign.
  private func sentenceStart(_ gap: Range<Int>) -> Int {
    guard !words.isEmpty else { return block.lowerBound }
    return gap.first { text[$0] == 0x20 }.map { $0 + 1 } ?? gap.upperBound
  }
}

extension ArraySlice<UInt8> {
  fileprivate func containsSequence(_ bytes: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: bytes) }
  }
}
