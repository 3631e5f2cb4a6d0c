extension Tokenizer {
  /// The `</name` at or after `start` that white space, `/` or `>` follows; nil where there is none.
  private mutating func endTag(_ close: StaticString, of number: UInt16, from start: Int) -> Int? {
    guard !endless.contains(.raw(number)) else { return nil }
    var i = start
    while i < end {
      i = index(of: ASCII.less, from: i)
      if isEndTag(close, at: i) { return i }
      i += 1
    }
    endless.insert(.raw(number))
    return nil
  }

  private func isEndTag(_ close: StaticString, at i: Int) -> Bool {
    guard ASCII.spells(close, in: source, at: i) else { return false }
    let next = i + close.utf8CodeUnitCount
    guard next < end else { return false }
    return ASCII.isSpace(source[next]) || source[next] == ASCII.slash || source[next] == ASCII.greater
  }

  /// Reads content in which character references count but tags don't. Where it never ends the standard takes the rest
  /// of the document; here it ends at the next `<` instead, with a warning.
  mutating func readEscapable(_ number: UInt16, _ close: StaticString) {
    if let stop = endTag(close, of: number, from: position) {
      readEscapable(position, stop)
      position = stop
    } else {
      warnings.add(.unclosed)
      readText()
      builder.endTag(number, at: position)
    }
  }

  /// Reads content in which nothing counts but the end tag.
  mutating func readRaw(_ number: UInt16, _ close: StaticString) {
    let stop = endTag(close, of: number, from: position) ?? end
    readRaw(position, stop)
    position = stop
  }

  /// Leaves out content in which nothing counts but the end tag.
  mutating func skipRaw(_ number: UInt16, _ close: StaticString) {
    if let stop = endTag(close, of: number, from: position) {
      position = stop
    } else {
      warnings.add(.unclosed)
      position = end
    }
  }

  /// Leaves out the fallback content of a frame. A frame inside `noscript` ends with that at the latest, as for browsers
  /// that run scripts; one that never ends has no content here, though the standard gives it the rest of the document.
  mutating func skipFrame(_ number: UInt16, _ close: StaticString) {
    let stop = endTag(close, of: number, from: position)
    if isInNoscript, let around = endOfNoscript(before: stop ?? end) {
      position = around
    } else if let stop {
      position = stop
    } else {
      warnings.add(.unclosed)
    }
    builder.endTag(number, at: position)
  }

  private mutating func endOfNoscript(before limit: Int) -> Int? {
    guard !endless.contains(.raw(Tag.noscript.rawValue)) else { return nil }
    var i = position
    while i < limit {
      i = index(of: ASCII.less, from: i)
      if isEndTag("</noscript", at: i) { return i < limit ? i : nil }
      i += 1
    }
    if limit == end { endless.insert(.raw(Tag.noscript.rawValue)) }
    return nil
  }

  /// Leaves out a script, or keeps it aside where its type says that it holds data.
  mutating func skipScript(type: Range<Int>?) {
    let start = position
    position = scriptEnd(from: start)
    guard let type, let name = dataType(type) else { return }
    embedded.append(EmbeddedData(type: name, text: Array(source[start..<position]), offset: start))
  }

  /// The media type in lower case without parameters, if it is JSON.
  private func dataType(_ range: Range<Int>) -> String? {
    let written = source[range].prefix { $0 != ASCII.semicolon }.filter { !ASCII.isSpace($0) }.map(
      ASCII.lower)
    let type = String(decoding: written, as: UTF8.self)
    return type.hasSuffix("/json") || type.hasSuffix("+json") ? type : nil
  }

  /// Where a script ends: at `</script`, but after `<!--` an inner `<script` has its own end tag (the standard's "script
  /// data double escaped").
  private mutating func scriptEnd(from start: Int) -> Int {
    var isEscaped = false
    var isDoubled = false
    var i = start
    while i < end {
      if !isEscaped { i = index(of: ASCII.less, from: i) }
      guard i < end else { break }
      let byte = source[i]
      if byte == ASCII.less {
        if isEndTag("</script", at: i) {
          guard isDoubled else { return i }
          isDoubled = false
        } else if !isEscaped, ASCII.spells("<!--", in: source, at: i) {
          isEscaped = true
          i += 2
          continue
        } else if isEscaped, !isDoubled {
          isDoubled = isEndTag("<script", at: i)
        }
      } else if byte == ASCII.hyphen, isEscaped, ASCII.spells("-->", in: source, at: i) {
        isEscaped = false
        isDoubled = false
      }
      i += 1
    }
    warnings.add(.unclosed)
    return end
  }
}
