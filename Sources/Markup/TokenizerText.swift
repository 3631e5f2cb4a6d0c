extension Tokenizer {
  /// How character references stand in what is being read.
  enum TextKind {
    case text, attribute
  }

  /// Bytes that text can't simply be copied over: NUL and other controls, carriage returns, `&`.
  private static let stops: [Bool] = (0..<256).map { byte in
    (byte < 32 && byte != 9 && byte != 10 && byte != 12) || byte == 38
  }

  /// Reads text up to the next `<`, or the end.
  mutating func readText() {
    let start = position
    position = index(of: ASCII.less, from: start)
    readEscapable(start, position)
  }

  /// Adds the text at `start..<limit`, in which character references count.
  mutating func readEscapable(_ start: Int, _ limit: Int) {
    let first = builder.bytes.count
    appendText(start, limit, in: .text)
    builder.endText(from: first)
  }

  /// Adds the text at `start..<limit`, in which nothing is a character reference or a tag.
  mutating func readRaw(_ start: Int, _ limit: Int) {
    let first = builder.bytes.count
    var copied = start
    for i in start..<max(start, limit) where Tokenizer.stops[Int(source[i])] && source[i] != ASCII.ampersand {
      copy(copied, i)
      appendControl(source[i], at: i, limit)
      copied = i + 1
    }
    copy(copied, limit)
    builder.endText(from: first)
  }

  /// Appends what stands at `start..<limit`, character references decoded.
  mutating func appendText(_ start: Int, _ limit: Int, in kind: TextKind) {
    var copied = start
    var i = start
    while i < limit {
      i = ByteScan.firstMarked(in: source, from: i, to: limit)
      guard i < limit else { break }
      let byte = source[i]
      guard Tokenizer.stops[Int(byte)] else {
        i += 1
        continue
      }
      copy(copied, i)
      if byte == ASCII.ampersand {
        i = appendReference(at: i, limit, in: kind)
      } else {
        appendControl(byte, at: i, limit)
        i += 1
      }
      copied = i
    }
    copy(copied, limit)
  }

  /// Appends the source's bytes at `start..<limit` as they are; nothing where that is empty.
  private mutating func copy(_ start: Int, _ limit: Int) {
    guard start < limit, limit <= source.count else { return }
    // A slice of the array would be retained and released for every piece; the pointer goes no further than the append.
    unsafe source.withUnsafeBufferPointer {
      unsafe builder.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<limit]))
    }
  }

  /// Carriage returns become line feeds, other controls are left out.
  private mutating func appendControl(_ byte: UInt8, at i: Int, _ limit: Int) {
    if byte == 0 {
      warnings.add(.nulsRemoved)
    } else if byte == ASCII.carriageReturn, i + 1 >= limit || source[i + 1] != ASCII.lineFeed {
      builder.bytes.append(ASCII.lineFeed)
    }
  }
}
