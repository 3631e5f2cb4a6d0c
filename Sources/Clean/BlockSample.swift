import Markup
package import Records
import Text

/// A page's blocks as the classifier sees them, for training it and for explaining it.
package struct BlockSample {
  /// Each block's text.
  package let texts: [String]
  /// The features of each block, one row after another.
  package let features: [Int16]
  /// For each block and each level around it (see `BlockContext`) the first block in it and the one after its last.
  package let ranges: [Int32]
  /// For each block a number that all blocks of elements with the same tag and class share.
  package let patterns: [Int32]
  /// The probability of each block to be main text, in thousandths.
  package var answers: [Int32] { BlockModel.shared.judge(page, BlockContext(page)) }

  private let page: PageBlocks

  /// What each feature is called.
  package static var featureNames: [String] { BlockFeatures.names }

  /// Reads a document's blocks.
  package init(_ document: Document, bytes: [UInt8]) {
    let text = decode(bytes, charsetHint: nil, markup: true)
    let page = PageBlocks(HTMLTree(parsing: text.utf8), address: document.address)
    let reader = BlockText(tree: page.tree, isExcluded: page.isExcluded)
    texts = page.blocks.map { reader.read($0).block.text }
    features = BlockFeatures(page).values
    let context = BlockContext(page)
    ranges = context.ranges.flatMap { [Int32($0.lowerBound), Int32($0.upperBound)] }
    patterns = context.patterns
    self.page = page
  }
}
