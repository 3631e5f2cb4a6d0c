/// The tokenizer of the HTML standard, run once over the bytes.
///
/// It leaves out comments, doctypes, scripts, styles and attributes nobody reads, ends every construct where the standard
/// ends it, decodes character references, and hands tags and texts to `TreeBuilder`, which gives them the standard's shape.
struct Tokenizer {
  let source: [UInt8]
  /// Where reading stops.
  let end: Int
  let limits: MarkupLimits
  let attributes: NameTable
  var tags: NameTable
  /// The input's next byte to read.
  var position = 0
  /// The tree so far.
  var builder: TreeBuilder
  var embedded: [EmbeddedData] = []
  var warnings = WarningCounts()
  var foreign = ForeignContent()
  /// Whether the last `noscript` is still open.
  var isInNoscript = false
  /// For each attribute number the last tag that had it; tags are numbered from 1.
  var lastTag: [UInt32]
  var tagCount: UInt32 = 0
  /// Constructs known not to end any more, so that looking for their end stays linear.
  var endless: Set<Endless> = []

  enum Endless: Hashable { case raw(UInt16), doubleQuote, singleQuote }

  init(_ source: [UInt8], attributes: NameTable, limits: MarkupLimits) {
    self.source = source
    self.limits = limits
    self.attributes = attributes
    end = min(source.count, limits.bytes)
    tags = Tokenizer.knownTags
    lastTag = [UInt32](repeating: 0, count: attributes.count)
    builder = TreeBuilder(byteCount: end, tagCount: tags.count, usualDepth: limits.usualDepth)
    if end < source.count { warnings.add(.cut, source.count - end) }
  }

  /// Tags by the number they have as `Tag`; number 0 has a name no tag can have.
  private static let knownTags = NameTable(Tag.allCases.map { $0 == .other ? "<" : $0.name })

  /// Reads all the source.
  mutating func run() {
    skipByteOrderMark()
    while position < end {
      if source[position] == ASCII.less { readMarkup() } else { readText() }
    }
    builder.finish()
  }

  private mutating func skipByteOrderMark() {
    if source.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Reads what begins with `<`.
  private mutating func readMarkup() {
    guard position + 1 < end else { return readLess() }
    let next = source[position + 1]
    if ASCII.isLetter(next) {
      readStartTag()
    } else if next == ASCII.slash {
      readEndTag()
    } else if next == ASCII.exclamation {
      readDeclaration()
    } else if next == ASCII.question {
      position = after(ASCII.greater, from: position + 2)
    } else {
      readLess()
    }
  }

  /// The `<` stands for itself.
  mutating func readLess() {
    let first = builder.bytes.count
    builder.bytes.append(ASCII.less)
    builder.endText(from: first)
    position += 1
  }

  /// Reads `<!`: a comment, character data inside SVG and MathML, or else a bogus comment (a doctype too).
  private mutating func readDeclaration() {
    if ASCII.spells("<!--", in: source, at: position) {
      skipComment()
    } else if foreign.isInside, ASCII.spells("<![cdata[", in: source, at: position) {
      readCharacterData()
    } else {
      position = after(ASCII.greater, from: position + 2)
    }
  }

  /// Comments end at `-->` and `--!>`, and at once in `<!-->` and `<!--->`.
  private mutating func skipComment() {
    var i = position + 4
    if ASCII.spells(">", in: source, at: i) || ASCII.spells("->", in: source, at: i) {
      position = after(ASCII.greater, from: i)
      return
    }
    while i < end {
      i = index(of: ASCII.hyphen, from: i)
      if ASCII.spells("-->", in: source, at: i) || ASCII.spells("--!>", in: source, at: i) {
        position = min(after(ASCII.greater, from: i), end)
        return
      }
      i += 1
    }
    warnings.add(.unclosed)
    position = end
  }

  private mutating func readCharacterData() {
    position += 9
    let start = position
    var close = start
    while close < end, !ASCII.spells("]]>", in: source, at: close) { close += 1 }
    readRaw(start, close)
    position = min(close + 3, end)
  }

  /// The first place of `byte` from `start` on, or the end.
  @inline(__always) func index(of byte: UInt8, from start: Int) -> Int {
    ByteScan.first(byte, in: source, from: start, to: end)
  }

  /// The place after the first `byte` from `start` on, or the end.
  func after(_ byte: UInt8, from start: Int) -> Int { min(index(of: byte, from: start) + 1, end) }
}
