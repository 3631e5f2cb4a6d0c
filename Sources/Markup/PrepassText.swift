extension Prepass {
  /// How character references stand in what is being written.
  enum TextKind {
    case text, attribute
  }

  /// Bytes that text can't simply be copied over: NUL and other controls, carriage returns, `&`, `<`, `"`.
  private static let stops: [Bool] = (0..<256).map { byte in
    (byte < 32 && byte != 9 && byte != 10 && byte != 12) || byte == 38 || byte == 60 || byte == 34
  }

  /// Writes text up to the first `stop`, or the end, with character references in a form that libxml2 reads.
  mutating func writeText(until stop: UInt8, in kind: TextKind) {
    position = writeText(position, index(of: stop, from: position), in: kind)
  }

  /// Writes the text at `start..<limit`; returns `limit`.
  mutating func writeText(_ start: Int, _ limit: Int, in kind: TextKind) -> Int {
    var copied = start
    var i = start
    while i < limit {
      let byte = source[i]
      guard Prepass.stops[Int(byte)] else {
        i += 1
        continue
      }
      output.append(contentsOf: source[copied..<i])
      i = writeSpecial(byte, at: i, limit, in: kind)
      copied = i
    }
    output.append(contentsOf: source[copied..<limit])
    return limit
  }

  /// Writes one byte that can't be copied; returns the place to go on from.
  private mutating func writeSpecial(_ byte: UInt8, at i: Int, _ limit: Int, in kind: TextKind) -> Int {
    switch byte {
    case ASCII.ampersand: return writeReference(at: i, limit, in: kind)
    case ASCII.less: write("&lt;")
    case ASCII.doubleQuote: if kind == .attribute { write("&quot;") } else { output.append(byte) }
    case ASCII.carriageReturn:
      if i + 1 >= limit || source[i + 1] != ASCII.lineFeed { output.append(ASCII.lineFeed) }
    case 0: warnings.add(.nulsRemoved)
    default: break
    }
    return i + 1
  }

  /// Writes text in which nothing is a character reference or a tag.
  mutating func writeRaw(_ start: Int, _ limit: Int) {
    var copied = start
    for i in start..<max(start, limit) where Prepass.stops[Int(source[i])] {
      output.append(contentsOf: source[copied..<i])
      if source[i] == ASCII.ampersand {
        write("&amp;")
      } else {
        _ = writeSpecial(source[i], at: i, limit, in: .text)
      }
      copied = i + 1
    }
    if copied < limit { output.append(contentsOf: source[copied..<limit]) }
  }
}
