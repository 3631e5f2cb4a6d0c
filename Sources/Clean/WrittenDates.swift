import Markup
import Records
import Text

/// The dates a page writes of itself: those of its `meta` elements first, then microdata, then `time` elements, those in
/// the main text's root before others; each in document order, repeats of role and text once.
func readDates(_ tree: HTMLTree, _ metas: MetaElements, _ main: MainText) -> [Page.WrittenDate] {
  var dates: [Page.WrittenDate] = []
  for (name, role) in metaDates {
    dates += metas.all(name).map { Page.WrittenDate(role, $0, rule: "meta \(name)") }
  }
  let elements = (0..<tree.count).compactMap { dateElement($0, tree) }
  let inside = (main.root..<tree.end(of: main.root))
  dates += elements.filter { $0.isMicrodata }.map(\.date)
  dates += elements.filter { !$0.isMicrodata && inside.contains($0.node) }.map(\.date)
  dates += elements.filter { !$0.isMicrodata && !inside.contains($0.node) }.map(\.date)
  var seen: Set<String> = []
  return dates.filter { seen.insert($0.role.rawValue + " " + $0.text).inserted }
}

/// The names that carry dates, strongest first.
private let metaDates: [(name: String, role: Page.WrittenDate.Role)] = [
  ("article:published_time", .published), ("og:published_time", .published), ("datepublished", .published),
  ("article:published", .published), ("dc.date.issued", .published), ("dcterms.issued", .published),
  ("dc.date", .published), ("dcterms.date", .published), ("dc.date.created", .published),
  ("dcterms.created", .published), ("citation_publication_date", .published), ("citation_date", .published),
  ("parsely-pub-date", .published), ("sailthru.date", .published), ("publish-date", .published),
  ("publish_date", .published), ("pubdate", .published), ("publication_date", .published),
  ("date", .published), ("originalpublicationdate", .published), ("article:modified_time", .modified),
  ("og:updated_time", .modified), ("datemodified", .modified), ("dcterms.modified", .modified),
  ("dc.date.modified", .modified), ("last-modified", .modified), ("lastmod", .modified),
]

private struct DateElement {
  var node: HTMLTree.Node
  var date: Page.WrittenDate
  var isMicrodata: Bool
}

/// What an element other than `meta` says of a date: its `datetime`, else its text.
private func dateElement(_ node: HTMLTree.Node, _ tree: HTMLTree) -> DateElement? {
  let tag = tree.tag(of: node)
  let declared = tree.attribute(.itemprop, of: node)
  guard tag == .time || declared != nil, tag != .meta else { return nil }
  let property = String(decoding: declared ?? [], as: UTF8.self).lowercased()
  let isMicrodata = property == "datepublished" || property == "datemodified"
  guard tag == .time || isMicrodata else { return nil }
  let written =
    tree.text(ofAttribute: .datetime, of: node) ?? tree.text(ofAttribute: .content, of: node) ?? ""
  let text = nfc(foldingWhiteSpace(written.isEmpty ? tree.foldedText(of: node, mostNodes: mostNodesOfLabel) : written))
  guard !text.isEmpty, text.utf8.count <= 100 else { return nil }
  let classes = tree.text(ofAttribute: .class, of: node)?.lowercased() ?? ""
  let isModified = property == "datemodified" || classes.contains("modified") || classes.contains("updated")
  let rule = isMicrodata ? "itemprop \(property)" : written.isEmpty ? "time" : "time datetime"
  return DateElement(
    node: node, date: Page.WrittenDate(isModified ? .modified : .published, text, rule: rule),
    isMicrodata: isMicrodata)
}
