import JSONText
import Markup
import Records
import Text

/// Finds who wrote a page: the first rule that gives a name counts, structured data before `meta` elements before
/// links and class names before a line that begins with `By`.
struct Authors {
  private let tree: HTMLTree
  private let marked: MarkedNodes
  private let metas: MetaElements
  private let things: DescribedThings
  private let siteForm: String

  init(_ tree: HTMLTree, _ marked: MarkedNodes, _ metas: MetaElements, _ things: DescribedThings) {
    self.tree = tree
    self.marked = marked
    self.metas = metas
    self.things = things
    siteForm = wordForm(metas.first(["og:site_name"])?.content ?? "")
  }

  /// The authors by the first rule that finds any; one that is called as the site only where no other is found.
  func find() -> [Page.Found] {
    let own = ["author", "creator"]
    if let found = described(own, 0...1, [.jsonLD]) ?? described(own, 0...1, [.microdata, .rdfa]) { return found }
    if let found = declared(Authors.strongNames) { return found }
    if let found = declared(["author"], withoutSite: true) ?? declared(Authors.weakNames, withoutSite: true) {
      return found
    }
    if let found = labelled() ?? related() { return found }
    let ofPage = described(own, 2...2, [.jsonLD])
    if let found = ofPage, found.contains(where: { wordForm($0.value) != siteForm }) { return found }
    let byline = Byline(tree).find()
    if let found = byline.map({ names([$0.value], rule: $0.rule) }), !found.isEmpty { return found }
    return ofPage ?? declared(["author"]) ?? []
  }

  private static let strongNames = [
    "citation_author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "article:author_name",
  ]
  private static let weakNames = ["article:author", "og:article:author", "og:author", "book:author"]

  private func described(
    _ properties: [String], _ ranks: ClosedRange<Int>, _ syntaxes: Set<StructuredItem.Syntax>
  ) -> [Page.Found]? {
    guard let (values, rule) = things.values(properties, ranks: ranks, in: syntaxes) else { return nil }
    let found = names(values.compactMap { $0.text ?? $0["name"]?.each.first?.text }, rule: rule)
    return found.isEmpty ? nil : found
  }

  /// The names in the `meta` elements of the first of these names that has any.
  private func declared(_ metaNames: [String], withoutSite: Bool = false) -> [Page.Found]? {
    for name in metaNames {
      let isInverted = name == "citation_author"
      let written = metas.all(name).prefix(30).map { isInverted ? givenNameFirst($0) : $0 }
      var found = names(written.filter { !$0.hasPrefix("/") }, rule: "meta \(name)")
      if withoutSite { found.removeAll { wordForm($0.value) == siteForm } }
      if !found.isEmpty { return found }
    }
    return nil
  }

  /// `Tide, Tamara` as `Tamara Tide`, as scholarly pages write their authors.
  private func givenNameFirst(_ written: String) -> String {
    let parts = written.split(separator: ",").map { $0.trimmingPrefix(" ") }
    return parts.count == 2 ? "\(parts[1]) \(parts[0])" : written
  }

  /// What a Twitter card labels as `Written by` in its language.
  private func labelled() -> [Page.Found]? {
    for number in 1...2 {
      guard let label = metas.first(["twitter:label\(number)"])?.content.lowercased() else { continue }
      let words = label.split { !$0.isLetter }.map(String.init)
      guard words.contains(where: { prepositions.contains($0) || $0.hasPrefix("verfass") }) else { continue }
      let found = names(metas.all("twitter:data\(number)"), rule: "meta twitter:data\(number)")
      if !found.isEmpty { return found }
    }
    return nil
  }

  /// What `rel=author` links and elements with `itemprop=author` outside any item say.
  private func related() -> [Page.Found]? {
    for (attribute, nodes, most) in [(AttributeName.rel, marked.related, 2), (.itemprop, marked.microdata, 1)] {
      let wanted = nodes.lazy.filter {
        tree.tag(of: $0) != .link && tree.holds("author", inAttribute: attribute, of: $0)
      }
      let texts = wanted.map { tree.foldedText(of: $0, mostNodes: 60) }.filter { !$0.isEmpty && $0.utf8.count <= 100 }
      let found = names(Array(texts.prefix(most)), rule: "\(attribute.name) author")
      if !found.isEmpty { return found }
    }
    return nil
  }

  private func names(_ written: [String], rule: String) -> [Page.Found] {
    var forms: Set<String> = []
    return written.flatMap { authorNames(in: $0) }.filter { forms.insert(wordForm($0)).inserted }.map {
      Page.Found($0, rule: rule)
    }
  }
}
