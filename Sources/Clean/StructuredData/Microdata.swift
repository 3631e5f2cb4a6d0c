import JSONText
import Markup
import Records
import Text

/// Reads a page's microdata by the HTML standard's algorithm (section "Microdata", "Associating names with items").
///
/// One thing is otherwise: a `content` attribute counts on every element, as search engines have it.
struct Microdata {
  private let tree: HTMLTree
  private let base: PageBase
  /// The elements with `itemscope` or `itemprop`, in document order.
  private let marked: [HTMLTree.Node]
  private var nodesByID: [String: HTMLTree.Node] = [:]
  /// The items that are being read, so that one that holds itself ends.
  private var open: Set<HTMLTree.Node> = []
  /// How many more properties are read, as `itemref` can repeat them beyond measure.
  private var budget = 20_000

  private init(_ tree: HTMLTree, _ base: PageBase, marked: [HTMLTree.Node]) {
    self.tree = tree
    self.base = base
    self.marked = marked
  }

  /// The page's top-level items, in document order.
  ///
  /// - Parameter marked: the elements with any attribute of microdata, in document order.
  static func items(_ tree: HTMLTree, _ base: PageBase, marked: [HTMLTree.Node]) -> [TypedItem] {
    let scopes = marked.filter { tree.attribute(.itemscope, of: $0) != nil }
    if scopes.isEmpty { return [] }
    var reader = Microdata(
      tree, base,
      marked: marked.filter { tree.attribute(.itemprop, of: $0) != nil || tree.attribute(.itemscope, of: $0) != nil })
    if marked.contains(where: { tree.attribute(.itemref, of: $0) != nil }) { reader.indexIDs() }
    return scopes.filter { tree.attribute(.itemprop, of: $0) == nil }.map {
      TypedItem(syntax: .microdata, json: reader.item($0))
    }
  }

  private mutating func indexIDs() {
    for node in tree.nodes(withAnyOf: [[.id]])[0] {
      guard let id = tree.text(ofAttribute: .id, of: node), nodesByID[id] == nil else { continue }
      nodesByID[id] = node
    }
  }

  private mutating func item(_ scope: HTMLTree.Node) -> JSON {
    open.insert(scope)
    defer { open.remove(scope) }
    let types = words(.itemtype, of: scope).map(schemaTerm)
    var members = ItemMembers(
      types: types, id: tree.text(ofAttribute: .itemid, of: scope).map { foldingWhiteSpace($0) })
    for node in properties(of: scope) where budget > 0 {
      budget -= 1
      let value = value(of: node)
      for name in words(.itemprop, of: node) { members.add(schemaTerm(name), value) }
    }
    return members.object
  }

  /// The elements that are properties of the item: those inside it and inside what its `itemref` names, but not inside
  /// items in it; in document order.
  private func properties(of scope: HTMLTree.Node) -> [HTMLTree.Node] {
    guard budget > 0 else { return [] }
    var found: [HTMLTree.Node] = []
    collect((scope + 1)..<tree.end(of: scope), into: &found)
    var isSorted = true
    for id in words(.itemref, of: scope) {
      guard let root = nodesByID[id], root != scope else { continue }
      isSorted = false
      collect(root..<tree.end(of: root), into: &found)
    }
    return isSorted ? found : Set(found).sorted()
  }

  private func collect(_ range: Range<HTMLTree.Node>, into found: inout [HTMLTree.Node]) {
    var place = marked.partitioningIndex { $0 >= range.lowerBound }
    while place < marked.count, marked[place] < range.upperBound, found.count < budget {
      let node = marked[place]
      if tree.attribute(.itemprop, of: node) != nil { found.append(node) }
      if tree.attribute(.itemscope, of: node) != nil {
        let end = tree.end(of: node)
        place = marked.partitioningIndex { $0 >= end }
      } else {
        place += 1
      }
    }
  }

  private mutating func value(of node: HTMLTree.Node) -> JSON {
    guard tree.attribute(.itemscope, of: node) != nil else { return .string(tree.value(of: node, base)) }
    return open.contains(node) || open.count > 50 ? .null : item(node)
  }

  private func words(_ attribute: AttributeName, of node: HTMLTree.Node) -> [String] {
    tree.words(ofAttribute: attribute, of: node)
  }
}

extension HTMLTree {
  /// The words of an attribute that holds several.
  func words(ofAttribute name: AttributeName, of node: Node) -> [String] {
    guard let value = attribute(name, of: node) else { return [] }
    return value.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a word, given in small letters, is one of those of an attribute that holds several.
  func holds(_ word: String, inAttribute name: AttributeName, of node: Node) -> Bool {
    guard let value = attribute(name, of: node), value.count >= word.utf8.count else { return false }
    var isThere = false
    forEachWord(in: value) { written in
      if written.count == word.utf8.count {
        isThere = isThere || zip(written, word.utf8).allSatisfy { ($0 &- 65 < 26 ? $0 | 0x20 : $0) == $1 }
      }
    }
    return isThere
  }

  /// What an element with a property says: the attribute that its tag has for it, else its text, white space folded.
  func value(of node: Node, _ base: PageBase) -> String {
    if let content = text(ofAttribute: .content, of: node) { return nfc(foldingWhiteSpace(content)) }
    switch tag(of: node) {
    case .audio, .embed, .iframe, .img, .source, .track, .video: return address(.src, of: node, base)
    case .a, .area, .link: return address(.href, of: node, base)
    case .object: return address(.data, of: node, base)
    case .data, .meter:
      return foldingWhiteSpace(text(ofAttribute: .value, of: node) ?? "")
    case .time:
      if let time = text(ofAttribute: .datetime, of: node) { return foldingWhiteSpace(time) }
    case .meta: return ""
    default: break
    }
    return nfc(foldedText(of: node))
  }

  /// The address in an attribute, made absolute; as written where it is already or where the page's isn't known.
  private func address(_ name: AttributeName, of node: Node, _ base: PageBase) -> String {
    let written = foldingWhiteSpace(text(ofAttribute: name, of: node) ?? "")
    guard !written.isEmpty else {
      return nfc(foldedText(of: node))
    }
    return base.completing(written)
  }
}

extension RandomAccessCollection {
  /// The first index whose element and all after it satisfy the predicate; the elements are partitioned by it.
  func partitioningIndex(where isAfter: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isAfter(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
