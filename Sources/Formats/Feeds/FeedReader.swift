import JSONText
import Text
import WebAddress

extension Feed {
  /// Reads a feed of any format, well formed or not.
  ///
  /// - Throws: `FeedFailure` where it isn't one.
  package init(_ bytes: [UInt8], context: FeedContext = FeedContext()) throws(FeedFailure) {
    let text = decode(bytes, charsetHint: context.charsetHint, markup: true).utf8
    if text.first(where: { !isXMLSpace($0) }) == UInt8(ascii: "{") {
      self = try Feed(json: text, context)
    } else {
      self = try Feed(xml: XMLTree(parsing: text), context)
    }
  }

  private init(xml tree: XMLTree, _ context: FeedContext) throws(FeedFailure) {
    guard let root = tree.root else { throw .empty }
    guard let format = Feed.format(of: tree.nodes[root].name) else {
      throw .notAFeed(root: tree.nodes[root].writtenName)
    }
    var reader = FeedReader(tree: tree, isAtom1: tree.namespaces.contains(FeedNamespaces.atom), isAtom: format == .atom)
    var scope = FeedScope(base: context.address)
    reader.feed.format = format
    reader.feed.isWellFormed = tree.faults == 0
    reader.feed.channel.language = context.language
    reader.readFeed(root, &scope)
    self = reader.feed
  }

  private static func format(of root: String) -> Format? {
    switch root {
    case "rss": .rss
    case "rdf": .rdf
    case "feed", "entry": .atom
    case "channel": .cdf
    default: nil
    }
  }
}

/// What `xml:base` and `xml:lang` say at some place.
struct FeedScope {
  var base: Address?
  var language: String?

  /// The scope inside of an element.
  func inside(_ node: Int, of tree: XMLTree) -> FeedScope {
    var scope = self
    if let written = tree.attribute("xml:base", of: node) ?? tree.attribute("base", of: node),
      let address = Address(parsing: written, base: base), hasHarmlessScheme(address.href)
    {
      scope.base = address
    }
    if let language = tree.attribute("xml:lang", of: node) ?? tree.attribute("lang", of: node) {
      scope.language = language.isEmpty ? nil : language.replacing("_", with: "-")
    }
    return scope
  }
}

/// Turns a feed's elements into its shape.
struct FeedReader {
  let tree: XMLTree
  /// Whether it is Atom 1.0, where the `div` around XHTML is no part of it.
  let isAtom1: Bool
  /// Whether it is Atom at all, which says what is text and what is markup.
  let isAtom: Bool
  var feed = Feed(format: .rss, isWellFormed: true, channel: FeedChannel(), entries: [])

  /// Reads the root, or a channel.
  mutating func readFeed(_ node: Int, _ outer: inout FeedScope) {
    let scope = outer.inside(node, of: tree)
    if let language = scope.language { feed.channel.language = language }
    if tree.nodes[node].name == "channel" { readChannelAttributes(node, scope) }
    if tree.nodes[node].name == "entry" { return feed.entries.append(entry(node, outer)) }
    for child in elements(of: node) {
      switch tree.nodes[child].name {
      case "channel" where tree.nodes[child].prefix.isEmpty:
        var inner = scope
        readFeed(child, &inner)
      case "item", "entry": feed.entries.append(entry(child, scope))
      default: readChannelElement(child, scope, into: &feed.channel)
      }
    }
  }

  /// What CDF says in attributes.
  private mutating func readChannelAttributes(_ node: Int, _ scope: FeedScope) {
    feed.channel.updated = tree.attribute("lastmod", of: node)
    if let address = tree.attribute("href", of: node) { add(address, scope, to: &feed.channel) }
  }

  private func add(_ written: String, _ scope: FeedScope, to channel: inout FeedChannel) {
    let address = resolvedAddress(written, against: scope.base)
    channel.links.append(FeedLink(address: address, relation: "alternate"))
    channel.link = channel.link ?? address
  }

  /// Puts an element's meaning into what is known of a feed.
  func readChannelElement(_ node: Int, _ outer: FeedScope, into channel: inout FeedChannel) {
    let scope = outer.inside(node, of: tree)
    switch key(of: node) {
    case "title": channel.title = text(node, scope)
    case "dc:title", "media:title": channel.title = channel.title ?? text(node, scope)
    case "subtitle", "tagline", "itunes:subtitle": channel.subtitle = text(node, scope)
    case "description", "dc:description", "abstract": channel.subtitle = text(node, scope, usually: "text/html")
    case "itunes:summary": channel.subtitle = channel.subtitle ?? text(node, scope)
    case "info", "feedburner:browserfriendly": channel.info = text(node, scope)
    case "rights", "copyright", "dc:rights", "media:copyright": channel.rights = text(node, scope)
    case "id": channel.id = resolvedAddress(plain(node), against: scope.base)
    case "link": readLink(node, scope, &channel.links, &channel.link)
    case "language", "dc:language": channel.language = plain(node)
    case "pubdate", "published", "issued", "dcterms:issued": channel.published = plain(node)
    case "updated", "modified", "lastbuilddate", "dc:date", "dcterms:modified", "date": channel.updated = plain(node)
    case "created", "dcterms:created": channel.created = plain(node)
    case "author", "managingeditor", "dc:author", "dc:creator", "itunes:author":
      channel.authors += [person(node, scope)].compactMap { $0 }
    case "contributor", "dc:contributor": channel.contributors += [person(node, scope)].compactMap { $0 }
    case "webmaster", "dc:publisher", "itunes:owner": channel.publisher = person(node, scope)
    case "generator": channel.generator = generator(node, scope)
    case "category", "dc:subject", "itunes:category", "itunes:keywords", "keywords":
      channel.categories += categories(node)
    case "icon": channel.icon = resolvedAddress(plain(node), against: scope.base)
    case "logo": channel.logo = resolvedAddress(plain(node), against: scope.base)
    case "image", "itunes:image": channel.image = image(node, scope) ?? channel.image
    default: break
    }
  }

  /// The element's name with its namespace's usual prefix.
  func key(of node: Int) -> String {
    let element = tree.nodes[node]
    return element.prefix.isEmpty ? element.name : "\(element.prefix):\(element.name)"
  }

  /// The elements directly inside of one.
  func elements(of node: Int) -> [Int] { tree.children(of: node).filter { !tree.nodes[$0].isText } }

  /// The element's text without white space around it.
  func plain(_ node: Int) -> String { trimmedXMLSpace(tree.text(of: node)) }
}
