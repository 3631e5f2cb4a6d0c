import Markup
import Text
import WebAddress

/// What a page says of other addresses.
struct PageLinks {
  /// Links that crawlers may follow, as resolved addresses, each once, in document order.
  private(set) var links: [Address] = []
  /// What the page calls its canonical address.
  private(set) var canonical: Address?

  /// Reads a page that stands at `address`; links with `rel=nofollow`, and all of a page whose robots meta says
  /// `nofollow`, are left out.
  init(_ body: [UInt8], charset: String?, at address: Address) {
    let tree = HTMLTree(parsing: decode(body, charsetHint: charset, markup: true).utf8)
    let base =
      tree.nodes(tagged: [.base]).lazy.compactMap { tree.text(ofAttribute: .href, of: $0) }.first
      .flatMap { Address(parsing: $0, base: address) } ?? address
    canonical = tree.nodes(tagged: [.link]).lazy.filter { Self.words(.rel, of: $0, tree).contains("canonical") }
      .compactMap { tree.text(ofAttribute: .href, of: $0) }.first
      .flatMap { Address(parsing: $0, base: base) }.flatMap { $0.isFetchable ? $0 : nil }
    guard !Self.forbidsFollowing(tree) else { return }
    var seen: Set<Address> = []
    for node in tree.nodes(tagged: [.a]) where !Self.words(.rel, of: node, tree).contains("nofollow") {
      guard let written = tree.text(ofAttribute: .href, of: node), let link = Address(parsing: written, base: base),
        link.isFetchable, seen.insert(link.canonical).inserted
      else { continue }
      links.append(link)
    }
  }

  private static func words(_ name: AttributeName, of node: HTMLTree.Node, _ tree: HTMLTree) -> [String] {
    (tree.text(ofAttribute: name, of: node) ?? "").lowercased().split { $0 == " " || $0 == "," }.map(String.init)
  }

  private static func forbidsFollowing(_ tree: HTMLTree) -> Bool {
    tree.nodes(tagged: [.meta]).contains { node in
      words(.name, of: node, tree) == ["robots"]
        && !Set(words(.content, of: node, tree)).isDisjoint(with: ["nofollow", "none"])
    }
  }
}
