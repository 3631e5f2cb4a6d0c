/// A page's elements and texts in document order, in flat arrays; nothing in it is nested, so depth costs nothing.
///
/// Node 0 is always the `html` element; scripts and styles stand in their places without attributes or content. A node's
/// subtree is the nodes from it up to its `end`.
package struct HTMLTree: Sendable {
  /// A node's number: its place in document order.
  package typealias Node = Int

  // Other modules call the accessors once a node, so what these read is open to inlining.
  @usableFromInline struct NodeRow: Sendable {
    /// -1 for node 0.
    @usableFromInline var parent: Int32
    /// The first node after the subtree.
    @usableFromInline var end: Int32
    /// The tag's number; unused in a text.
    @usableFromInline var tag: UInt16
    @usableFromInline var kind: Kind
    /// The tag; `other` in a text.
    @usableFromInline var known: Tag
    /// A text's first byte in `bytes`, or an element's first attribute.
    @usableFromInline var first: Int32
    /// How many bytes or attributes.
    @usableFromInline var count: Int32
    /// Where the tag begins in the source; a text has the place of the tag before it.
    var source: Int32
  }

  @usableFromInline enum Kind: UInt8, Sendable {
    case element, text
    /// The rest of an element that a misplaced end tag cut in two; selectors don't see it.
    case continuation
  }

  @usableFromInline struct Attribute: Sendable {
    @usableFromInline var name: UInt16
    @usableFromInline var first: Int32
    @usableFromInline var count: Int32
  }

  @usableFromInline var rows: [NodeRow]
  @usableFromInline var attributes: [Attribute]
  @usableFromInline var bytes: [UInt8]
  let firstOfTag: [Int32]
  let nextAlike: [Int32]
  var tagNames: NameTable
  var attributeNames: NameTable
  /// The bytes that were parsed.
  package let source: [UInt8]
  /// Scripts that hold data, in document order.
  package let embedded: [EmbeddedData]
  /// What was read otherwise than written.
  package let warnings: [MarkupWarning]

  /// Parses valid UTF-8, keeping the attributes that readers of pages need and `extraAttributes` (lower-case names).
  package init(
    parsing utf8: [UInt8], keeping extraAttributes: Set<String> = [], limits: MarkupLimits = MarkupLimits()
  ) {
    let names = AttributeName.table(adding: extraAttributes)
    var tokenizer = Tokenizer(utf8, attributes: names, limits: limits)
    tokenizer.run()
    let builder = tokenizer.builder
    var counts = tokenizer.warnings
    if builder.deepElements > 0 { counts.add(.deepNesting, builder.deepElements) }
    rows = builder.rows
    (firstOfTag, nextAlike) = HTMLTree.chains(rows)
    attributes = builder.attributes
    bytes = builder.bytes
    tagNames = tokenizer.tags
    attributeNames = names
    source = utf8
    embedded = tokenizer.embedded
    warnings = counts.warnings
  }
}
