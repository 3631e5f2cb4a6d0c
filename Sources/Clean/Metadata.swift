import JSONText
import Markup
import Records
import Text

/// What a page says of itself.
struct Metadata {
  /// The title and the rule that found it.
  let title: (text: String, rule: String)?
  let description: String?
  let canonicalAddress: String?
  let language: String?
  let authors: [Page.Found]
  let siteName: Page.Found?
  let image: Page.Found?
  let kind: Page.Found?
  let licence: Page.Found?
  let tags: [Page.Found]

  init(
    _ tree: HTMLTree, _ marked: MarkedNodes, _ metas: MetaElements, _ things: DescribedThings, _ base: PageBase
  ) {
    title = PageTitle(tree, metas, things, base).choose()
    description =
      metas.first(["description", "og:description", "twitter:description", "dc.description"])?.content
      ?? things.text(["description"], ranks: 0...1)?.value
    let links = LinkElements(tree, marked)
    let linked = links.first("canonical").flatMap(base.absolute)
    canonicalAddress = linked ?? metas.first(["og:url"]).flatMap { base.absolute($0.content) }
    language = Metadata.language(tree, metas, things)
    authors = Authors(tree, marked, metas, things).find()
    siteName = Metadata.siteName(metas, things)
    image = Metadata.image(metas, things, base)
    kind = pageKind(things, metas)
    licence = Metadata.licence(links, metas, things, base)
    tags = Metadata.tags(metas, things)
  }

  /// Fills in what a page has of it.
  func fill(_ page: inout Page) {
    page.title = title?.text
    page.titleRule = title?.rule
    page.description = description
    page.canonicalAddress = canonicalAddress
    page.language = language
    page.authors = authors
    page.siteName = siteName
    page.image = image
    page.kind = kind
    page.licence = licence
    page.tags = tags
  }

  private static func language(_ tree: HTMLTree, _ metas: MetaElements, _ things: DescribedThings) -> String? {
    let declared = tree.text(ofAttribute: .lang, of: 0).map { foldingWhiteSpace($0) }
    if let declared, !declared.isEmpty { return declared }
    let written =
      metas.first(["content-language", "language", "dc.language", "og:locale"])?.content
      ?? things.text(["inLanguage"], ranks: 0...2)?.value
    return written?.split(separator: ",").first.map { String($0).replacing("_", with: "-") }
  }

  private static func siteName(_ metas: MetaElements, _ things: DescribedThings) -> Page.Found? {
    if let entry = metas.first(["og:site_name"]) { return Page.Found(entry.content, rule: "meta og:site_name") }
    if let site = things.things.first(where: { $0.type == "WebSite" }), let name = site.object["name"]?.name {
      return Page.Found(name, rule: "\(site.syntax.rawValue) WebSite")
    }
    if let publisher = things.text(["publisher"], ranks: 0...2), !publisher.value.isEmpty { return publisher }
    return metas.first(["application-name", "dc.publisher", "publisher"]).map {
      Page.Found($0.content, rule: "meta \($0.name)")
    }
  }

  private static func image(_ metas: MetaElements, _ things: DescribedThings, _ base: PageBase) -> Page.Found? {
    let names = ["og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "thumbnail"]
    if let entry = metas.first(names), let address = base.absolute(entry.content) {
      return Page.Found(address, rule: "meta \(entry.name)")
    }
    guard
      let (values, rule) = things.values(["image", "thumbnailUrl"], ranks: 0...2, in: [.jsonLD, .microdata, .rdfa]),
      let value = values.first
    else { return nil }
    let written = value.text ?? value["url"]?.text ?? value["contentUrl"]?.text ?? value["@id"]?.text
    return written.flatMap(base.absolute).map { Page.Found($0, rule: rule) }
  }

  private static func licence(
    _ links: LinkElements, _ metas: MetaElements, _ things: DescribedThings, _ base: PageBase
  ) -> Page.Found? {
    if let address = links.first("license").flatMap(base.absolute) { return Page.Found(address, rule: "rel license") }
    if let value = things.text(["license"], ranks: 0...2) { return value }
    return metas.first(["dc.rights.license", "dcterms.license", "dc.license"]).map {
      Page.Found($0.content, rule: "meta \($0.name)")
    }
  }

  /// Tags as the page lists them, each once; keywords are cut at commas.
  private static func tags(_ metas: MetaElements, _ things: DescribedThings) -> [Page.Found] {
    var written = metas.all("article:tag").map { Page.Found($0, rule: "meta article:tag") }
    if written.isEmpty,
      let (values, rule) = things.values(["keywords"], ranks: 0...2, in: [.jsonLD, .microdata, .rdfa])
    {
      written = values.compactMap(\.name).map { Page.Found($0, rule: rule) }
    }
    if written.isEmpty, let entry = metas.first(["news_keywords", "keywords", "parsely-tags", "sailthru.tags"]) {
      written = [Page.Found(entry.content, rule: "meta \(entry.name)")]
    }
    var seen: Set<String> = []
    return written.prefix(mostTags).flatMap { found in
      found.value.split { $0 == "," || $0 == ";" }.map {
        Page.Found($0.description.trimming(\.isWhitespace), rule: found.rule)
      }
    }.filter { !$0.value.isEmpty && $0.value.utf8.count <= 200 && seen.insert(wordForm($0.value)).inserted }
  }

  private static let mostTags = 500
}

/// A page's links by `rel`, `link` elements before links in the text.
struct LinkElements {
  private var byRelation: [String: String] = [:]

  init(_ tree: HTMLTree, _ marked: MarkedNodes) {
    let nodes = marked.related
    for wantsElement in [true, false] {
      for node in nodes where (tree.tag(of: node) == .link) == wantsElement {
        for relation in LinkElements.wanted
        where byRelation[relation] == nil && tree.holds(relation, inAttribute: .rel, of: node) {
          if relation == "canonical", !wantsElement { continue }
          byRelation[relation] = tree.text(ofAttribute: .href, of: node)
        }
      }
    }
  }

  private static let wanted = ["canonical", "license"]

  /// The address of the first link of that relation, as written.
  func first(_ relation: String) -> String? { byRelation[relation] }
}
