package import Records

/// A moment.
package enum TimestampColumn: ColumnType {
  package static let name = "timestamp"
  package static let meaning = """
    A date-time in ISO 8601 with an offset or Z, given in UTC to the second; without an offset it can't be known \
    which moment is meant, and the value is null.
    """
  package static let example = (written: "2026-03-01 11:00+01:00", becomes: "2026-03-01T10:00:00Z")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .text)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    guard let (date, time) = readISO(written), let month = date.month, let day = date.day, let time else {
      return nil
    }
    guard let offset = time.offset else {
      return Reading([.null], by: "timestamp.iso-without-offset", flag: .ambiguous)
    }
    let moment = Timestamp(year: date.year, month: month, day: day, secondOfDay: time.second - offset)
      .description
    // An offset may lead out of the years that are written with four digits.
    guard Timestamp(iso: moment) != nil else { return nil }
    return Reading([.text(moment)], by: "timestamp.iso")
  }
}
