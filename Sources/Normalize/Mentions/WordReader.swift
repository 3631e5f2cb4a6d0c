/// Reads the words of a block one after the other, in one pass over its bytes.
struct WordReader {
  private let text: [UInt8]
  private let lexicon = WordLexicon.all
  private let end: Int
  /// Behind the last word.
  private var place: Int
  /// Behind the last `'s`; it is no word, but a part of the gap before the next one.
  private var possessiveEnd = -1

  init(_ text: [UInt8], _ block: Range<Int>) {
    self.text = text
    place = block.lowerBound
    end = block.upperBound
  }

  /// The next word, nil behind the last one.
  mutating func next(behind last: WrittenWord?) -> WrittenWord? {
    while true {
      let before = place
      while place < end, !isLetter(text[place]) { place += 1 }
      guard place < end else { return nil }
      let start = place
      let form = readWord()
      if let last, last.range.upperBound == before, isPossessive(start, behind: before..<start) {
        possessiveEnd = place
        continue
      }
      let range = start..<place
      let gap = before == possessiveEnd && start == before + 1 && text[before] == 0x20
      return WrittenWord(
        range: range, gap: gap ? .possessive : self.gap(before..<start, form, behind: last),
        form: form, marks: lexicon.marks(of: form, text, range))
    }
  }

  /// Letters and digits of ASCII, and what begins a letter of most scripts.
  private func isLetter(_ byte: UInt8) -> Bool {
    if byte < 0x80 { return (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 }
    return byte >= 0xC3 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF && byte != 0xF0
  }

  /// Passes a word: its letters, with hyphens, apostrophes and dots inside it; not `'s` at its end.
  private mutating func readWord() -> WordForm {
    let start = place
    var form = WordForm()
    while place < end {
      let byte = text[place]
      if isLetter(byte) {
        readLetter(byte, &form)
        continue
      }
      let length = joint(at: place)
      guard length > 0, place + length < end, isLetter(text[place + length]) else { break }
      if byte == 0x2E {
        // A dot joins only single letters, as in `S.A.` and `e.V.`
        guard place == start + 1 || place >= 2 && !isLetter(text[place - 2]) else { break }
      } else if byte != 0x2D, isElision(start..<place) || isPossessive(at: place + length) {
        break
      }
      form.meet(length == 1 ? UInt32(byte) : text[place + 2] == 0x99 ? 0x2019 : 0x2010)
      place += length
    }
    return form
  }

  private mutating func readLetter(_ byte: UInt8, _ form: inout WordForm) {
    if byte < 0x80 {
      form.meet(UInt32(byte))
      place += 1
      return
    }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var scalar = UInt32(byte) & (0xFF >> UInt32(length + 1))
    place += 1
    while place < end, text[place] & 0xC0 == 0x80 {
      scalar = scalar << 6 | UInt32(text[place] & 0x3F)
      place += 1
    }
    form.meet(scalar)
  }

  /// The length of a hyphen, apostrophe or dot; 0 for anything else.
  private func joint(at place: Int) -> Int {
    switch text[place] {
    case 0x27, 0x2D, 0x2E: 1
    case 0xE2 where place + 2 < end && text[place + 1] == 0x80:
      text[place + 2] == 0x99 || text[place + 2] == 0x90 ? 3 : 0
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
    text[place] == UInt8(ascii: "s") && (place + 1 >= end || !isLetter(text[place + 1]))
  }

  /// Whether the word that was just read is the `s` of `'s`.
  private func isPossessive(_ start: Int, behind gap: Range<Int>) -> Bool {
    place == start + 1 && text[start] == UInt8(ascii: "s") && (1...3).contains(gap.count)
      && (text[gap.lowerBound] == 0x27 || text[gap.lowerBound] == 0xE2)
  }

  private func gap(_ gap: Range<Int>, _ form: WordForm, behind last: WrittenWord?) -> WrittenWord.Gap {
    guard let last else { return .sentence }
    let first = gap.isEmpty ? 0 : text[gap.lowerBound]
    switch gap.count {
    case 0: return .none
    case 1: return first == 0x20 ? .space : first == 0x27 ? .none : .other
    case 2:
      let second = text[gap.lowerBound + 1]
      switch (first, second) {
      case (0xC2, 0xA0): return .space
      case (0x2C, 0x20): return .comma
      case (0x20, 0x28): return .openBracket
      case (0x2E, 0x20):
        if last.isInitial || last.marks.has(.abbreviation) { return .dot }
        return beginsSentence(gap.upperBound, form) ? .sentence : .dot
      default: break
      }
    case 3:
      switch (first, text[gap.lowerBound + 1], text[gap.lowerBound + 2]) {
      case (0x20, 0x26, 0x20): return .ampersand
      case (0xE2, 0x80, 0x99): return .none
      case (0x2E, 0x2C, 0x20): return .comma
      default: break
      }
    default: break
    }
    return longGap(gap, form)
  }

  /// The gap of several signs: whether a sentence ends in it, or a quotation begins or ends.
  private func longGap(_ gap: Range<Int>, _ form: WordForm) -> WrittenWord.Gap {
    var ends = false
    var hasSpace = false
    var isQuoted = false
    for place in gap {
      switch text[place] {
      case 0x2E, 0x21, 0x3F: ends = true
      case 0x20: hasSpace = true
      case 0x22: isQuoted = true
      case 0xC2: isQuoted = isQuoted || has(0xBB, at: place + 1, gap)
      case 0xE2 where has(0x80, at: place + 1, gap):
        ends = ends || has(0xA6, at: place + 2, gap)
        isQuoted = isQuoted || has(0x9C, at: place + 2, gap) || has(0x9D, at: place + 2, gap)
      case 0xE3:
        hasSpace = true
        ends = ends || has(0x80, at: place + 1, gap) && has(0x82, at: place + 2, gap)
      default: break
      }
    }
    if ends, hasSpace, beginsSentence(gap.upperBound, form) { return .sentence }
    return isQuoted ? .quote : .other
  }

  private func has(_ byte: UInt8, at place: Int, _ gap: Range<Int>) -> Bool {
    place < gap.upperBound && text[place] == byte
  }

  /// Whether a word begins as sentences do: with a capital letter or a number.
  private func beginsSentence(_ start: Int, _ form: WordForm) -> Bool {
    if form.isCapital { return true }
    let byte = text[start]
    if byte < 0x80 { return byte &- 48 < 10 }
    let word = String(decoding: text[start..<min(start + 4, end)], as: UTF8.self)
    return word.unicodeScalars.first?.properties.numericType != nil
  }
}
