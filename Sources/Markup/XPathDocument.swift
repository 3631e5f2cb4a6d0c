import CLibXML2

/// A page's elements and texts as libxml2 sees them, made of an `HTMLTree` so that shape and text are those of all else.
///
/// Texts stand apart where the tree has them apart, and parts of an element that was cut in two belong to the element
/// around them, as selectors have it.
@safe package final class XPathDocument {
  /// The most nodes of a page.
  static let mostNodes = 60_000
  /// The most bytes of text over all elements, each with what is inside it; `contains(., ...)` may read all of them.
  static let mostTextBytes = 128 << 20
  /// A node that an expression gave.
  package enum Found: Hashable, Sendable {
    case element(HTMLTree.Node)
    case text(String)
    case attribute(name: String, value: String)
  }

  /// What an evaluation gave.
  package enum Value: Hashable, Sendable {
    /// In document order.
    case nodes([Found])
    /// A text, or a number or truth as XPath's `string()` writes it.
    case text(String)
  }

  private let document: OwnedDocument
  private let context: OwnedContext
  /// libxml2's node for each of the tree's; nil for parts that have none.
  private let nodes: [xmlNodePtr?]
  /// The most steps of one evaluation. A step visits a node, and libxml2 compares it with each one found before, so
  /// these bound the comparisons of an evaluation.
  private let mostSteps: Int
  /// The steps left for all evaluations; none once one was stopped.
  private var stepsLeft: Int
  private var compiled: [String: OwnedExpression] = [:]

  /// Builds the page; nil if it is larger than is bounded here, or memory is short.
  package init?(_ tree: HTMLTree) {
    guard tree.count <= Self.mostNodes else { return nil }
    let size = Self.size(of: tree)
    guard size.textBytes <= Self.mostTextBytes, let document = OwnedDocument(),
      let nodes = unsafe document.build(tree), let context = OwnedContext(document)
    else { return nil }
    let count = max(1, tree.count)
    // On a page of usual depth, two steps of `//` visit some ten to thirty times its nodes.
    let isDeep = size.depths / count > 64
    mostSteps = isDeep ? 3 * count : max(10 * count, min(40 * count + 100_000, 10_000_000_000 / count))
    stepsLeft = min(10_000_000, 300_000_000_000 / count)
    self.document = document
    self.context = context
    unsafe self.nodes = nodes
  }

  /// The bytes of each element's text, added up over all elements, and the depths of all nodes, added up.
  private static func size(of tree: HTMLTree) -> (textBytes: Int, depths: Int) {
    var size = (textBytes: 0, depths: 0)
    var ends: [HTMLTree.Node] = []
    for node in 0..<tree.count {
      while let end = ends.last, end <= node { ends.removeLast() }
      size.depths += ends.count
      if tree.isText(node) {
        size.textBytes += tree.bytes(of: node).count * ends.count
      } else {
        ends.append(tree.end(of: node))
      }
    }
    return size
  }

  /// Evaluates the expression with `node` as the context; throws where the page's limits are reached.
  package func evaluate(_ xpath: XPath, at node: HTMLTree.Node) throws(XPathFailure) -> Value {
    let result = try run(xpath.description, at: node)
    guard let nodes = unsafe result.nodes else { return .text(result.text) }
    return .nodes(unsafe nodes.compactMap { unsafe Self.found($0) })
  }

  /// What the expression gives, evaluated with the root as the context.
  func kind(of expression: String) throws(XPathFailure) -> XPath.Kind {
    try run(expression, at: 0).kind
  }

  private func run(_ expression: String, at node: HTMLTree.Node) throws(XPathFailure) -> OwnedResult {
    let compiled = try self.compiled(expression)
    guard stepsLeft > 0 else { throw XPathFailure(message: "the page's steps are used up", isLimit: true) }
    unsafe context.pointer.pointee.node = nodes[node]
    let result = OwnedResult(compiled, context, steps: min(mostSteps, stepsLeft))
    stepsLeft -= unsafe Int(context.pointer.pointee.opCount)
    if let result { return result }
    let failure = context.failure
    if failure.isLimit { stepsLeft = 0 }
    throw failure
  }

  private func compiled(_ expression: String) throws(XPathFailure) -> OwnedExpression {
    if let known = compiled[expression] { return known }
    guard let new = OwnedExpression(expression, context) else { throw context.failure }
    compiled[expression] = new
    return new
  }

  private static func found(_ node: xmlNodePtr) -> Found? {
    let number = unsafe sluice_xpath_number(node)
    guard number > 0 else { return nil }
    switch unsafe node.pointee.type {
    case XML_ELEMENT_NODE: return .element(number - 1)
    case XML_TEXT_NODE: return .text(unsafe text(ofXML: node.pointee.content))
    default:
      let content = unsafe xmlNodeGetContent(node)
      defer { unsafe sluice_xml_free(content) }
      return .attribute(name: unsafe text(ofXML: node.pointee.name), value: unsafe text(ofXML: content))
    }
  }
}
