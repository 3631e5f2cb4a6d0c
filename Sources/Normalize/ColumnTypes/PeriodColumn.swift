package import Records
import Values

/// A time from one date to another.
package enum PeriodColumn: ColumnType {
  package static let name = "period"
  package static let meaning = """
    A time from `c_start` to `c_end`, both ISO 8601 to the precision that was written; the same date twice for a single \
    one, null for an open end.
    """
  package static let example = (written: "1 to 3 March 2026", becomes: "2026-03-01, 2026-03-03")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [
      .init("\(name)_start", .text, "The first day, month or year; empty for an open end.", form: .date),
      .init("\(name)_end", .text, "The last day, month or year; empty for an open end.", form: .date),
    ]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    guard let reading = readDate(written, in: context.dates), reading.others.isEmpty else { return nil }
    if reading.isAmbiguous, reading.date == nil { return Reading([.null, .null], by: reading.rule, flag: .ambiguous) }
    func text(_ date: CivilDate?) -> Value { date.map { .text($0.description) } ?? .null }
    let values: CellValues =
      switch reading.kind {
      case .date, .about: [text(reading.date), text(reading.end ?? reading.date)]
      case .range: [text(reading.date), text(reading.end)]
      case .notAfter: [.null, text(reading.date)]
      case .notBefore: [text(reading.date), .null]
      }
    return Reading(values, by: reading.rule, flag: reading.isInferred || reading.kind == .about ? .inferred : nil)
  }
}
