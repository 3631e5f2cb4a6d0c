import Markup

/// Answers a config's selectors on one page, working out once what many items ask for.
struct Selection {
  /// How many XPaths gave nothing, as the page or the steps they take are beyond measure.
  private(set) var stopped = 0

  private let tree: HTMLTree
  private var matches: [Selector: SelectorMatches] = [:]
  /// Built for the first XPath; nil inside where the page is too large for it.
  private var document: XPathDocument??

  init(_ tree: HTMLTree) { self.tree = tree }

  /// The elements that are items, in document order.
  mutating func elements(_ selector: ItemSelector) -> [HTMLTree.Node] {
    switch selector {
    case .css(let selector): return tree.matches(selector).nodes
    case .xpath(let xpath):
      guard case .nodes(let found) = evaluate(xpath, at: 0) else { return [] }
      return found.compactMap { if case .element(let node) = $0 { node } else { nil } }
    case .lines: return []
    }
  }

  /// A field's value with the name of the attribute it comes from; nil where there is none.
  mutating func value(
    of selector: ItemFieldSelector, in item: HTMLTree.Node
  ) -> (text: String, attribute: String?)? {
    switch selector {
    case .css(let field):
      let known = field.selector.map { matches(of: $0) }
      guard let value = field.value(in: tree, item: item, matches: known) else { return nil }
      if case .attribute(let name) = field.reading { return (value, name) }
      return (value, nil)
    case .xpath(let xpath): return value(of: xpath, in: item)
    }
  }

  /// How many nodes reading a field may touch: those in its matches up to the first that surely has a text.
  ///
  /// - Parameter text: how much text stands in each element, white space aside.
  mutating func steps(_ selector: ItemFieldSelector, in item: HTMLTree.Node, _ text: TextSizes) -> Int {
    guard case .css(let field) = selector, let inner = field.selector else { return 0 }
    var steps = 0
    for node in matches(of: inner).within(item, of: tree) {
      steps += field.reading == .text ? tree.end(of: node) - node : 1
      if field.reading == .text, text.bytes(in: node, of: tree) > 0 { break }
    }
    return steps
  }

  private mutating func matches(of selector: Selector) -> SelectorMatches {
    if let known = matches[selector] { return known }
    let new = tree.matches(selector)
    matches[selector] = new
    return new
  }

  /// The first text that is not white space, of the nodes it gives; or the text, number or truth it gives.
  private mutating func value(of xpath: XPath, in item: HTMLTree.Node) -> (text: String, attribute: String?)? {
    switch evaluate(xpath, at: item) {
    case .text(let text): return text.allSatisfy(\.isWhitespace) ? nil : (text, nil)
    case .nodes(let nodes):
      for node in nodes {
        let (text, attribute): (String, String?) =
          switch node {
          case .element(let node): (tree.foldedText(of: node), nil)
          case .text(let text): (text, nil)
          case .attribute(let name, let value): (value, name)
          }
        if !text.allSatisfy(\.isWhitespace) { return (text, attribute) }
      }
      return nil
    case nil: return nil
    }
  }

  private mutating func evaluate(_ xpath: XPath, at node: HTMLTree.Node) -> XPathDocument.Value? {
    let document = self.document ?? XPathDocument(tree)
    self.document = .some(document)
    guard let document else {
      stopped += 1
      return nil
    }
    do throws(XPathFailure) { return try document.evaluate(xpath, at: node) } catch {
      stopped += 1
      return nil
    }
  }
}
