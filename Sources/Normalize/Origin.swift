package import Records
import Text
import WebAddress

/// The thing on a page that a row is read from.
package enum Origin: Sendable {
  /// The page itself.
  case page
  /// Something that every page is looked through for, and its 0-based place among its kind.
  case part(PagePart, place: Int)
  /// Something that the config's selectors cut out.
  case item(Page.Item)
  /// Something that the page describes for machines.
  case thing(DescribedThing)
  /// A row of a data file of the source that a table's `from` names.
  case row(DataFileRow)

  /// What a table's rows are made of where they are the pages themselves.
  package static let pageName = "page"
  /// What stands before a field of the page the row is on.
  package static let pagePrefix = "page."
  /// What stands before the type of things that pages describe for machines, as in `data.JobPosting`.
  package static let dataPrefix = "data."

  /// The fields that a page offers.
  package static let pageFields: [(name: String, meaning: String)] = [
    ("id", "the page's id, the same in every table"),
    ("title", "its title"),
    ("text", "its main text, a line for each block"),
    ("url", "the web address it calls its own, else the one it was read from"),
    ("address", "where it was read from, which may be a file"),
    ("authors", "its authors, with `; ` between them"),
    ("published", "the date of publication as written"),
    ("modified", "the date of the last change as written"),
    ("language", "its language as declared"),
    ("description", "its own summary"),
    ("site", "the site's name"),
    ("image", "the address of the picture that stands for it"),
    ("kind", "what kind of page it says it is"),
    ("licence", "the licence's address or name"),
    ("tags", "its tags, with `; ` between them"),
    ("words", "how many words the text has"),
  ]

  /// The fields that rows of that origin offer; nil where only the page tells, as for items and described things.
  package static func fields(of origin: String) -> [String]? {
    if origin == pageName { return pageFields.map(\.name) }
    return OriginRegistry.kind(named: origin).map { ($0.fields + $0.commonFields).map(\.name) }
  }

  /// A page's things of that name, in the order of the page.
  static func all(named name: String, on page: ReadPage) -> [Origin] {
    if let rows = page.rows {
      guard name == page.page.provenance.source else { return [] }
      return rows.rows.rows.indices.map { .row(DataFileRow(rows: rows, place: $0)) }
    }
    if name == pageName { return [.page] }
    if let kind = OriginRegistry.kind(named: name) {
      return kind.parts(of: page).enumerated().map { .part($1, place: $0) }
    }
    if name.hasPrefix(dataPrefix) {
      return DescribedThing.all(of: String(name.dropFirst(dataPrefix.count)), on: page).map(Origin.thing)
    }
    return page.page.items.filter { $0.name == name }.map(Origin.item)
  }

  /// What a field says, nil where it says nothing.
  func field(_ name: String, on page: ReadPage) -> String? {
    if name.hasPrefix(Origin.pagePrefix) {
      return Origin.field(String(name.dropFirst(Origin.pagePrefix.count)), of: page)
    }
    switch self {
    case .page: return Origin.field(name, of: page)
    case .part(let part, let place): return part.fields[name] ?? Origin.place(name, part.range, place, page)
    case .item(let item): return item.fields[name] ?? (name == "text" ? item.text : nil)
    case .thing(let thing): return thing.field(name)
    case .row(let row): return row.field(name)
    }
  }

  private static func place(_ name: String, _ range: Range<Int>?, _ place: Int, _ page: ReadPage) -> String? {
    switch name {
    case "position": String(place + 1)
    case "start": range.map { String(page.characters(before: $0.lowerBound)) }
    case "end": range.map { String(page.characters(before: $0.upperBound)) }
    default: nil
    }
  }

  private static func field(_ name: String, of read: ReadPage) -> String? {
    let page = read.page
    switch name {
    case "id": return page.id
    case "title": return page.title
    case "text": return String(decoding: read.text, as: UTF8.self)
    case "url": return page.canonicalAddress ?? page.webAddress?.href
    case "address": return page.provenance.address
    case "authors": return joined(page.authors)
    case "published": return page.date(.published)
    case "modified": return page.date(.modified)
    case "language": return page.language
    case "description": return page.description
    case "site": return page.siteName?.value
    case "image": return page.image?.value
    case "kind": return page.kind?.value
    case "licence": return page.licence?.value
    case "tags": return joined(page.tags)
    case "words": return String(wordCount(String(decoding: read.text, as: UTF8.self)))
    default: return nil
    }
  }

  private static func joined(_ values: [Page.Found]) -> String? {
    values.isEmpty ? nil : values.map(\.value).joined(separator: "; ")
  }

  /// The text that names a row where nothing else does.
  func identifyingText(on page: ReadPage) -> String {
    switch self {
    case .page: ""
    case .part(let part, _): part.range.map(page.string) ?? part.identity
    case .item(let item): item.text
    case .thing(let thing): thing.json
    case .row(let row): row.identity
    }
  }
}

extension Page {
  /// The address it was read from, where that is one of the web and not a file's name.
  var webAddress: Address? {
    Address(parsing: provenance.address).flatMap { $0.isFetchable ? $0 : nil }
  }

  /// The first date of that role, as written.
  func date(_ role: WrittenDate.Role) -> String? { dates.first { $0.role == role }?.text }
}
