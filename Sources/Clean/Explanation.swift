import Markup
package import Records
import Text

/// How a page came about: every text block of the source with what became of it, and where each value was found.
package struct Explanation: Hashable, Sendable {
  /// Something that was known of a block or value, such as how much of it stands in links.
  package struct Reason: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A piece of the page's text.
  package struct Block: Hashable, Sendable {
    package var text: String
    /// Whether it stands in the main text.
    package var isKept: Bool
    package var reasons: [Reason]
  }

  /// A value of the metadata.
  package struct Value: Hashable, Sendable {
    package var name: String
    package var text: String
    /// What said so; nil where there is one rule only.
    package var rule: String?
  }

  package var address: String
  /// In document order.
  package var blocks: [Block]
  package var metadata: [Value]
  /// What the config's selectors cut out: a name and a text each.
  package var items: [Reason]
  /// Posts and comments: author, date and text.
  package var people: [Value]
  /// What clean said of the document.
  package var diagnostics: [Diagnostic]
}

extension Cleaner {
  /// Cleans the document and tells how its page came about.
  package func explain(_ document: Document, bytes: [UInt8]) -> Explanation {
    let cleaned = clean(document, bytes: bytes)
    let page = cleaned.page
    return Explanation(
      address: document.address, blocks: blocks(document, bytes, kept: page?.blocks ?? []),
      metadata: page.map(metadata) ?? [],
      items: (page?.items ?? []).map { Explanation.Reason($0.name, $0.text) },
      people: people("post", page?.posts ?? []) + people("comment", page?.comments ?? []),
      diagnostics: cleaned.diagnostics)
  }

  private func blocks(_ document: Document, _ bytes: [UInt8], kept: [Page.Block]) -> [Explanation.Block] {
    guard document.kind == .html else {
      return kept.map { Explanation.Block(text: $0.text, isKept: true, reasons: []) }
    }
    let tree = HTMLTree(parsing: decode(bytes, charsetHint: nil, markup: true).utf8)
    let pieces = PagePieces(tree).pieces
    let (isKept, missing) = PagePieces.align(pieces.map(\.text), with: kept)
    var judged = judgements(PageBlocks(tree, address: document.address))
    return zip(pieces, isKept).map { piece, isKept in
      Explanation.Block(
        text: piece.text, isKept: isKept, reasons: (judged[piece.text]?.popLast() ?? []) + piece.reasons(in: tree))
    }
      + missing.map {
        Explanation.Block(text: $0.text, isKept: true, reasons: [.init("stands in", "no one place of the markup")])
      }
  }

  /// How probable the classifier held each of its blocks to be main text and what decided it, by the block's text; the
  /// first last.
  private func judgements(_ page: PageBlocks) -> [String: [[Explanation.Reason]]] {
    var judgements: [String: [[Explanation.Reason]]] = [:]
    for block in BlockReasons(page).blocks.reversed() {
      var reasons = [Explanation.Reason("probability", "\(Double(block.probability) / 1000)")]
      if !block.decided.isEmpty { reasons.append(Explanation.Reason("decided by", block.decided)) }
      judgements[block.text, default: []].append(reasons)
    }
    return judgements
  }

  private func people(_ name: String, _ posts: [Page.Post]) -> [Explanation.Value] {
    posts.map { post in
      let head = [post.author, post.date].compactMap(\.self).joined(separator: ", ")
      return Explanation.Value(name: name, text: head + ": " + post.text, rule: post.rule)
    }
  }

  private func metadata(_ page: Page) -> [Explanation.Value] {
    var values: [Explanation.Value] = []
    func add(_ name: String, _ text: String?, _ rule: String? = nil) {
      if let text { values.append(Explanation.Value(name: name, text: text, rule: rule)) }
    }
    func add(_ name: String, _ found: Page.Found?) { add(name, found?.value, found?.rule) }
    add("title", page.title, page.titleRule)
    for author in page.authors { add("author", author) }
    for date in page.dates { add(date.role.rawValue, date.text, date.rule) }
    add("description", page.description)
    add("canonical address", page.canonicalAddress)
    add("language", page.language)
    add("site", page.siteName)
    add("kind", page.kind)
    add("image", page.image)
    add("licence", page.licence)
    for tag in page.tags { add("tag", tag) }
    return values
  }
}
