import JSONText
import WebAddress

extension Feed {
  /// Reads a JSON Feed (versions 1 and 1.1).
  init(json utf8: [UInt8], _ context: FeedContext) throws(FeedFailure) {
    guard let document = try? JSONNode(parsing: utf8).plain else { throw .notAFeed(root: "JSON that can't be read") }
    guard case .array(let items) = document["items"], document["version"]?.text?.contains("jsonfeed.org") ?? true else {
      throw .notAFeed(root: "JSON")
    }
    let reader = JSONFeedReader(context: context)
    self.init(
      format: .json, isWellFormed: true, channel: reader.channel(document), entries: items.map(reader.entry))
  }
}

/// Turns a JSON Feed's members into the shape of all feeds.
private struct JSONFeedReader {
  let context: FeedContext

  func channel(_ document: JSON) -> FeedChannel {
    var channel = FeedChannel()
    channel.title = text(document["title"], "text/plain")
    channel.subtitle = text(document["description"], "text/plain")
    channel.language = document["language"]?.text ?? context.language
    channel.link = address(document["home_page_url"])
    channel.links =
      link(document["home_page_url"], "alternate") + link(document["feed_url"], "self")
      + link(document["next_url"], "next")
    channel.authors = people(document)
    channel.icon = address(document["favicon"])
    channel.image = address(document["icon"]).map { FeedImage(address: $0) }
    return channel
  }

  func entry(_ item: JSON) -> FeedEntry {
    var entry = FeedEntry()
    if case .number(let number) = item["id"] { entry.id = number } else { entry.id = item["id"]?.text }
    entry.title = text(item["title"], "text/plain")
    entry.link = address(item["url"]) ?? address(item["external_url"])
    entry.links = link(item["url"], "alternate") + link(item["external_url"], "related") + attachments(item)
    entry.published = item["date_published"]?.text
    entry.updated = item["date_modified"]?.text
    entry.authors = people(item)
    entry.categories = (item["tags"]?.elements ?? []).compactMap(\.text).map { FeedCategory(term: $0) }
    entry.summary = text(item["summary"], "text/plain")
    entry.content = [text(item["content_html"], "text/html"), text(item["content_text"], "text/plain")].compactMap {
      $0
    }
    entry.image = address(item["image"]).map { FeedImage(address: $0) }
    return entry
  }

  private func text(_ value: JSON?, _ type: String) -> FeedText? {
    guard let written = value?.text else { return nil }
    let safe = type == "text/html" ? SafeMarkup.written(written, base: context.address, isXML: false) : written
    return FeedText(value: safe, type: type, language: context.language, base: context.address?.href)
  }

  private func address(_ value: JSON?) -> String? { value?.text.map { resolvedAddress($0, against: context.address) } }

  private func link(_ value: JSON?, _ relation: String) -> [FeedLink] {
    address(value).map { [FeedLink(address: $0, relation: relation)] } ?? []
  }

  private func attachments(_ item: JSON) -> [FeedLink] {
    (item["attachments"]?.elements ?? []).compactMap { attachment in
      guard let address = address(attachment["url"]) else { return nil }
      var length: String?
      if case .number(let bytes) = attachment["size_in_bytes"] { length = bytes }
      return FeedLink(
        address: address, relation: "enclosure", type: attachment["mime_type"]?.text, title: attachment["title"]?.text,
        length: length)
    }
  }

  /// `authors` of version 1.1, `author` of version 1.
  private func people(_ value: JSON) -> [FeedPerson] {
    let people = value["authors"]?.elements ?? []
    return (people.isEmpty ? [value["author"]].compactMap { $0 } : people).map {
      FeedPerson(name: $0["name"]?.text, address: address($0["url"]))
    }
  }
}
