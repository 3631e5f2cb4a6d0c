package import Records
import WebAddress

/// A web address.
package enum URLColumn: ColumnType {
  package static let name = "url"
  package static let meaning = """
    An address as the URL standard parses it, relative to the page's own where it isn't absolute, in the form in \
    which equal addresses are equal: without tracking parameters and fragment.
    """
  package static let example = (
    written: "https://Shop.example/tea?utm_source=mail#top", becomes: "https://shop.example/tea"
  )

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .text)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    if let address = Address(parsing: written) { return reading(of: address, by: "url.absolute") }
    guard let base = context.base, let address = Address(parsing: written, base: base) else { return nil }
    return reading(of: address, by: "url.relative")
  }

  private static func reading(of address: Address, by rule: String) -> Reading {
    Reading(CellValues(.text(address.canonical.href)), by: rule)
  }
}
