/// Makes the tree from tags and texts, in the shape the HTML standard gives them.
///
/// It follows the standard's tree construction but for three things, none of which loses text: formatting elements are
/// not opened again in the next block, misplaced table content stays where it is written, and an end tag that cuts
/// through blocks closes them and goes on in copies (`continuation`).
struct TreeBuilder {
  private(set) var rows: [HTMLTree.NodeRow] = []
  private(set) var attributes: [HTMLTree.Attribute] = []
  /// Texts and attributes' values; the tokenizer appends one and then says what it was.
  var bytes: [UInt8] = []
  /// How many elements stand deeper than usual.
  private(set) var deepElements = 0
  var open: OpenElements
  private let usualDepth: Int
  private(set) var head: Int32 = -1
  private(set) var body: Int32 = -1
  /// Where the tag now read begins in the source.
  private var sourceOffset: Int32 = 0

  /// For a source of so many bytes.
  init(byteCount: Int, tagCount: Int, usualDepth: Int) {
    self.usualDepth = usualDepth
    open = OpenElements(tagCount: tagCount)
    rows.reserveCapacity(byteCount / 64 + 16)
    bytes.reserveCapacity(byteCount / 4 + 64)
    insert(Tag.html.rawValue, attributes: 0..<0, pushing: true)
  }

  /// How many attributes there are, and bytes.
  struct AttributeMark {
    fileprivate var attributes: Int
    fileprivate var bytes: Int
  }

  /// Where a tag's attributes begin.
  var mark: AttributeMark { AttributeMark(attributes: attributes.count, bytes: bytes.count) }

  /// Forgets the attributes added since, of a tag that doesn't count.
  mutating func takeBack(to mark: AttributeMark) {
    attributes.removeLast(attributes.count - mark.attributes)
    bytes.removeLast(bytes.count - mark.bytes)
  }

  /// What was appended to `bytes` since `first` is the value of an attribute.
  mutating func endAttribute(_ number: UInt16, from first: Int) {
    attributes.append(
      HTMLTree.Attribute(name: number, first: Int32(first), count: Int32(bytes.count - first)))
  }

  /// What was appended to `bytes` since `first` is text; it joins the text before it if nothing stands between.
  mutating func endText(from first: Int) {
    guard bytes.count > first else { return }
    if open.count <= 2, !takesText(from: first) {
      bytes.removeLast(bytes.count - first)
      return
    }
    let last = rows.count - 1
    let count = Int32(bytes.count - first)
    if rows[last].kind == .text, rows[last].parent == open.node, rows[last].first + rows[last].count == first {
      rows[last].count += count
    } else {
      rows.append(
        HTMLTree.NodeRow(
          parent: open.node, end: Int32(rows.count + 1), tag: 0, kind: .text, known: .other, first: Int32(first),
          count: count, source: sourceOffset))
    }
  }

  /// Reads a start tag that stands at `offset` of the source, with the attributes added since `mark`.
  mutating func startTag(_ number: UInt16, at offset: Int, attributesFrom mark: AttributeMark) {
    sourceOffset = Int32(offset)
    startTag(number, attributes: mark.attributes..<attributes.count)
  }

  /// Reads an end tag that stands at `offset` of the source.
  mutating func endTag(_ number: UInt16, at offset: Int) {
    sourceOffset = Int32(offset)
    endTag(number)
  }

  /// Whether text belongs in the tree here; text outside the head's elements opens the body, white space doesn't.
  private mutating func takesText(from first: Int) -> Bool {
    guard open.tag == .html || open.tag == .head else { return true }
    if bytes[first...].allSatisfy(ASCII.isSpace) { return false }
    openBody(attributes: 0..<0)
    return true
  }

  /// Closes all that is open.
  mutating func finish() {
    while !open.entries.isEmpty { pop() }
  }

  /// Adds an element, inside the innermost open one.
  mutating func insert(
    _ number: UInt16, attributes: Range<Int>, pushing: Bool, kind: HTMLTree.Kind = .element
  ) {
    let node = Int32(rows.count)
    rows.append(
      HTMLTree.NodeRow(
        parent: open.node, end: node + 1, tag: number, kind: kind, known: Tag(rawValue: number) ?? .other,
        first: Int32(attributes.lowerBound), count: Int32(attributes.count), source: sourceOffset))
    if open.count > usualDepth { deepElements += 1 }
    if pushing { open.push(node, number) }
  }

  /// Closes the innermost element.
  mutating func pop() {
    if let entry = open.pop() { rows[Int(entry.node)].end = Int32(rows.count) }
  }

  /// Closes elements until `place` is the number of open ones.
  mutating func pop(to place: Int32) {
    while open.count > Int(place) { pop() }
  }

  /// Opens the body, closing the head.
  mutating func openBody(attributes: Range<Int>) {
    guard body < 0 else { return }
    pop(to: 1)
    body = Int32(rows.count)
    insert(Tag.body.rawValue, attributes: attributes, pushing: true)
  }

  /// Opens the head if there was none; false if it is over.
  mutating func openHead(attributes: Range<Int>) {
    guard head < 0, body < 0 else { return }
    head = Int32(rows.count)
    insert(Tag.head.rawValue, attributes: attributes, pushing: true)
  }

  /// Gives an element its attributes if it has none yet.
  mutating func merge(_ attributes: Range<Int>, into node: Int32) {
    guard node >= 0, rows[Int(node)].count == 0 else { return }
    rows[Int(node)].source = sourceOffset
    rows[Int(node)].first = Int32(attributes.lowerBound)
    rows[Int(node)].count = Int32(attributes.count)
  }
}
