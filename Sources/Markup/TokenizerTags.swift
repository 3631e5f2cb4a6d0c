extension Tokenizer {
  /// Where a tag's pieces stand in the source.
  private struct ReadTag {
    var number: UInt16
    /// Whether it ends in `/>`.
    var isEmpty = false
    /// Where the value of `type` stands, for scripts.
    var type: Range<Int>?
    var attributeCount = 0
  }

  /// Reads a start tag and, where it begins raw text, that text too.
  mutating func readStartTag() {
    let start = position
    let mark = builder.mark
    var tag = ReadTag(number: readName(at: start + 1))
    tagCount += 1
    while readAttribute(of: &tag, keeping: true) {}
    guard position < end else { return builder.takeBack(to: mark) }
    position += 1
    if tag.attributeCount > limits.attributesPerTag {
      warnings.add(.attributesDropped, tag.attributeCount - limits.attributesPerTag)
    }
    finish(tag, from: start, mark)
  }

  /// Hands on the tag and reads on by its kind.
  private mutating func finish(_ tag: ReadTag, from start: Int, _ mark: TreeBuilder.AttributeMark) {
    let known = Tag(rawValue: tag.number) ?? .other
    let isForeign = foreign.isInside
    foreign.start(known, isEmpty: tag.isEmpty)
    if known == .script || known == .style {
      // The element stays, as selectors count it among its siblings.
      builder.takeBack(to: mark)
      builder.startTag(tag.number, at: start, attributesFrom: mark)
      known == .script ? skipScript(type: tag.type) : skipRaw(tag.number, "</style")
      builder.endTag(tag.number, at: position)
      return
    }
    builder.startTag(tag.number, at: start, attributesFrom: mark)
    if foreign.isInside || (isForeign && (known == .svg || known == .math)) {
      if tag.isEmpty { builder.endTag(tag.number, at: start) }
      return
    }
    readContent(of: known, tag.number)
  }

  /// Reads the content of elements in which tags are text.
  private mutating func readContent(of tag: Tag, _ number: UInt16) {
    switch tag {
    case .title: readEscapable(number, "</title")
    case .textarea: readEscapable(number, "</textarea")
    case .iframe: skipFrame(number, "</iframe")
    case .noembed: skipFrame(number, "</noembed")
    case .noscript: isInNoscript = true
    case .xmp: readRaw(number, "</xmp")
    case .plaintext:
      readRaw(position, end)
      position = end
    default: break
    }
  }

  /// Reads an end tag; `</>` is nothing, and `</` before anything but a letter begins a bogus comment.
  mutating func readEndTag() {
    let start = position
    guard start + 2 < end else { return readLess() }
    guard ASCII.isLetter(source[start + 2]) else {
      position = after(ASCII.greater, from: start + 2)
      return
    }
    var tag = ReadTag(number: readName(at: start + 2))
    while readAttribute(of: &tag, keeping: false) {}
    guard position < end else { return }
    position += 1
    let known = Tag(rawValue: tag.number) ?? .other
    foreign.end(known)
    if known == .noscript { isInNoscript = false }
    builder.endTag(tag.number, at: start)
  }

  /// Reads a tag's name, which ends at white space, `/` or `>`, and returns its number.
  private mutating func readName(at start: Int) -> UInt16 {
    var i = start
    while i < end, !ASCII.isSpace(source[i]), source[i] != ASCII.slash, source[i] != ASCII.greater { i += 1 }
    position = i
    return UInt16(tags.insert(source, start, i) ?? 0)
  }

  /// Reads one attribute; false at the tag's `>` or the source's end.
  private mutating func readAttribute(of tag: inout ReadTag, keeping: Bool) -> Bool {
    tag.isEmpty = false
    while position < end, ASCII.isSpace(source[position]) || source[position] == ASCII.slash {
      tag.isEmpty = source[position] == ASCII.slash
      position += 1
    }
    guard position < end, source[position] != ASCII.greater else { return false }
    let name = readAttributeName()
    let value = readAttributeValue()
    tag.attributeCount += 1
    if keeping, tag.attributeCount <= limits.attributesPerTag { keep(name, value, of: &tag) }
    return true
  }

  /// The name ends at white space, `/`, `>` or `=`; a `=` in front belongs to it.
  private mutating func readAttributeName() -> Range<Int> {
    let start = position
    position += 1
    while position < end {
      let byte = source[position]
      if ASCII.isSpace(byte) || byte == ASCII.slash || byte == ASCII.greater || byte == ASCII.equals { break }
      position += 1
    }
    return start..<position
  }

  /// Reads `= value`, quoted or not; empty where there is none.
  private mutating func readAttributeValue() -> Range<Int> {
    var i = position
    while i < end, ASCII.isSpace(source[i]) { i += 1 }
    guard i < end, source[i] == ASCII.equals else { return position..<position }
    i += 1
    while i < end, ASCII.isSpace(source[i]) { i += 1 }
    guard i < end else {
      position = end
      return end..<end
    }
    if source[i] == ASCII.doubleQuote { return readQuoted(from: i + 1, ASCII.doubleQuote, .doubleQuote) }
    if source[i] == ASCII.singleQuote { return readQuoted(from: i + 1, ASCII.singleQuote, .singleQuote) }
    var stop = i
    while stop < end, !ASCII.isSpace(source[stop]), source[stop] != ASCII.greater { stop += 1 }
    position = stop
    return i..<stop
  }

  /// Reads up to the closing quote. Where there is none the standard drops the rest of the document; here the value
  /// ends at the next `>` instead, with a warning.
  private mutating func readQuoted(from start: Int, _ quote: UInt8, _ kind: Endless) -> Range<Int> {
    let stop = endless.contains(kind) ? end : index(of: quote, from: start)
    if stop < end {
      position = stop + 1
      return start..<stop
    }
    endless.insert(kind)
    warnings.add(.unclosed)
    position = index(of: ASCII.greater, from: start)
    return start..<position
  }

  /// Adds an attribute that somebody reads, the first of its name on a tag; of data that stands in an address only
  /// `data:` is kept.
  private mutating func keep(_ name: Range<Int>, _ value: Range<Int>, of tag: inout ReadTag) {
    guard let number = attributes.find(source, name.lowerBound, name.upperBound), lastTag[number] != tagCount
    else { return }
    lastTag[number] = tagCount
    if number == AttributeName.type.rawValue { tag.type = value }
    let isInlineData = value.count > 256 && ASCII.spells("data:", in: source, at: value.lowerBound)
    let first = builder.bytes.count
    appendText(value.lowerBound, isInlineData ? value.lowerBound + 5 : value.upperBound, in: .attribute)
    builder.endAttribute(UInt16(number), from: first)
  }
}
