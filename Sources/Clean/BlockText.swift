import Markup
import Records
import Text

/// Reads the text of blocks.
struct BlockText {
  let tree: HTMLTree
  let isExcluded: [Bool]

  /// The block with its text, folded and composed, and its links.
  func read(_ block: TextBlock) -> ContentBlock {
    let text =
      switch block.kind {
      case .code: code(block.nodes)
      case .tableRow: cells(of: block.nodes).joined(separator: " | ")
      default: folded(block.nodes)
      }
    return ContentBlock(block: Page.Block(block.kind, level: block.level, text), links: links(of: block))
  }

  /// The links around and in the block.
  private func links(of block: TextBlock) -> [HTMLTree.Node] {
    guard block.measure.linkBytes > 0 else { return [] }
    var links = block.nodes.filter { tree.tag(of: $0) == .a && !isExcluded[$0] }
    var node = tree.parent(of: block.nodes.lowerBound)
    var steps = 0
    while let above = node, steps < 40 {
      if tree.tag(of: above) == .a {
        links.insert(above, at: 0)
        break
      }
      node = tree.parent(of: above)
      steps += 1
    }
    return links
  }

  private func folded(_ nodes: Range<HTMLTree.Node>) -> String {
    var folder = WhiteSpaceFolder()
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      if isExcluded[node] {
        if tree.isBlock(node) { folder.appendSpace() }
        node = tree.end(of: node)
        continue
      }
      if tree.isText(node) { folder.append(tree.bytes(of: node)) } else if tree.isBlock(node) { folder.appendSpace() }
      node += 1
    }
    return nfc(String(decoding: folder.finish(), as: UTF8.self))
  }

  /// The texts of a row's cells that have one.
  private func cells(of row: Range<HTMLTree.Node>) -> [String] {
    var texts: [String] = []
    for cell in tree.children(of: row.lowerBound) where !tree.isText(cell) && !isExcluded[cell] {
      let text = folded(cell..<tree.end(of: cell))
      if !text.isEmpty { texts.append(text) }
    }
    return texts
  }

  /// Preformatted text with its line breaks, without blank lines at its ends.
  private func code(_ nodes: Range<HTMLTree.Node>) -> String {
    var bytes: [UInt8] = []
    for node in nodes where !isExcluded[node] {
      if tree.tag(of: node) == .br { bytes.append(UInt8(ascii: "\n")) }
      bytes += tree.bytes(of: node)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    let kept = lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return nfc(kept.joined(separator: "\n"))
  }
}
