import Markup
import Records

/// A page's main text: the blocks that `BlockModel` judges to be content.
///
/// An item's text stays out of it unless the item is or holds the content, or nothing that reads as text would be left
/// without the items.
struct MainText {
  /// In document order.
  let blocks: [ContentBlock]
  /// The deepest container that holds most of their words.
  let root: HTMLTree.Node
  /// All blocks of the page, items among them.
  let page: PageBlocks

  /// - Parameters:
  ///   - items: the elements of the page's items.
  ///   - address: the page's own, which hints at the kind of page.
  init(_ tree: HTMLTree, items: [HTMLTree.Node], address: String = "") {
    let whole = MainText(tree, leavingOut: [], address)
    let others = items.filter { !($0..<tree.end(of: $0)).contains(whole.root) }
    guard !others.isEmpty else {
      self = whole
      return
    }
    let without = MainText(tree, leavingOut: Set(others), address)
    self = without.readsAsText ? MainText(blocks: without.blocks, root: without.root, page: whole.page) : whole
  }

  /// The main text without what stands in these elements, unless they are the better part of it: then the page is about
  /// them.
  func leavingOut(_ elements: [Range<HTMLTree.Node>]) -> MainText {
    if elements.isEmpty { return self }
    let rest = blocks.filter { block in !elements.contains { $0.contains(block.node) } }
    let text = MainText(blocks: rest, root: root, page: page)
    return rest.count < blocks.count && text.readsAsText && text.bytes * 2 >= bytes ? text : self
  }

  private var bytes: Int { blocks.reduce(0) { $0 + $1.block.text.utf8.count } }

  private init(blocks: [ContentBlock], root: HTMLTree.Node, page: PageBlocks) {
    (self.blocks, self.root, self.page) = (blocks, root, page)
  }

  private init(_ tree: HTMLTree, leavingOut: Set<HTMLTree.Node>, _ address: String) {
    let page = PageBlocks(tree, leavingOut: leavingOut, address: address)
    self.page = page
    let context = BlockContext(page)
    let answers = BlockModel.shared.judge(page, context)
    let chosen = MainText.unlessFewLinks(BlockChoice(page, context, answers).choose(), page)
    let rows = chosen.filter { page.blocks[$0].kind == .tableRow }.map { page.blocks[$0].anchor }
    let text = BlockText(tree: tree, isExcluded: page.isExcluded, gaps: TableGaps(tree, rows: rows))
    blocks = chosen.map { text.read(page.blocks[$0]) }
    root = MainText.root(of: chosen.map { page.blocks[$0] }, in: page)
  }

  /// A few links are what stands around a page without content.
  private static func unlessFewLinks(_ chosen: [Int], _ page: PageBlocks) -> [Int] {
    let texts = chosen.map { page.blocks[$0].measure }
    let isAllLinks = texts.allSatisfy { $0.linkBytes == $0.bytes }
    return isAllLinks && texts.reduce(0) { $0 + Int($1.bytes) } < paragraphBytes ? [] : chosen
  }

  /// The deepest container that holds eight tenths of the blocks' words.
  private static func root(of blocks: [TextBlock], in page: PageBlocks) -> HTMLTree.Node {
    var words = [Int32](repeating: 0, count: page.tree.count)
    for block in blocks { words[block.anchor] += max(1, block.measure.words) }
    var root = 0
    for node in stride(from: words.count - 1, to: 0, by: -1) where words[node] > 0 {
      words[Int(page.survey.parent[node])] += words[node]
    }
    for node in words.indices where Int(words[node]) * 10 >= Int(words[0]) * 8 && words[node] > 0 { root = node }
    while root > 0, !isContainer(page.tree.tag(of: root)) { root = Int(page.survey.parent[root]) }
    return root
  }

  /// Whether such an element is made to hold blocks, as a paragraph or a list is not.
  private static func isContainer(_ tag: Tag) -> Bool {
    [.html, .body, .div, .section, .main, .article, .td, .form, .center, .other].contains(tag)
  }

  /// How long a paragraph is at least, in bytes of UTF-8.
  private static let paragraphBytes = 140

  /// Whether there is a paragraph or so, headings aside.
  private var readsAsText: Bool {
    blocks.reduce(0) { $1.block.kind == .heading ? $0 : $0 + $1.block.text.utf8.count } >= MainText.paragraphBytes
  }
}
