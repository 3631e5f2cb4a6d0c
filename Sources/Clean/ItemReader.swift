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
    /// How many XPaths were stopped or not begun, as the page or the steps they take are beyond measure.
    var stopped = 0
  }

  /// How many nodes reading all items of a page may touch. Items inside items could else cost the square of the page.
  private static let mostNodes = 8_000_000

  /// How many bytes of text take as long as a node.
  private static let bytesAsNode = 16

  private let tree: HTMLTree
  private let base: PageBase

  init(_ tree: HTMLTree, _ base: PageBase) {
    self.tree = tree
    self.base = base
  }

  /// The items of all rules, rule by rule, each rule's in document order.
  func read(_ rules: [ItemRule]) -> Found {
    var found = Found()
    if rules.isEmpty { return found }
    var selection = Selection(tree)
    let (sizes, visible) = (TextSizes(tree), TextSizes(tree, onlyVisible: true))
    var work = 0
    for rule in rules {
      for (ordinal, node) in selection.elements(rule.each).enumerated() {
        if work <= ItemReader.mostNodes {
          work += (self.work(node) + sizes.bytes(in: node, of: tree) / ItemReader.bytesAsNode) * (1 + rule.fields.count)
          for field in rule.fields { work += selection.steps(field.selector, in: node, visible) }
        }
        if work > ItemReader.mostNodes {
          found.cut += 1
          continue
        }
        found.nodes.append(node)
        found.items.append(item(node, ordinal, rule, &selection))
      }
    }
    found.stopped = selection.stopped
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

  private func item(
    _ node: HTMLTree.Node, _ ordinal: Int, _ rule: ItemRule, _ selection: inout Selection
  ) -> Page.Item {
    var fields: [String: String] = [:]
    for field in rule.fields {
      guard let (value, attribute) = selection.value(of: field.selector, in: node) else { continue }
      fields[field.name] = shown(value, attribute)
    }
    return Page.Item(name: rule.name, ordinal: ordinal, text: nfc(tree.foldedText(of: node)), fields: fields)
  }

  /// The value folded; an address in `href` or `src` is made absolute.
  private func shown(_ value: String, _ attribute: String?) -> String {
    let folded = foldingWhiteSpace(value)
    if attribute == "href" || attribute == "src" { return base.absolute(value) ?? folded }
    return nfc(folded)
  }
}
