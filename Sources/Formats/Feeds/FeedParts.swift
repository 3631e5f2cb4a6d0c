extension FeedReader {
  /// Reads Atom's link, which has an address in an attribute, or RSS's, which has it as its text.
  func readLink(_ node: Int, _ scope: FeedScope, _ links: inout [FeedLink], _ main: inout String?) {
    let written =
      tree.attribute("href", of: node) ?? tree.attribute("url", of: node) ?? tree.attribute("uri", of: node)
      ?? plain(node)
    let relation = tree.attribute("rel", of: node) ?? "alternate"
    let type = tree.attribute("type", of: node) ?? (relation == "self" ? "application/atom+xml" : "text/html")
    guard !written.isEmpty || scope.base != nil else { return }
    let link = FeedLink(
      address: resolvedAddress(written, against: scope.base), relation: relation, type: type,
      title: tree.attribute("title", of: node), language: tree.attribute("hreflang", of: node),
      length: tree.attribute("length", of: node))
    links.append(link)
    if main == nil, relation == "alternate", FeedText.isMarkup(mediaType(type)) { main = link.address }
  }

  /// A person as elements (Atom) or in one text (RSS); nil where nothing is said.
  func person(_ node: Int, _ scope: FeedScope) -> FeedPerson? {
    var person = FeedPerson()
    let inside = elements(of: node)
    for child in inside {
      switch tree.nodes[child].name {
      case "name": person.name = plain(child)
      case "email": person.email = plain(child)
      case "uri", "url", "homepage", "href":
        person.address = resolvedAddress(plain(child), against: scope.inside(child, of: tree).base)
      default: break
      }
    }
    if inside.isEmpty { person = writtenPerson(plain(node)) }
    return person == FeedPerson() ? nil : person
  }

  /// Takes `NAME (EMAIL)`, `EMAIL (NAME)`, `NAME <EMAIL>` and either alone apart.
  private func writtenPerson(_ text: String) -> FeedPerson {
    let words = text.split { $0.isWhitespace || "()<>".contains($0) }
    guard let email = words.first(where: isEmailAddress) else {
      return FeedPerson(name: text.isEmpty ? nil : text)
    }
    let rest = text.replacing(email, with: "", maxReplacements: 1).replacing("()", with: "").replacing("<>", with: "")
    let name = trimmedXMLSpace(rest).trimmingParentheses
    return FeedPerson(name: name.isEmpty ? nil : name, email: String(email))
  }

  private func isEmailAddress(_ word: Substring) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasSuffix(".")
  }

  func generator(_ node: Int, _ scope: FeedScope) -> FeedGenerator {
    let address = tree.attribute("uri", of: node) ?? tree.attribute("url", of: node) ?? tree.attribute("href", of: node)
    return FeedGenerator(
      name: plain(node), address: address.map { resolvedAddress($0, against: scope.base) },
      version: tree.attribute("version", of: node))
  }

  /// The categories of an element: one for Atom and RSS, several where they are nested or parted by commas.
  func categories(_ node: Int) -> [FeedCategory] {
    let isPodcast = tree.nodes[node].prefix == "itunes"
    let scheme =
      isPodcast ? "http://www.itunes.com/" : tree.attribute("scheme", of: node) ?? tree.attribute("domain", of: node)
    if tree.nodes[node].name == "keywords" {
      return plain(node).split(separator: ",").map { FeedCategory(term: trimmedXMLSpace(String($0)), scheme: scheme) }
    }
    let term = tree.attribute("term", of: node) ?? tree.attribute("text", of: node) ?? plain(node)
    let own = term.isEmpty ? [] : [FeedCategory(term: term, scheme: scheme, label: tree.attribute("label", of: node))]
    return own + elements(of: node).filter { tree.nodes[$0].name == "category" }.flatMap(categories)
  }

  /// A picture with its address in an attribute or in an element; nil where there is no address.
  func image(_ node: Int, _ scope: FeedScope) -> FeedImage? {
    let attribute =
      tree.attribute("href", of: node) ?? tree.attribute("url", of: node) ?? tree.attribute("rdf:resource", of: node)
    var image = FeedImage(address: attribute)
    for child in elements(of: node) {
      switch tree.nodes[child].name {
      case "url", "href": image.address = plain(child)
      case "title": image.title = plain(child)
      case "link": image.link = resolvedAddress(plain(child), against: scope.base)
      default: break
      }
    }
    image.address = image.address.map { resolvedAddress($0, against: scope.base) }
    return image.address == nil ? nil : image
  }
}

extension String {
  /// The text without a parenthesis that opens it and one that closes it.
  fileprivate var trimmingParentheses: String {
    let opened = hasPrefix("(") ? dropFirst() : self[...]
    return trimmedXMLSpace(String(opened.hasSuffix(")") ? opened.dropLast() : opened))
  }
}
