package import Records
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

  /// What a field of rows of that origin is, as a sentence; nil where only the page tells, as for items.
  package static func meaning(of field: String, in origin: String) -> String? {
    let kind = OriginRegistry.kind(named: origin)
    let fields = origin == pageName ? pageFields : kind.map { $0.fields + $0.commonFields } ?? []
    guard let meaning = fields.first(where: { $0.name == field })?.meaning else { return nil }
    return "\(meaning.prefix(1).uppercased())\(meaning.dropFirst())."
  }

  /// A page's things of that name, in the order of the page.
  static func all(_ name: OriginName, on page: ReadPage) -> [Origin] {
    if let rows = page.rows {
      // A data file has nothing but its rows, under its source's name.
      guard name.isName(ofSource: page.page.provenance.source) else { return [] }
      return rows.rows.rows.indices.map { .row(DataFileRow(rows: rows, place: $0)) }
    }
    return switch name {
    case .page: [.page]
    case .part(let kind): kind.parts(of: page).enumerated().map { .part($1, place: $0) }
    case .thing(let type): DescribedThing.all(of: type, on: page).map(Origin.thing)
    case .item(let name): page.page.items.filter { $0.name == name }.map(Origin.item)
    }
  }

  /// What a field says, nil where it says nothing.
  func field(_ name: String, on page: ReadPage) -> String? { field(FieldName(name), on: page) }

  /// What a field says, nil where it says nothing.
  func field(_ field: FieldName, on page: ReadPage) -> String? {
    if let name = field.ofPage { return Origin.field(name, of: page) }
    let name = field.written
    switch self {
    case .page: return Origin.field(name, of: page)
    case .part(let part, _): return part.fields[name] ?? number(field, on: page).map { String($0) }
    case .item(let item):
      return item.fields[name] ?? (name == "text" ? item.text : source(name, of: item.fields["title"]))
    case .thing(let thing):
      return thing.field(name) ?? source(name, of: thing.field("title") ?? thing.field("name"))
    case .row(let row): return row.field(name)
    }
  }

  /// Where the title of an item or a described thing comes from: it is never inferred.
  private func source(_ name: String, of title: String?) -> String? {
    name == "title_source" && title?.isEmpty == false ? "stated" : nil
  }

  /// What a field says that tells a part's place.
  func number(_ field: FieldName, on page: ReadPage) -> Int? {
    guard let wanted = field.place, case .part(let part, let place) = self else { return nil }
    switch wanted {
    case .position: return place + 1
    case .start: return part.range.map { page.characters(before: $0.lowerBound) }
    case .end: return part.range.map { page.characters(before: $0.upperBound) }
    }
  }

  private static func field(_ name: String, of read: ReadPage) -> String? {
    let page = read.page
    switch name {
    case "id": return page.id
    case "title": return page.title
    case "text": return read.whole
    case "url": return page.canonicalAddress ?? read.webAddress?.href
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
    case "words": return String(read.words(in: 0..<read.blocks.count))
    default: return nil
    }
  }

  private static func joined(_ values: [Page.Found]) -> String? {
    values.isEmpty ? nil : values.map(\.value).joined(separator: "; ")
  }
}

/// What a table's rows are made of, as its `from` names it.
enum OriginName: Sendable {
  case page
  case part(any OriginKind.Type)
  /// Things of a type that pages describe for machines.
  case thing(String)
  /// Items of a name.
  case item(String)

  init(_ name: String) {
    if name == Origin.pageName {
      self = .page
    } else if let kind = OriginRegistry.kind(named: name) {
      self = .part(kind)
    } else if name.hasPrefix(Origin.dataPrefix) {
      self = .thing(String(name.dropFirst(Origin.dataPrefix.count)))
    } else {
      self = .item(name)
    }
  }

  /// Whether it is that source's name too, which may be called like a kind of part.
  func isName(ofSource source: String) -> Bool {
    switch self {
    case .page: source == Origin.pageName
    case .part(let kind): source == kind.name
    case .thing: false
    case .item(let name): source == name
    }
  }
}

extension Page {
  /// The first date of that role, as written.
  func date(_ role: WrittenDate.Role) -> String? { dates.first { $0.role == role }?.text }
}
