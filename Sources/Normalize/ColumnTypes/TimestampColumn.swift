package import Records
import Values

/// A moment.
package enum TimestampColumn: ColumnType {
  package static let name = "timestamp"
  package static let meaning = """
    A date with a time and an offset or time zone, given in UTC to the second; without an offset it can't be known \
    which moment is meant, and the value is null.
    """
  package static let example = (written: "2026-03-01 11:00+01:00", becomes: "2026-03-01T10:00:00Z")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .text, form: .timestamp)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    switch readTimestamp(written, in: context.dates) {
    case .moment(let seconds, let rule)?:
      let moment = Timestamp(seconds: seconds).description
      // An offset may lead out of the years that are written with four digits.
      guard Timestamp(iso: moment) != nil else { return nil }
      return Reading([.text(moment)], by: rule)
    case .local(_, let rule)?: return Reading([.null], by: rule, flag: .ambiguous)
    case nil: return nil
    }
  }
}
