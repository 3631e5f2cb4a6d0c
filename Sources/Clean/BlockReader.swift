import Markup
import Records
import Text

/// A block of a page's content with what is needed to judge it.
struct ContentBlock {
  var block: Page.Block
  /// Bytes of its text, and how many of them stand in links, white space aside.
  var textBytes = 0
  var linkBytes = 0
  /// The list or the like it stands in; -1 where there is none.
  var group: HTMLTree.Node = -1
  /// The links in it.
  var links: [HTMLTree.Node] = []

  /// The share of its text that stands in links.
  var linkShare: Double { Double(linkBytes) / Double(max(1, textBytes)) }
}

/// Reads the text below an element as typed blocks, in document order, each text once.
struct BlockReader {
  /// An open element that changes what text is.
  private struct Context {
    var end: HTMLTree.Node
    var kind: Page.Block.Kind
    var level: Int?
    var group: HTMLTree.Node
    var isBlock: Bool
    var isLink: Bool
  }

  private let tree: HTMLTree
  private let isExcluded: [Bool]
  private var contexts: [Context] = []
  private var folder = WhiteSpaceFolder()
  private var current = ContentBlock(block: Page.Block(.paragraph, ""))
  private var breaks = 0
  private(set) var blocks: [ContentBlock] = []

  init(_ tree: HTMLTree, isExcluded: [Bool]) {
    self.tree = tree
    self.isExcluded = isExcluded
  }

  /// Reads everything below `root` that isn't excluded.
  mutating func read(_ root: HTMLTree.Node) -> [ContentBlock] {
    var node = root
    while node < tree.end(of: root) {
      close(before: node)
      if isExcluded[node] {
        if tree.isBlock(node) { flush() }
        node = tree.end(of: node)
      } else if tree.isText(node) {
        append(tree.bytes(of: node))
        node += 1
      } else {
        node = open(node)
      }
    }
    close(before: tree.end(of: root))
    flush()
    return blocks
  }

  /// Ends the elements that don't reach `node`.
  private mutating func close(before node: HTMLTree.Node) {
    while let last = contexts.last, last.end <= node {
      if last.isBlock { flush() }
      contexts.removeLast()
    }
  }

  /// Begins an element; returns the node to go on with.
  private mutating func open(_ node: HTMLTree.Node) -> HTMLTree.Node {
    switch tree.tag(of: node) {
    case .br:
      breaks += 1
      breaks > 1 ? flush() : folder.appendSpace()
      return node + 1
    case .hr: flush()
    case .pre, .listing, .xmp: return readCode(node)
    case .tr: if let row = dataRow(node) { return read(row, of: node) } else { push(node, .paragraph) }
    case .a: push(node, nil, isBlock: false, isLink: tree.attribute(.href, of: node) != nil)
    case .h1: push(node, .heading, level: 1)
    case .h2: push(node, .heading, level: 2)
    case .h3: push(node, .heading, level: 3)
    case .h4: push(node, .heading, level: 4)
    case .h5: push(node, .heading, level: 5)
    case .h6: push(node, .heading, level: 6)
    case .ul, .ol, .dl: push(node, nil, group: node)
    case .li: push(node, .listItem)
    case .blockquote: push(node, .quote)
    case .td, .th, .dt, .dd, .table: push(node, .paragraph)
    default: if tree.isBlock(node) { push(node, nil) }
    }
    return node + 1
  }

  /// Opens a context; what isn't told is as in the element around.
  private mutating func push(
    _ node: HTMLTree.Node, _ kind: Page.Block.Kind?, level: Int? = nil, group: HTMLTree.Node? = nil,
    isBlock: Bool = true, isLink: Bool = false
  ) {
    if isBlock { flush() }
    let around = contexts.last
    contexts.append(
      Context(
        end: tree.end(of: node), kind: kind ?? around?.kind ?? .paragraph,
        level: kind == nil ? around?.level : level, group: group ?? around?.group ?? -1, isBlock: isBlock,
        isLink: isLink || (around?.isLink ?? false && !isBlock) || (around?.isLink ?? false)))
    if isLink { current.links.append(node) }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    var count = 0
    for byte in bytes where byte > 0x20 { count += 1 }
    folder.append(bytes)
    if count == 0 { return }
    breaks = 0
    current.textBytes += count
    if contexts.last?.isLink == true { current.linkBytes += count }
  }

  /// Ends the block under way.
  private mutating func flush() {
    breaks = 0
    defer {
      folder = WhiteSpaceFolder()
      current = ContentBlock(block: Page.Block(.paragraph, ""))
    }
    guard !folder.isEmpty else { return }
    let context = contexts.last
    current.block = Page.Block(
      context?.kind ?? .paragraph, level: context?.level,
      nfc(String(decoding: folder.finish(), as: UTF8.self)))
    current.group = context?.group ?? -1
    blocks.append(current)
  }

  /// The row's cells, if it is one of a table of data: none of its cells holds blocks, tables or lists.
  private func dataRow(_ row: HTMLTree.Node) -> [HTMLTree.Node]? {
    let cells = tree.children(of: row).filter { [.td, .th].contains(tree.tag(of: $0)) && !isExcluded[$0] }
    guard cells.count > 1 else { return nil }
    for node in (row + 1)..<tree.end(of: row) {
      switch tree.tag(of: node) {
      case .table, .ul, .ol, .h1, .h2, .h3, .h4, .section, .article, .pre, .blockquote: return nil
      default: break
      }
    }
    return cells
  }

  /// Reads a row of data as one block.
  private mutating func read(_ cells: [HTMLTree.Node], of row: HTMLTree.Node) -> HTMLTree.Node {
    flush()
    var texts: [String] = []
    var whole = ContentBlock(block: Page.Block(.tableRow, ""), group: tree.parent(of: row) ?? -1)
    for cell in cells {
      var reader = BlockReader(tree, isExcluded: isExcluded)
      let blocks = reader.read(cell)
      let text = blocks.map(\.block.text).joined(separator: " ")
      if !text.isEmpty { texts.append(text) }
      whole.textBytes += blocks.reduce(0) { $0 + $1.textBytes }
      whole.linkBytes += blocks.reduce(0) { $0 + $1.linkBytes }
      whole.links += blocks.flatMap(\.links)
    }
    whole.block.text = texts.joined(separator: " | ")
    if !texts.isEmpty { blocks.append(whole) }
    return tree.end(of: row)
  }

  /// Reads preformatted text with its line breaks, without blank lines at its ends.
  private mutating func readCode(_ node: HTMLTree.Node) -> HTMLTree.Node {
    flush()
    var bytes: [UInt8] = []
    for inner in node..<tree.end(of: node) where !isExcluded[inner] {
      if tree.tag(of: inner) == .br { bytes.append(UInt8(ascii: "\n")) }
      bytes += tree.bytes(of: inner)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    let kept = lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    if !kept.isEmpty {
      let text = nfc(kept.joined(separator: "\n"))
      blocks.append(ContentBlock(block: Page.Block(.code, text), textBytes: text.utf8.count))
    }
    return tree.end(of: node)
  }
}
