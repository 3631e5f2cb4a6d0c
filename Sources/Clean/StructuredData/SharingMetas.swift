import JSONText
import Records

/// What `meta` elements say for sharing, one item for each vocabulary that the page uses: OpenGraph (with `article:`,
/// `product:` and the like), Twitter cards, Dublin Core.
func sharingItems(_ metas: MetaElements) -> [TypedItem] {
  [
    item(.openGraph, metas, type: "og:type", prefixes: openGraphPrefixes),
    item(.twitter, metas, type: "twitter:card", prefixes: ["twitter:"]),
    item(.dublinCore, metas, type: "dc.type", prefixes: ["dc.", "dc:", "dcterms.", "dcterms:"]),
  ].compactMap(\.self)
}

/// OpenGraph's own prefix and those of its object types (ogp.me, "Object Types"; `product:` by Facebook).
private let openGraphPrefixes = [
  "og:", "article:", "product:", "book:", "profile:", "video:", "music:", "fb:", "place:", "business:", "restaurant:",
]

private func item(
  _ syntax: StructuredItem.Syntax, _ metas: MetaElements, type: String, prefixes: [String]
) -> TypedItem? {
  let entries = metas.entries.filter { entry in prefixes.contains(where: entry.name.hasPrefix) }
  if entries.isEmpty { return nil }
  var members = ItemMembers(types: metas.first([type]).map { [$0.content] } ?? [], id: nil)
  var seen: Set<String> = []
  for entry in entries where seen.insert(entry.name + " " + entry.content).inserted {
    members.add(entry.name, .string(entry.content))
  }
  return TypedItem(syntax: syntax, json: members.object)
}
