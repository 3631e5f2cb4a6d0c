import Markup
import Records

@testable import Clean

/// What the cleaner makes of a document with that address.
func cleaned(
  _ html: String, at address: String = "https://site.example/a/page.html", kind: Document.Kind = .html,
  items: [ItemRule] = []
) -> Cleaned {
  cleaned(bytes: Array(html.utf8), at: address, kind: kind, items: items)
}

func cleaned(
  bytes: [UInt8], at address: String = "https://site.example/a/page.html", kind: Document.Kind = .html,
  items: [ItemRule] = []
) -> Cleaned {
  let document = Document(
    id: "d1", source: "site", address: address, path: "page.html", kind: kind,
    contentHash: ContentHash(of: bytes),
    byteCount: bytes.count, fetchedAt: Timestamp(seconds: 0))
  return Cleaner(items: items).clean(document, bytes: bytes)
}

/// The blocks as lines such as `heading2: text`.
func lines(_ cleaned: Cleaned) -> [String] {
  (cleaned.page?.blocks ?? []).map { "\($0.kind.rawValue)\($0.level.map(String.init) ?? ""): \($0.text)" }
}

/// A rule from its selectors, fields as pairs of name and selector.
func rule(_ name: String, _ each: String, _ fields: KeyValuePairs<String, String> = [:]) throws -> ItemRule {
  try ItemRule(
    name: name, each: .css(Selector(parsing: each)),
    fields: fields.map { ItemRule.Field(name: $0.key, selector: .css(try FieldSelector(parsing: $0.value))) })
}

/// Two sentences that read as an article's paragraph.
let prose = """
  The lake behind the old mill freezes later every year, and the records of the parish show by how much. Two hundred \
  winters were written down by hand before anybody thought of a thermometer.
  """
