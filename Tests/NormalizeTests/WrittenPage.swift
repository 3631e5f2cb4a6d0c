import Normalize
import Records

/// A page whose text is written a line for each block: `# ` to `### ` before headings, `- ` before list items, `> `
/// before quotations, `| ` before rows of tables.
func writtenPage(
  _ text: String, title: String? = nil, description: String? = nil, language: String? = "en",
  authors: [String] = [], structured: [StructuredItem] = []
) -> ReadPage {
  let address = "https://review.example/talks/1"
  var page = Page(
    id: Identity.document(address: address),
    provenance: Provenance(
      source: "review", address: address, fetchedAt: Timestamp(year: 2026, month: 3, day: 1),
      contentHash: ContentHash(of: "bytes")),
    title: title, description: description, language: language,
    blocks: text.split(separator: "\n").map { block(String($0)) }, structured: structured)
  page.authors = authors.map { .init($0, rule: "meta author") }
  return ReadPage(page)
}

private func block(_ line: String) -> Page.Block {
  for (mark, kind, level) in [
    ("# ", Page.Block.Kind.heading, 1), ("## ", .heading, 2), ("### ", .heading, 3), ("- ", .listItem, nil),
    ("> ", .quote, nil), ("| ", .tableRow, nil),
  ] as [(String, Page.Block.Kind, Int?)] where line.hasPrefix(mark) {
    return .init(kind, level: level, String(line.dropFirst(mark.count)))
  }
  return .init(.paragraph, line)
}

extension OriginKind {
  /// The parts' fields of those names, ` | ` between them, `-` for none.
  static func shown(_ names: String..., on page: ReadPage) -> [String] {
    parts(of: page).map { part in names.map { part.fields[$0] ?? "-" }.joined(separator: " | ") }
  }
}
