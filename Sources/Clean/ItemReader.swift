import Markup
import Records
import Text

/// Cuts the config's items out of a page.
struct ItemReader {
  /// What was found.
  struct Found {
    var items: [Page.Item] = []
    /// The items' elements, in document order for each rule.
    var nodes: [HTMLTree.Node] = []
    /// How many items were left out.
    var cut = 0
  }

  /// How many nodes reading all items of a page may touch. Items inside items could else cost the square of the page.
  private static let mostNodes = 8_000_000

  private let tree: HTMLTree
  private let base: PageBase

  init(_ tree: HTMLTree, _ base: PageBase) {
    self.tree = tree
    self.base = base
  }

  /// The items of all rules, rule by rule, each rule's in document order.
  func read(_ rules: [ItemRule]) -> Found {
    var found = Found()
    var work = 0
    for rule in rules {
      for (ordinal, node) in tree.matches(rule.each, within: 0).enumerated() {
        if work <= ItemReader.mostNodes { work += self.work(node) * (1 + rule.fields.count) }
        if work > ItemReader.mostNodes {
          found.cut += 1
          continue
        }
        found.nodes.append(node)
        found.items.append(item(node, ordinal, rule))
      }
    }
    return found
  }

  /// How many nodes reading one text or field of the item may touch: those in it and those around it.
  private func work(_ node: HTMLTree.Node) -> Int {
    var work = tree.end(of: node) - node
    var next = tree.parent(of: node)
    while let above = next {
      work += 1
      next = tree.parent(of: above)
    }
    return work
  }

  private func item(_ node: HTMLTree.Node, _ ordinal: Int, _ rule: ItemRule) -> Page.Item {
    var fields: [String: String] = [:]
    for field in rule.fields {
      if let value = value(of: field.selector, in: node) { fields[field.name] = value }
    }
    return Page.Item(name: rule.name, ordinal: ordinal, text: nfc(tree.foldedText(of: node)), fields: fields)
  }

  /// The field's text; an address in `href` or `src` is made absolute.
  private func value(of selector: FieldSelector, in node: HTMLTree.Node) -> String? {
    guard let value = selector.value(in: tree, item: node) else { return nil }
    switch selector.reading {
    case .attribute("href"), .attribute("src"): return base.absolute(value) ?? foldingWhiteSpace(value)
    case .attribute: return nfc(foldingWhiteSpace(value))
    default: return nfc(value)
    }
  }
}
