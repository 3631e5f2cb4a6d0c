import Markup
import Text

/// Chooses a page's title: what it gives for sharing, else its only first-level heading, else its `title` element.
struct PageTitle {
  private let tree: HTMLTree
  private let metas: MetaElements

  init(_ tree: HTMLTree, _ metas: MetaElements) {
    self.tree = tree
    self.metas = metas
  }

  /// The title and the rule that found it, the site's name cut off.
  func choose() -> (text: String, rule: String)? {
    let headings = texts(of: .h1)
    if let heading = headings.first, headings.count == 1 { return (heading, "h1") }
    if let shared = metas.first(["og:title", "twitter:title"]) {
      return (withoutSite(shared.content), "meta \(shared.name)")
    }
    if let title = texts(of: .title).first { return (withoutSite(title), "title") }
    return headings.first.map { ($0, "h1") }
  }

  private func texts(of tag: Tag) -> [String] {
    (0..<tree.count).filter { tree.tag(of: $0) == tag && tree.parent(of: $0).map(tree.tag(of:)) != .svg }
      .map { nfc(tree.foldedText(of: $0, mostNodes: mostNodesOfLabel)) }.filter {
        !$0.isEmpty && $0.utf8.count <= PageTitle.mostBytes
      }
  }

  /// Cuts ` | Site` and the like off, where the rest is what a first-level heading says, or what is cut off is the
  /// site's declared name or, after a bar, no longer than what stays.
  private func withoutSite(_ title: String) -> String {
    let site = metas.first(["og:site_name", "application-name"])?.content.lowercased()
    let headings = Set(texts(of: .h1))
    for separator in PageTitle.separators {
      guard let cut = title.ranges(of: separator).last else { continue }
      let head = String(title[..<cut.lowerBound])
      let tail = title[cut.upperBound...]
      if head.isEmpty || tail.isEmpty { continue }
      if headings.contains(head) || tail.lowercased() == site { return head }
      if separator == " | ", tail.count <= head.count { return head }
    }
    return title
  }

  /// No title is longer, in bytes.
  private static let mostBytes = 4000

  private static let separators = [" | ", " - ", " – ", " — ", " · ", " » ", " :: ", " • "]
}
