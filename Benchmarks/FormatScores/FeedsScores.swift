import Formats
import JSONText
import WebAddress

/// How many fields of `feeds/feedparser_cases.jsonl` are read as feedparser has them.
///
/// - Parameter root: the folder of test data.
/// - Throws: where the file isn't there.
package func scoreFeeds(_ root: String) throws -> (right: Int, of: Int) {
  score(try cases(root + "/feeds/feedparser_cases.jsonl")) { feedField($0) == $0["expected"]?.text }
}

/// The fields that aren't read as feedparser has them: the case's name, the field, what is expected and what was read.
///
/// - Throws: where the file isn't there.
package func feedMisses(_ root: String) throws -> [String] {
  try cases(root + "/feeds/feedparser_cases.jsonl").compactMap { row in
    let read = feedField(row)
    guard read != row["expected"]?.text else { return nil }
    return [row["id"]?.text, row["path"]?.text, row["expected"]?.text, read].map { $0 ?? "nothing" }
      .joined(separator: " | ")
  }
}

private func feedField(_ row: JSON) -> String? {
  guard let xml = row["xml"]?.text, let path = row["path"]?.text,
    let feed = try? Feed(Array(xml.utf8), context: context(ofCase: xml))
  else { return nil }
  let names = path.split { ".[]".contains($0) }.map(String.init)
  if names.first == "feed" { return channelField(names.dropFirst(), feed.channel) }
  guard names.count > 2, let entry = element(feed.entries, names[1]) else { return nil }
  return entryField(names.dropFirst(2), entry)
}

/// The cases were served by a loopback server, with the headers that stand in their first comment.
private func context(ofCase xml: String) -> FeedContext {
  var context = FeedContext(address: Address(parsing: "http://127.0.0.1:8097/"))
  for line in xml.split(separator: "\n") {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3, words[0] == "Header:" else { continue }
    switch words[1].lowercased() {
    case "content-location:": context.address = Address(parsing: words[2], base: context.address)
    case "content-language:": context.language = words[2]
    default: break
    }
  }
  return context
}

private func element<Element>(_ list: [Element], _ index: String) -> Element? {
  Int(index).flatMap { list.indices.contains($0) ? list[$0] : nil }
}

private func channelField(_ names: ArraySlice<String>, _ channel: FeedChannel) -> String? {
  let rest = names.dropFirst()
  switch names.first {
  case "id", "guid": return channel.id
  case "title": return channel.title?.value
  case "title_detail": return textField(rest, channel.title)
  case "tagline", "subtitle", "description": return channel.subtitle?.value
  case "tagline_detail", "subtitle_detail": return textField(rest, channel.subtitle)
  case "info": return channel.info?.value
  case "info_detail": return textField(rest, channel.info)
  case "rights", "copyright": return channel.rights?.value
  case "rights_detail", "copyright_detail": return textField(rest, channel.rights)
  case "link": return channel.link
  case "links": return linkField(rest, channel.links)
  case "language": return channel.language
  case "published": return channel.published
  case "updated": return channel.updated
  case "created": return channel.created
  case "author": return channel.authors.last?.text
  case "author_detail": return personField(rest, channel.authors.last)
  case "contributors": return personField(rest.dropFirst(), element(channel.contributors, rest.first ?? ""))
  case "publisher": return channel.publisher?.text
  case "publisher_detail": return personField(rest, channel.publisher)
  case "generator": return channel.generator?.name
  case "generator_detail": return generatorField(rest, channel.generator)
  case "category": return channel.categories.first?.term
  case "tags": return categoryField(rest, channel.categories)
  case "icon": return channel.icon
  case "logo": return channel.logo
  case "image": return imageField(rest, channel.image)
  default: return nil
  }
}

private func entryField(_ names: ArraySlice<String>, _ entry: FeedEntry) -> String? {
  let rest = names.dropFirst()
  switch names.first {
  case "id", "guid": return entry.id
  case "title": return entry.title?.value
  case "title_detail": return textField(rest, entry.title)
  case "summary", "description": return entry.description?.value
  case "summary_detail": return textField(rest, entry.summary)
  case "content": return textField(rest.dropFirst(), element(entry.content, rest.first ?? ""))
  case "rights": return entry.rights?.value
  case "rights_detail": return textField(rest, entry.rights)
  case "link": return entry.link
  case "links": return linkField(rest, entry.links)
  case "enclosures": return linkField(rest, entry.enclosures)
  case "published": return entry.published
  case "updated": return entry.updated
  case "created": return entry.created
  case "author": return entry.authors.last?.text
  case "author_detail": return personField(rest, entry.authors.last)
  case "contributors": return personField(rest.dropFirst(), element(entry.contributors, rest.first ?? ""))
  case "publisher": return entry.publisher?.text
  case "publisher_detail": return personField(rest, entry.publisher)
  case "category": return entry.categories.first?.term
  case "tags": return categoryField(rest, entry.categories)
  case "image": return imageField(rest, entry.image)
  case "comments": return entry.comments
  case "license": return entry.license
  case "source": return entry.source.flatMap { channelField(rest, $0) }
  default: return nil
  }
}

private func textField(_ names: ArraySlice<String>, _ text: FeedText?) -> String? {
  switch names.first {
  case "value": text?.value
  case "type": text?.type
  case "language": text?.language
  case "base": text?.base
  default: nil
  }
}

private func linkField(_ names: ArraySlice<String>, _ links: [FeedLink]) -> String? {
  guard let link = element(links, names.first ?? "") else { return nil }
  switch names.last {
  case "href": return link.address
  case "rel": return link.relation
  case "type": return link.type
  case "title": return link.title
  case "hreflang": return link.language
  case "length": return link.length
  default: return nil
  }
}

private func personField(_ names: ArraySlice<String>, _ person: FeedPerson?) -> String? {
  switch names.first {
  case "name": person?.name
  case "email": person?.email
  case "url", "href": person?.address
  default: nil
  }
}

private func generatorField(_ names: ArraySlice<String>, _ generator: FeedGenerator?) -> String? {
  switch names.first {
  case "name": generator?.name
  case "url", "href": generator?.address
  case "version": generator?.version
  default: nil
  }
}

private func categoryField(_ names: ArraySlice<String>, _ categories: [FeedCategory]) -> String? {
  guard let category = element(categories, names.first ?? "") else { return nil }
  switch names.last {
  case "term": return category.term
  case "scheme": return category.scheme
  case "label": return category.label
  default: return nil
  }
}

private func imageField(_ names: ArraySlice<String>, _ image: FeedImage?) -> String? {
  switch names.first {
  case "href", "url": image?.address
  case "title": image?.title
  case "link": image?.link
  default: nil
  }
}
