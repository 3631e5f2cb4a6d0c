import Markup
import Records

/// A page's main text: the blocks of its content root that links don't dominate.
///
/// An item's text stays out of it unless the item is or holds the content root, or nothing that reads as text would be
/// left without the items.
struct MainText {
  /// In document order.
  let blocks: [ContentBlock]
  /// The element the blocks were read from.
  let root: HTMLTree.Node

  /// - Parameter items: the elements of the page's items.
  init(_ tree: HTMLTree, items: [HTMLTree.Node]) {
    let whole = MainText.read(tree, leavingOut: [])
    let others = items.filter { !(($0)..<tree.end(of: $0)).contains(whole.root) }
    guard !others.isEmpty else {
      self = whole
      return
    }
    let without = MainText.read(tree, leavingOut: Set(others))
    self = without.readsAsText ? without : whole
  }

  private init(blocks: [ContentBlock], root: HTMLTree.Node) {
    self.blocks = blocks
    self.root = root
  }

  /// Reads the main text; where class names leave next to nothing of it, they don't count.
  private static func read(_ tree: HTMLTree, leavingOut: Set<HTMLTree.Node>) -> MainText {
    let text = read(tree, Survey(tree, leavingOut: leavingOut))
    if text.readsAsText { return text }
    let more = read(tree, Survey(tree, leavingOut: leavingOut, heedsNames: false))
    return more.readsAsText ? more : text
  }

  private static func read(_ tree: HTMLTree, _ survey: Survey) -> MainText {
    let root = ContentRoot(tree, survey).choose()
    var reader = BlockReader(tree, isExcluded: survey.isExcluded)
    let blocks = reader.read(root)
    let kept = LinkFilter(blocks).kept
    if !kept.isEmpty { return MainText(blocks: kept, root: root) }
    // A page of links alone is a list of them; a few links are what stands around a page without content.
    let isList = blocks.reduce(0) { $0 + $1.textBytes } >= paragraphBytes
    return MainText(blocks: isList ? blocks : [], root: root)
  }

  /// How long a paragraph is at least, or a list, in bytes of UTF-8.
  private static let paragraphBytes = 140

  /// Whether there is a paragraph or so, headings aside.
  private var readsAsText: Bool {
    blocks.reduce(0) { $1.block.kind == .heading ? $0 : $0 + $1.textBytes - $1.linkBytes } >= Self.paragraphBytes
  }
}
