import Markup
import Records

/// A block of a page's text: where it stands and what it looks like, its text not yet read.
struct TextBlock {
  /// What the elements around it make of it, captions aside.
  var kind: Page.Block.Kind
  /// Whether it stands under a figure or over a table.
  var isCaption = false
  /// 1 to 6 for a heading.
  var level: Int?
  /// The nodes its text is in; what is excluded among them doesn't count.
  var nodes: Range<HTMLTree.Node>
  /// The innermost block element it stands in.
  var anchor: HTMLTree.Node
  var measure: TextMeasure
  /// How many links are in it.
  var links = 0

  /// The share of its text that stands in links, from 0 to 1.
  var linkShare: Double { Double(measure.linkBytes) / Double(max(1, measure.bytes)) }
}

/// A block of a page's main text with what readers of the page ask of it.
struct ContentBlock {
  var block: Page.Block
  /// The first node its text is in.
  var node: HTMLTree.Node = 0
  /// The links in it.
  var links: [HTMLTree.Node] = []
}
