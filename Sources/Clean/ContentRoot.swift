import Markup

/// Chooses the element that holds a page's content: `main` or `article` where they hold enough of the prose, else the
/// deepest element that still holds most of it.
struct ContentRoot {
  private let tree: HTMLTree
  private let survey: Survey

  init(_ tree: HTMLTree, _ survey: Survey) {
    self.tree = tree
    self.survey = survey
  }

  /// The chosen element.
  func choose() -> HTMLTree.Node {
    var root = 0
    if let main = largest(in: 0, where: isMain), survey.prose[main] * 10 >= survey.prose[0] * 4 {
      root = main
    }
    if let article = largest(in: root, where: isArticle), survey.prose[article] * 10 >= survey.prose[root] * 6 {
      root = article
    }
    return descend(from: root)
  }

  private func isMain(_ node: HTMLTree.Node) -> Bool {
    tree.tag(of: node) == .main || tree.attribute(.role, of: node)?.elementsEqual("main".utf8) == true
  }

  private func isArticle(_ node: HTMLTree.Node) -> Bool {
    tree.tag(of: node) == .article || tree.attribute(.role, of: node)?.elementsEqual("article".utf8) == true
      || tree.attribute(.itemprop, of: node)?.elementsEqual("articleBody".utf8) == true
  }

  /// The element with most prose; the first of equals.
  private func largest(in root: HTMLTree.Node, where holds: (HTMLTree.Node) -> Bool) -> HTMLTree.Node? {
    var best: HTMLTree.Node?
    for node in root..<tree.end(of: root) where !survey.isExcluded[node] && !tree.isText(node) && holds(node) {
      if survey.prose[node] > best.map({ survey.prose[$0] }) ?? 0 { best = node }
    }
    return best
  }

  /// Goes down while one child holds 8 tenths of its parent's prose and 6 of what there was at the start.
  private func descend(from root: HTMLTree.Node) -> HTMLTree.Node {
    var node = root
    while let child = heaviestChild(of: node), survey.prose[child] * 10 >= survey.prose[node] * 8,
      survey.prose[child] * 10 >= survey.prose[root] * 6,
      isContainer(child)
    {
      node = child
    }
    return node
  }

  private func heaviestChild(of node: HTMLTree.Node) -> HTMLTree.Node? {
    var best: HTMLTree.Node?
    for child in tree.children(of: node) where !tree.isText(child) && !survey.isExcluded[child] {
      if survey.prose[child] > best.map({ survey.prose[$0] }) ?? 0 { best = child }
    }
    return best
  }

  /// Whether going into the element keeps what its text is.
  private func isContainer(_ node: HTMLTree.Node) -> Bool {
    switch tree.tag(of: node) {
    case .body, .div, .section, .main, .article, .center, .form, .table, .tbody, .tr, .td, .span, .other: true
    default: false
    }
  }
}
