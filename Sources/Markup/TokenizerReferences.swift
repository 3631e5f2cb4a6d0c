extension Tokenizer {
  /// Appends what the character reference at `i` (an `&`) stands for; returns the place to go on from.
  ///
  /// A name that HTML knows without its semicolon counts without it, as the standard says; any other `&` stands for
  /// itself.
  mutating func appendReference(at i: Int, _ limit: Int, in kind: TextKind) -> Int {
    guard i + 1 < limit else { return appendAmpersand(i) }
    if source[i + 1] == ASCII.hash { return appendNumber(at: i, limit) }
    guard ASCII.isLetter(source[i + 1]) else { return appendAmpersand(i) }
    var stop = i + 1
    while stop < limit, ASCII.isLetter(source[stop]) || ASCII.isDigit(source[stop]), stop - i < 40 {
      stop += 1
    }
    if stop < limit, source[stop] == ASCII.semicolon, append(named: i + 1, stop) { return stop + 1 }
    return appendUnfinished(i, stop, limit, in: kind)
  }

  /// Appends the characters of the name at `start..<stop`; false where there is no such name.
  private mutating func append(named start: Int, _ stop: Int) -> Bool {
    guard let characters = CharacterReferences.characters[name(start, stop)] else { return false }
    builder.bytes.append(contentsOf: characters.utf8)
    return true
  }

  private func name(_ start: Int, _ stop: Int) -> String {
    String(decoding: source[start..<stop], as: UTF8.self)
  }

  private mutating func appendAmpersand(_ i: Int) -> Int {
    builder.bytes.append(ASCII.ampersand)
    return i + 1
  }

  /// Appends a name that no semicolon ends: the longest legacy name it begins with counts, in an attribute only where
  /// neither a letter, a digit nor `=` follows.
  private mutating func appendUnfinished(_ i: Int, _ stop: Int, _ limit: Int, in kind: TextKind) -> Int {
    var length = min(stop - i - 1, CharacterReferences.longestLegacy)
    while length >= 2 {
      let end = i + 1 + length
      if CharacterReferences.legacy.contains(name(i + 1, end)) {
        let next = end < limit ? source[end] : 0
        if kind == .attribute, ASCII.isLetter(next) || ASCII.isDigit(next) || next == ASCII.equals { break }
        if append(named: i + 1, end) { return end }
      }
      length -= 1
    }
    return appendAmpersand(i)
  }

  /// Appends the character of `&#123;` or `&#x7B;`; the semicolon may be missing.
  private mutating func appendNumber(at i: Int, _ limit: Int) -> Int {
    var j = i + 2
    let isHexadecimal = j < limit && source[j] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { j += 1 }
    let digits = j
    var value: UInt32 = 0
    while j < limit, let digit = CharacterReferences.digit(source[j], hexadecimal: isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      j += 1
    }
    guard j > digits else { return appendAmpersand(i) }
    append(CharacterReferences.scalar(value))
    return j < limit && source[j] == ASCII.semicolon ? j + 1 : j
  }

  /// Appends a character, no control but white space.
  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.value < 32, !ASCII.isSpace(UInt8(scalar.value)) { return }
    builder.bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
