import Markup
import Records

/// Finds a page's blocks of text, in document order, each text once, without reading the text itself.
struct BlockReader {
  /// An open element that changes what text is.
  private struct Context {
    var node: HTMLTree.Node
    var end: HTMLTree.Node
    var kind: Page.Block.Kind
    var level: Int?
    var isBlock: Bool
    var isLink: Bool
    var isCaption: Bool
    /// The innermost block element.
    var anchor: HTMLTree.Node
  }

  private let tree: HTMLTree
  private let isExcluded: [Bool]
  private let page: PageWords
  private var contexts: [Context] = []
  private var measure = TextMeasure()
  private var first: HTMLTree.Node = -1
  private var last: HTMLTree.Node = -1
  private var links = 0
  private var breaks = 0
  private var blocks: [TextBlock] = []

  /// - Parameters:
  ///   - isExcluded: for each node whether it and all in it is left out.
  ///   - page: what the page's words are compared with.
  init(_ tree: HTMLTree, isExcluded: [Bool], page: PageWords) {
    self.tree = tree
    self.isExcluded = isExcluded
    self.page = page
  }

  /// The page's blocks.
  mutating func read() -> [TextBlock] {
    var node = 0
    while node < tree.count {
      close(before: node)
      if isExcluded[node] {
        if tree.isBlock(node) { flush() }
        node = tree.end(of: node)
      } else if tree.isText(node) {
        append(node)
        node += 1
      } else {
        node = open(node)
      }
    }
    close(before: tree.count)
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
      if breaks > 1 { flush() } else { measure.finish(page) }
      return node + 1
    case .hr: flush()
    case .pre, .listing, .xmp: return readWhole(node, as: .code)
    case .tr: if isDataRow(node) { return readWhole(node, as: .tableRow) } else { push(node, .paragraph) }
    case .a:
      push(node, nil, isBlock: false, isLink: tree.attribute(.href, of: node) != nil)
      links += 1
    case .h1: push(node, .heading, level: 1)
    case .h2: push(node, .heading, level: 2)
    case .h3: push(node, .heading, level: 3)
    case .h4: push(node, .heading, level: 4)
    case .h5: push(node, .heading, level: 5)
    case .h6: push(node, .heading, level: 6)
    case .li: push(node, .listItem)
    case .blockquote: push(node, .quote)
    case .td, .th, .dt, .dd, .table: push(node, .paragraph)
    case .figcaption, .caption: push(node, nil, isCaption: true)
    case .span, .strong, .em, .b, .i, .u, .small, .img, .font, .sup, .sub, .code, .time, .label: break
    default: if tree.isBlock(node) { push(node, nil) }
    }
    return node + 1
  }

  /// Opens a context; what isn't told is as in the element around.
  private mutating func push(
    _ node: HTMLTree.Node, _ kind: Page.Block.Kind?, level: Int? = nil, isBlock: Bool = true, isLink: Bool = false,
    isCaption: Bool = false
  ) {
    if isBlock { flush() }
    let around = contexts.last
    contexts.append(
      Context(
        node: node, end: tree.end(of: node), kind: kind ?? around?.kind ?? .paragraph,
        level: kind == nil ? around?.level : level, isBlock: isBlock, isLink: isLink || (around?.isLink ?? false),
        isCaption: isCaption || (kind == nil && around?.isCaption ?? false),
        anchor: isBlock ? node : around?.anchor ?? 0))
  }

  private mutating func append(_ node: HTMLTree.Node) {
    let before = measure.bytes
    measure.append(tree.bytes(of: node), isLink: contexts.last?.isLink ?? false, page)
    if measure.bytes == before { return }
    breaks = 0
    if first < 0 { first = node }
    last = node
  }

  /// Ends the block under way.
  private mutating func flush() {
    breaks = 0
    if first >= 0 {
      measure.finish(page)
      let context = contexts.last
      blocks.append(
        TextBlock(
          kind: context?.kind ?? .paragraph, isCaption: context?.isCaption ?? false, level: context?.level,
          nodes: first..<(last + 1),
          anchor: context?.anchor ?? 0, measure: measure.bounded, links: links))
      measure = TextMeasure()
    }
    first = -1
    links = 0
  }

  /// Whether it is a row of a table of data: more than one cell, and none of them holds blocks, tables or lists.
  private func isDataRow(_ row: HTMLTree.Node) -> Bool {
    var cells = 0
    for node in (row + 1)..<tree.end(of: row) {
      switch tree.tag(of: node) {
      case .td, .th: cells += isExcluded[node] ? 0 : 1
      case .table, .ul, .ol, .h1, .h2, .h3, .h4, .section, .article, .pre, .blockquote: return false
      default: break
      }
    }
    return cells > 1
  }

  /// Takes all text below the element as one block.
  private mutating func readWhole(_ node: HTMLTree.Node, as kind: Page.Block.Kind) -> HTMLTree.Node {
    flush()
    let isLink = contexts.last?.isLink ?? false
    var linkEnd = 0
    var inner = node + 1
    while inner < tree.end(of: node) {
      if isExcluded[inner] {
        inner = tree.end(of: inner)
        continue
      }
      if tree.isText(inner) {
        measure.append(tree.bytes(of: inner), isLink: isLink || inner < linkEnd, page)
        if measure.bytes > 0 {
          if first < 0 { first = inner }
          last = inner
        }
      } else if tree.isBlock(inner) {
        measure.finish(page)
      } else if tree.tag(of: inner) == .a {
        linkEnd = tree.end(of: inner)
        links += 1
      }
      inner += 1
    }
    if first >= 0 {
      measure.finish(page)
      blocks.append(
        TextBlock(
          kind: kind, level: nil, nodes: node..<tree.end(of: node), anchor: node, measure: measure.bounded, links: links
        ))
      measure = TextMeasure()
    }
    first = -1
    links = 0
    return tree.end(of: node)
  }
}
