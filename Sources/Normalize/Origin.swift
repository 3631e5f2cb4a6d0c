package import Records
import Text
import WebAddress

/// The thing on a page that a row is read from.
package enum Origin: Sendable {
  case page(Page)
  case link(Page.Link)
  case item(Page.Item)

  /// The fields that pages and links offer; nil for items, which offer what their selectors declare, and `text`.
  package static func fields(of origin: String) -> [String]? {
    switch origin {
    case "page":
      [
        "title", "text", "url", "address", "authors", "published", "modified", "language", "description", "site",
        "image", "kind", "licence", "tags", "words",
      ]
    case "links": ["address", "text", "in_main_text"]
    default: nil
    }
  }

  /// A page's things of that name, in the order of the page.
  static func all(named name: String, on page: Page) -> [Origin] {
    switch name {
    case "page": [.page(page)]
    case "links": page.links.map(Origin.link)
    default: page.items.filter { $0.name == name }.map(Origin.item)
    }
  }

  /// What a field says, nil where it says nothing.
  func field(_ name: String) -> String? {
    switch self {
    case .page(let page): Origin.field(name, of: page)
    case .link(let link): Origin.field(name, of: link)
    case .item(let item): item.fields[name] ?? (name == "text" ? item.text : nil)
    }
  }

  private static func field(_ name: String, of page: Page) -> String? {
    switch name {
    case "title": page.title
    case "text": page.text
    case "url": page.canonicalAddress ?? page.webAddress?.href
    case "address": page.provenance.address
    case "authors": page.authors.isEmpty ? nil : page.authors.map(\.value).joined(separator: "; ")
    case "published": page.date(.published)
    case "modified": page.date(.modified)
    case "language": page.language
    case "description": page.description
    case "site": page.siteName?.value
    case "image": page.image?.value
    case "kind": page.kind?.value
    case "licence": page.licence?.value
    case "tags": page.tags.isEmpty ? nil : page.tags.map(\.value).joined(separator: "; ")
    case "words": String(wordCount(page.text))
    default: nil
    }
  }

  private static func field(_ name: String, of link: Page.Link) -> String? {
    switch name {
    case "address": link.address
    case "text": link.text
    case "in_main_text": link.inMainText ? "true" : "false"
    default: nil
    }
  }

  /// The text that names a row where nothing else does.
  var identifyingText: String {
    switch self {
    case .page: ""
    case .link(let link): "\(link.address)\n\(link.text)"
    case .item(let item): item.text
    }
  }
}

extension Page {
  /// The address it was read from, where that is one of the web and not a file's name.
  var webAddress: Address? {
    Address(parsing: provenance.address).flatMap { $0.isFetchable ? $0 : nil }
  }

  /// The first date of that role, as written.
  fileprivate func date(_ role: WrittenDate.Role) -> String? { dates.first { $0.role == role }?.text }
}
