extension Prepass {
  /// Writes the character reference at `i` (an `&`); returns the place to go on from.
  ///
  /// Numbers are decoded here, since libxml2 2.9 knows nothing of the standard's table for 0x80...0x9F. Names go to
  /// libxml2; a name of HTML 2 without its semicolon gets one, as the standard reads it.
  mutating func writeReference(at i: Int, _ limit: Int, in kind: TextKind) -> Int {
    guard i + 1 < limit else { return writeAmpersand(i) }
    if source[i + 1] == ASCII.hash { return writeNumber(at: i, limit) }
    guard ASCII.isLetter(source[i + 1]) else { return writeAmpersand(i) }
    var stop = i + 1
    while stop < limit, ASCII.isLetter(source[stop]) || ASCII.isDigit(source[stop]), stop - i < 40 {
      stop += 1
    }
    if stop < limit, source[stop] == ASCII.semicolon, CharacterReferences.isName(name(i + 1, stop)) {
      writeNamed(name(i + 1, stop))
      return stop + 1
    }
    return writeUnfinished(i, stop, limit, in: kind)
  }

  /// Writes the reference, or its character where libxml2 doesn't know the name.
  private mutating func writeNamed(_ name: String) {
    if let number = CharacterReferences.further[name], let scalar = Unicode.Scalar(number) {
      write(scalar)
    } else {
      output.append(ASCII.ampersand)
      output.append(contentsOf: name.utf8)
      output.append(ASCII.semicolon)
    }
  }

  private func name(_ start: Int, _ stop: Int) -> String {
    String(decoding: source[start..<stop], as: UTF8.self)
  }

  private mutating func writeAmpersand(_ i: Int) -> Int {
    write("&amp;")
    return i + 1
  }

  /// Writes a name that no semicolon ends: the longest legacy name it begins with counts, in an attribute only where
  /// neither a letter, a digit nor `=` follows.
  private mutating func writeUnfinished(_ i: Int, _ stop: Int, _ limit: Int, in kind: TextKind) -> Int {
    var length = min(stop - i - 1, CharacterReferences.longestLegacy)
    while length >= 2 {
      let name = name(i + 1, i + 1 + length)
      if CharacterReferences.legacy.contains(name) {
        let next = i + 1 + length < limit ? source[i + 1 + length] : 0
        if kind == .attribute, ASCII.isLetter(next) || ASCII.isDigit(next) || next == ASCII.equals { break }
        writeNamed(name)
        return i + 1 + length
      }
      length -= 1
    }
    return writeAmpersand(i)
  }

  /// Writes the character of `&#123;` or `&#x7B;`; the semicolon may be missing.
  private mutating func writeNumber(at i: Int, _ limit: Int) -> Int {
    var j = i + 2
    let isHexadecimal = j < limit && source[j] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { j += 1 }
    let digits = j
    var value: UInt32 = 0
    while j < limit, let digit = CharacterReferences.digit(source[j], hexadecimal: isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      j += 1
    }
    guard j > digits else { return writeAmpersand(i) }
    write(CharacterReferences.scalar(value))
    return j < limit && source[j] == ASCII.semicolon ? j + 1 : j
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": write("&amp;")
    case "<": write("&lt;")
    case "\"": write("&quot;")
    case let control where control.value < 32 && !ASCII.isSpace(UInt8(control.value)): break
    default: output.append(contentsOf: String(scalar).utf8)
    }
  }
}
