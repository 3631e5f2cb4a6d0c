import Markup
package import Records
import Text

/// Makes a page of a document: a function from its bytes, without I/O.
package struct Cleaner: Sendable {
  /// Changes whenever the same bytes would give another page.
  package static let version = 6

  private let items: [ItemRule]
  private let attributeNames: Set<String>
  private let selectorParts: Int

  /// A cleaner that cuts out the items these rules describe.
  package init(items: [ItemRule]) {
    self.items = items
    attributeNames = items.reduce(into: []) { $0.formUnion($1.attributeNames) }
    selectorParts = items.reduce(0) { $0 + $1.selectorParts }
  }

  /// The document's page, or why there is none.
  package func clean(_ document: Document, bytes: [UInt8]) -> Cleaned {
    var report = Report(document)
    if bytes.count > MarkupLimits().bytes {
      return report.reject(
        "clean.too-large", "The document has \(bytes.count) bytes, more than \(MarkupLimits().bytes).")
    }
    if isBinary(bytes) {
      return report.reject(
        "clean.binary", "The document's bytes are no text.", remedy: "Leave such files out of the source.")
    }
    let text = decode(bytes, charsetHint: document.charset, markup: document.kind == .html)
    report.warn(
      "clean.replaced-characters", count: text.replacements, "bytes are no \(text.encoding) and became U+FFFD")
    if let declared = text.declared, text.isWronglyDeclared {
      report.warn("clean.charset-wrong", "The document calls itself \(declared), but is \(text.encoding).")
    }
    let cleaned: Page? =
      switch document.kind {
      case .html: clean(markup: text.utf8, document, &report)
      case .text, .csv, .json, .jsonLines, .feed: cleanPlainText(text.utf8, document, splits: items)
      }
    guard let page = cleaned else {
      return report.reject(
        "clean.too-costly", "The document's elements stand in each other beyond measure.",
        remedy: "Leave it out, or name fewer selectors in the config.")
    }
    if !page.hasWords, page.items.isEmpty {
      return report.reject("clean.no-main-text", "The document has no text besides navigation.")
    }
    return Cleaned(page: page, diagnostics: report.diagnostics)
  }

  /// nil where that would take beyond measure.
  private func clean(markup: [UInt8], _ document: Document, _ report: inout Report) -> Page? {
    let tree = HTMLTree(parsing: markup, keeping: attributeNames)
    for warning in tree.warnings { report.add(warning) }
    let marked = MarkedNodes(tree)
    if PageCost(tree, marked, selectorParts: selectorParts).isTooMuch { return nil }
    let base = PageBase(tree, documentAddress: document.address)
    let found = ItemReader(tree, base).read(items)
    report.warn("clean.items-cut", count: found.cut, "items are left out, as they overlap beyond measure")
    report.warn(
      "clean.xpath-stopped", count: found.stopped, "XPaths were stopped, as the page or their steps are beyond measure")
    let whole = MainText(tree, items: found.nodes, address: document.address)
    let metas = MetaElements(tree)
    let data = StructuredData(tree, marked, metas, base)
    report.warn("clean.structured-data", count: data.unreadable, "JSON-LD scripts hold nothing that can be read")
    let things = DescribedThings(data)
    var page = Page(id: document.id, provenance: Provenance(of: document))
    Metadata(tree, marked, metas, things, base).fill(&page)
    let discussion = Discussion(
      whole.page, main: whole.root, data, discussionEvidence(things, metas, page, address: document.address))
    (page.posts, page.comments) = (discussion.posts, discussion.comments)
    let main = whole.leavingOut(discussion.commentElements)
    page.blocks = main.blocks.map(\.block)
    if let blocks = standIn(for: page.blocks, things, description: page.description) { page.blocks = blocks }
    page.items = found.items
    page.links = readLinks(tree, base, main)
    page.images = readImages(tree, base, main, &report)
    page.dates = WrittenDates(tree, marked, metas, things).read(
      content: main.root..<tree.end(of: main.root), path: base.documentPath)
    page.structured = data.items.map(\.record)
    return page
  }
}

extension Page {
  /// Whether the main text has a letter or digit.
  fileprivate var hasWords: Bool {
    blocks.contains { $0.text.unicodeScalars.contains(where: \.isLetterOrDigit) }
  }
}
