import JSONText
import Markup
import Records
import Text

/// Reads a page's RDFa Lite 1.1 (`vocab`, `typeof`, `property`, `resource`, `prefix`) with `about` and `content`, as
/// schema.org's examples use it. What isn't the property of a typed item is left out.
struct RDFa {
  /// An open element that changes what properties belong to.
  private struct Scope {
    var end: HTMLTree.Node
    /// The number of the item that properties inside belong to; nil where there is none.
    var item: Int?
    var vocabulary: String
    var prefixes: [String: String]
  }

  /// An item while its properties are collected; a nested one is put in its place at the end.
  private struct Draft {
    var types: [String]
    var id: String?
    var properties: [(name: String, value: Value)] = []
    var isNested: Bool
  }

  private enum Value {
    case text(String)
    case item(Int)
  }

  private static let mostPrefixes = 100
  private static let mostTypes = 50
  /// How deep items may stand in items; those deeper are only named.
  private static let mostDepth = 50

  private let tree: HTMLTree
  private let base: PageBase
  private var scopes: [Scope] = []
  private var drafts: [Draft] = []
  private var byID: [String: Int] = [:]

  private init(_ tree: HTMLTree, _ base: PageBase) {
    self.tree = tree
    self.base = base
  }

  /// The page's items that are no other item's property, in document order.
  ///
  /// - Parameter marked: the elements with any attribute of RDFa, in document order.
  static func items(_ tree: HTMLTree, _ base: PageBase, marked: [HTMLTree.Node]) -> [TypedItem] {
    guard marked.contains(where: { tree.attribute(.typeof, of: $0) != nil }) else { return [] }
    var reader = RDFa(tree, base)
    for node in marked { reader.read(node) }
    var placed: Set<Int> = []
    return reader.drafts.indices.filter { !reader.drafts[$0].isNested && !reader.drafts[$0].types.isEmpty }.map {
      TypedItem(syntax: .rdfa, json: reader.object($0, placed: &placed, depth: 0))
    }
  }

  private mutating func read(_ node: HTMLTree.Node) {
    while let last = scopes.last, last.end <= node { scopes.removeLast() }
    var scope = scopes.last ?? Scope(end: 0, item: nil, vocabulary: "", prefixes: [:])
    scope.end = tree.end(of: node)
    if let vocabulary = tree.text(ofAttribute: .vocab, of: node) { scope.vocabulary = foldingWhiteSpace(vocabulary) }
    addPrefixes(of: node, to: &scope)
    let owner = subject(of: node) ?? scope.item
    let names = tree.words(ofAttribute: .property, of: node).map { name($0, scope) }
    let types = tree.words(ofAttribute: .typeof, of: node).map { name($0, scope) }
    let isItem = tree.attribute(.typeof, of: node) != nil
    if isItem {
      let item = draft(of: node, types, isNested: !names.isEmpty && owner != nil)
      if let owner, owner != item { for name in names { drafts[owner].properties.append((name, .item(item))) } }
      scope.item = item
    } else if !names.isEmpty {
      if let owner {
        let value = literal(of: node)
        for name in names { drafts[owner].properties.append((name, .text(value))) }
      }
    } else if let subject = subject(of: node) ?? resource(of: node).map({ self.item(called: $0) }) {
      scope.item = subject
    }
    scopes.append(scope)
  }

  /// The item that `about` names, as other than the one around.
  private mutating func subject(of node: HTMLTree.Node) -> Int? {
    guard tree.attribute(.typeof, of: node) == nil, let about = tree.text(ofAttribute: .about, of: node) else {
      return nil
    }
    return item(called: about)
  }

  private func resource(of node: HTMLTree.Node) -> String? { tree.text(ofAttribute: .resource, of: node) }

  private mutating func item(called id: String) -> Int {
    if let known = byID[id] { return known }
    drafts.append(Draft(types: [], id: id, isNested: false))
    byID[id] = drafts.count - 1
    return drafts.count - 1
  }

  /// The item that begins at an element with `typeof`.
  private mutating func draft(of node: HTMLTree.Node, _ types: [String], isNested: Bool) -> Int {
    let written =
      tree.text(ofAttribute: .resource, of: node) ?? tree.text(ofAttribute: .about, of: node)
      ?? tree.text(ofAttribute: .href, of: node) ?? tree.text(ofAttribute: .src, of: node)
    let id = foldingWhiteSpace(written ?? "")
    guard !id.isEmpty else {
      drafts.append(Draft(types: types, id: nil, isNested: isNested))
      return drafts.count - 1
    }
    let item = item(called: id)
    drafts[item].types += types.filter { !drafts[item].types.contains($0) }.prefix(
      max(0, RDFa.mostTypes - drafts[item].types.count))
    drafts[item].isNested = drafts[item].isNested || isNested
    return item
  }

  private func literal(of node: HTMLTree.Node) -> String {
    if tree.attribute(.content, of: node) == nil, let resource = resource(of: node) {
      return base.completing(foldingWhiteSpace(resource))
    }
    return tree.value(of: node, base)
  }

  private func addPrefixes(of node: HTMLTree.Node, to scope: inout Scope) {
    let words = tree.words(ofAttribute: .prefix, of: node)
    for place in stride(from: 0, to: words.count - 1, by: 2) where words[place].hasSuffix(":") {
      // Each element inside has its own copy of them.
      if scope.prefixes.count >= RDFa.mostPrefixes { return }
      scope.prefixes[String(words[place].dropLast())] = words[place + 1]
    }
  }

  /// The term or name that is meant, by prefix or vocabulary.
  private func name(_ written: String, _ scope: Scope) -> String {
    guard let colon = written.firstIndex(of: ":") else {
      return schemaTerm(scope.vocabulary + written).hasPrefix("http") ? written : schemaTerm(written)
    }
    let rest = written[written.index(after: colon)...]
    guard let full = scope.prefixes[String(written[..<colon])] else { return schemaTerm(written) }
    let term = schemaTerm(full + rest)
    return term == full + rest ? written : term
  }

  /// The item with those that are its properties inside it; one that was placed before is only named.
  private func object(_ number: Int, placed: inout Set<Int>, depth: Int) -> JSON {
    let draft = drafts[number]
    guard depth < RDFa.mostDepth, placed.insert(number).inserted else {
      return ItemMembers(types: [], id: draft.id).object
    }
    var members = ItemMembers(types: draft.types, id: draft.id)
    for (name, value) in draft.properties {
      switch value {
      case .text(let text): members.add(name, .string(text))
      case .item(let inner): members.add(name, object(inner, placed: &placed, depth: depth + 1))
      }
    }
    return members.object
  }
}
