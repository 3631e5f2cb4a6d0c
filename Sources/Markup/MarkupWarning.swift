/// Something in a document's markup that was read otherwise than written, and how often.
package struct MarkupWarning: Hashable, Sendable {
  package enum Code: String, Sendable, CaseIterable {
    /// Attributes beyond the cap for one tag were dropped.
    case attributesDropped = "attributes-dropped"
    /// Elements stand deeper than browsers go; all of them were kept.
    case deepNesting = "deep-nesting"
    /// NUL bytes were taken out.
    case nulsRemoved = "nuls-removed"
    /// A comment, quote, title or script never ends.
    case unclosed = "unclosed"
    /// Bytes beyond the size limit were not read.
    case cut = "cut"
  }

  package var code: Code
  package var count: Int

  package init(_ code: Code, count: Int) {
    self.code = code
    self.count = count
  }
}

/// How much markup a reader takes on.
package struct MarkupLimits: Hashable, Sendable {
  /// Attributes kept on one tag.
  package var attributesPerTag = 256
  /// Depth from which elements are counted as too deep; they are kept. Browsers stop at 512.
  package var usualDepth = 512
  /// Input bytes read; offsets must fit in 31 bits with room for escapes.
  package var bytes = 256 << 20

  package init() {}
}
