package import Records
import Values

/// A place, and how one takes part there.
package enum LocationColumn: ColumnType {
  package static let name = "location"
  package static let meaning = """
    A place in `c_country` (ISO 3166-1, two letters), `c_region` (the part of ISO 3166-2 behind the country) and \
    `c_city`, and in `c_mode` how one takes part: remote, hybrid or multiple (several places). "Cambridge" alone has \
    no country, as several are as likely; "Dublin" alone is taken for the one that is far larger than all others, \
    and flagged `inferred`. Names after GeoNames (geonames.org, CC BY 4.0).
    """
  package static let example = (written: "Boston, MA, USA (hybrid)", becomes: "US, MA, Boston, hybrid")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [
      .init("\(name)_country", .text, "The country's two letters in ISO 3166-1."),
      .init("\(name)_region", .text, "The part of ISO 3166-2 behind the country."),
      .init("\(name)_city", .text, "The town."),
      .init("\(name)_mode", .text, "How one takes part: `remote`, `hybrid` or `multiple` (several places)."),
    ]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    guard let reading = readPlace(written, locale: context.locale) else { return nil }
    let place = reading.place
    let parts = [place.country, place.region, place.city, reading.mode?.rawValue]
    return Reading(
      CellValues(parts.map { $0.map(Value.text) ?? .null }), by: "location.\(reading.rule)",
      flag: reading.isAmbiguous ? .ambiguous : reading.isInferred ? .inferred : nil)
  }
}
