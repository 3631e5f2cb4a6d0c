import CLibXML2

/// Makes the tree from tags and texts, in the shape the HTML standard gives them.
///
/// It follows the standard's tree construction but for three things, none of which loses text: formatting elements are
/// not opened again in the next block, misplaced table content stays where it is written, and an end tag that cuts
/// through blocks closes them and goes on in copies (`continuation`).
@safe struct TreeBuilder {
  private(set) var rows: [HTMLTree.NodeRow] = []
  private(set) var attributes: [HTMLTree.Attribute] = []
  private(set) var bytes: [UInt8] = []
  /// How many elements stand deeper than usual.
  private(set) var deepElements = 0
  var open: OpenElements
  /// The parser during the parse; it tells how far the input is read.
  var context: htmlParserCtxtPtr?
  private let marks: [Prepass.Mark]
  private var markIndex = 0
  private let usualDepth: Int
  private(set) var head: Int32 = -1
  private(set) var body: Int32 = -1
  /// Where the tag now read begins in the source.
  private var sourceOffset: Int32 = 0

  init(marks: [Prepass.Mark], tagCount: Int, usualDepth: Int) {
    self.marks = marks
    self.usualDepth = usualDepth
    open = OpenElements(tagCount: tagCount)
    rows.reserveCapacity(marks.count + 16)
    bytes.reserveCapacity(16_384)
    insert(Tag.html.rawValue, attributes: 0..<0, pushing: true)
  }

  /// The mark of the tag libxml2 has just read; nil for an element that no tag of the page made.
  mutating func nextMark() -> Prepass.Mark? {
    guard markIndex < marks.count, let context = unsafe context else { return nil }
    let position = unsafe sluice_xml_position(context)
    guard Int(marks[markIndex].output) < position else { return nil }
    markIndex += 1
    sourceOffset = marks[markIndex - 1].source
    return marks[markIndex - 1]
  }

  /// Adds one attribute under its two-letter number.
  mutating func addAttribute(_ name: UnsafePointer<xmlChar>, _ value: UnsafePointer<xmlChar>?) {
    let number = unsafe Int(name[0]) * 26 + Int(name[1]) - 97 * 27
    let first = bytes.count
    if let value = unsafe value {
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
    }
    attributes.append(
      HTMLTree.Attribute(name: UInt16(max(0, number)), first: Int32(first), count: Int32(bytes.count - first))
    )
  }

  /// Adds text, to the text before it if nothing stands between.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    if unsafe !takesText(isBlank: text.allSatisfy(ASCII.isSpace)) { return }
    let last = rows.count - 1
    if rows[last].kind == .text, rows[last].parent == open.node {
      rows[last].count += Int32(text.count)
    } else {
      rows.append(
        HTMLTree.NodeRow(
          parent: open.node, end: Int32(rows.count + 1), tag: 0, kind: .text, first: Int32(bytes.count),
          count: Int32(text.count), source: sourceOffset))
    }
    unsafe bytes.append(contentsOf: text)
  }

  /// Whether text belongs in the tree here; text outside the head's elements opens the body, white space doesn't.
  private mutating func takesText(isBlank: Bool) -> Bool {
    guard open.tag == .html || open.tag == .head else { return true }
    if isBlank { return false }
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
        parent: open.node, end: node + 1, tag: number, kind: kind, first: Int32(attributes.lowerBound),
        count: Int32(attributes.count), source: sourceOffset))
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
