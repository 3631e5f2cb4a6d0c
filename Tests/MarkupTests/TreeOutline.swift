@testable import Markup

/// The tree as one line, such as `html(body(p("one") br))`.
func outline(_ html: String) -> String { outline(HTMLTree(parsing: Array(html.utf8))) }

/// The tree as one line; texts in quotes, elements with their contents in parentheses.
func outline(_ tree: HTMLTree, _ node: Int = 0) -> String {
  if tree.isText(node) { return "\"" + String(decoding: tree.bytes(of: node), as: UTF8.self) + "\"" }
  let inner = tree.children(of: node).map { outline(tree, $0) }
  return tree.name(of: node) + (inner.isEmpty ? "" : "(" + inner.joined(separator: " ") + ")")
}

/// What stands in the body, as one line.
func body(_ html: String) -> String {
  let tree = HTMLTree(parsing: Array(html.utf8))
  guard let body = tree.children(of: 0).first(where: { tree.tag(of: $0) == .body }) else { return "" }
  return tree.children(of: body).map { outline(tree, $0) }.joined(separator: " ")
}

/// The first element of that name.
func first(_ tag: Tag, in tree: HTMLTree) -> Int? { (0..<tree.count).first { tree.tag(of: $0) == tag } }
