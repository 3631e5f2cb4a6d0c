package import Records

/// A calendar date, as precise as it was written.
package enum DateColumn: ColumnType {
  package static let name = "date"
  package static let meaning = """
    A date in ISO 8601: a year, a month or a day, or a date-time whose day is taken as it stands; what is not known \
    is left out, and `c_precision` says year, month or day.
    """
  package static let example = (written: "2026-03-01T23:30:00-05:00", becomes: "2026-03-01, day")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .text), .init("\(name)_precision", .text)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    guard let (date, time) = readISO(written) else { return nil }
    return Reading(
      [.text(date.description), .text(date.precision)], by: time == nil ? "date.iso" : "date.iso-datetime")
  }
}
