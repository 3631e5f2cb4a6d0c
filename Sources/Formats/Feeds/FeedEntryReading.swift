extension FeedReader {
  /// Reads an `item` or `entry`.
  func entry(_ node: Int, _ outer: FeedScope) -> FeedEntry {
    let scope = outer.inside(node, of: tree)
    var entry = FeedEntry()
    entry.id = tree.attribute("rdf:about", of: node).map { resolvedAddress($0, against: scope.base) }
    entry.updated = tree.attribute("lastmod", of: node)
    if let written = tree.attribute("href", of: node) {
      let address = resolvedAddress(written, against: scope.base)
      entry.links.append(FeedLink(address: address, relation: "alternate"))
      entry.link = address
    }
    var permanent: String?
    for child in elements(of: node) { read(child, scope, into: &entry, permanent: &permanent) }
    entry.link = entry.link ?? permanent
    return entry
  }

  /// - Parameter permanent: an id that is said to be the entry's address, for entries without a link.
  private func read(_ node: Int, _ outer: FeedScope, into entry: inout FeedEntry, permanent: inout String?) {
    let scope = outer.inside(node, of: tree)
    switch key(of: node) {
    case "guid": readGuid(node, scope, into: &entry, permanent: &permanent)
    case "id": entry.id = resolvedAddress(plain(node), against: scope.base)
    case "link": readLink(node, scope, &entry.links, &entry.link)
    case "enclosure": readEnclosure(node, scope, into: &entry)
    case "itunes:link" where tree.attribute("rel", of: node) == "image": entry.image = image(node, scope)
    case "image", "itunes:image", "media:thumbnail": entry.image = entry.image ?? image(node, scope)
    case "pubdate", "published", "issued", "dcterms:issued": entry.published = plain(node)
    case "updated", "modified", "dc:date", "dcterms:modified", "date": entry.updated = plain(node)
    case "created", "dcterms:created": entry.created = plain(node)
    case "author", "dc:author", "dc:creator", "itunes:author": entry.authors += [person(node, scope)].compactMap { $0 }
    case "contributor", "dc:contributor": entry.contributors += [person(node, scope)].compactMap { $0 }
    case "webmaster", "dc:publisher", "itunes:owner": entry.publisher = person(node, scope)
    case "category", "dc:subject", "itunes:category", "itunes:keywords", "keywords":
      entry.categories += categories(node)
    case "comments": entry.comments = resolvedAddress(plain(node), against: scope.base)
    case "cc:license", "creativecommons:license":
      entry.license = tree.attribute("rdf:resource", of: node) ?? tree.attribute("resource", of: node) ?? plain(node)
    case "source": entry.source = source(node, scope)
    default: readText(node, scope, into: &entry)
    }
  }

  private func readText(_ node: Int, _ scope: FeedScope, into entry: inout FeedEntry) {
    switch key(of: node) {
    case "title": entry.title = text(node, scope)
    case "dc:title", "media:title": entry.title = entry.title ?? text(node, scope)
    case "rights", "copyright", "dc:rights": entry.rights = text(node, scope)
    case "summary": entry.summary = text(node, scope)
    case "description", "abstract": entry.summary = text(node, scope, usually: "text/html")
    case "dc:description", "media:description": entry.summary = entry.summary ?? text(node, scope, usually: "text/html")
    case "itunes:summary", "itunes:subtitle": entry.summary = entry.summary ?? text(node, scope)
    case "content": entry.content.append(text(node, scope))
    case "content:encoded", "fullitem": entry.content.append(text(node, scope, usually: "text/html"))
    case "body", "xhtml:body": entry.content.append(text(node, scope, usually: "application/xhtml+xml"))
    default: break
    }
  }

  private func readGuid(_ node: Int, _ scope: FeedScope, into entry: inout FeedEntry, permanent: inout String?) {
    guard tree.attribute("ispermalink", of: node)?.lowercased() != "false" else {
      entry.id = plain(node)
      return
    }
    let address = resolvedAddress(plain(node), against: scope.base)
    entry.id = address
    permanent = address
  }

  private func readEnclosure(_ node: Int, _ scope: FeedScope, into entry: inout FeedEntry) {
    guard let written = tree.attribute("url", of: node) ?? tree.attribute("href", of: node) else { return }
    entry.links.append(
      FeedLink(
        address: resolvedAddress(written, against: scope.base), relation: "enclosure",
        type: tree.attribute("type", of: node), length: tree.attribute("length", of: node)))
  }

  /// Atom's `source` says what its feed says of itself; RSS's has a title and an address.
  private func source(_ node: Int, _ scope: FeedScope) -> FeedChannel {
    var channel = FeedChannel()
    let inside = elements(of: node)
    for child in inside { readChannelElement(child, scope, into: &channel) }
    if inside.isEmpty { channel.title = text(node, scope) }
    if let written = tree.attribute("url", of: node) {
      let address = resolvedAddress(written, against: scope.base)
      channel.links.append(FeedLink(address: address, relation: "self"))
    }
    return channel
  }
}
