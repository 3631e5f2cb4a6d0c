import Markup
import Records
import Text

/// Reads the text of blocks.
struct BlockText {
  let tree: HTMLTree
  let isExcluded: [Bool]
  var gaps = TableGaps()

  /// The block with its text, folded and composed, and its links.
  func read(_ block: TextBlock) -> ContentBlock {
    let text =
      switch block.kind {
      case .code: code(block.nodes)
      case .tableRow: row(block.nodes.lowerBound)
      default: folded(block.nodes)
      }
    let kind = block.isCaption ? .caption : block.kind
    return ContentBlock(
      block: Page.Block(kind, level: block.isCaption ? nil : block.level, text), node: block.nodes.lowerBound,
      links: links(of: block))
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

  /// The row's cells with bars between them, the empty ones and those that cells beside and above take among them.
  private func row(_ row: HTMLTree.Node) -> String {
    let gaps = gaps.before(row)
    var texts: [String] = []
    var number = 0
    for cell in tree.children(of: row) where [.td, .th].contains(tree.tag(of: cell)) {
      texts += [String](repeating: "", count: gaps?[number] ?? 0)
      texts.append(isExcluded[cell] ? "" : folded(cell..<tree.end(of: cell)))
      number += 1
    }
    texts += [String](repeating: "", count: gaps?[number] ?? 0)
    let written = texts.filter { !$0.isEmpty }
    // With one text there are no columns to keep apart.
    if written.count < 2 { return written.first ?? "" }
    let head = texts[0].isEmpty ? "|" : texts[0] + " |"
    return texts.dropFirst(2).reduce(texts[1].isEmpty ? head : head + " " + texts[1]) {
      $0 + ($1.isEmpty ? " |" : " | " + $1)
    }
  }

  /// Preformatted text with its line breaks, without blank lines at its ends.
  private func code(_ nodes: Range<HTMLTree.Node>) -> String {
    var bytes: [UInt8] = []
    var ends: [HTMLTree.Node] = []
    func breakLine() { if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) } }
    for node in nodes {
      while let end = ends.last, end <= node {
        breakLine()
        ends.removeLast()
      }
      if isExcluded[node] { continue }
      if tree.tag(of: node) == .br {
        bytes.append(UInt8(ascii: "\n"))
      } else if node > nodes.lowerBound, tree.isBlock(node) {
        breakLine()
        ends.append(tree.end(of: node))
      }
      bytes += tree.bytes(of: node).filter { $0 != 0x0D }
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    let kept = lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return nfc(kept.joined(separator: "\n"))
  }
}
