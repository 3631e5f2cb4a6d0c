package import Records
import Values

/// A calendar date, as precise as it was written.
package enum DateColumn: ColumnType {
  package static let name = "date"
  package static let meaning = """
    A date as pages write it, in the words of some 60 languages, given as ISO 8601 to the precision that is known, \
    which `c_precision` tells (year, month or day). 3/4/2026 is null unless the locale tells which is the month; \
    "yesterday" and days without a year count from the page's own date, else from when it was fetched.
    """
  package static let example = (written: "1 March 2026, 23:30", becomes: "2026-03-01, day")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [
      .init(name, .text, form: .date),
      .init("\(name)_precision", .text, "How much of the date is known: `year`, `month` or `day`."),
    ]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    guard let reading = readDate(written, in: context.dates) else { return nil }
    if reading.isAmbiguous, reading.date == nil { return Reading([.null, .null], by: reading.rule, flag: .ambiguous) }
    guard reading.kind == .date || reading.kind == .about, reading.others.isEmpty, let date = reading.date else {
      return nil
    }
    let isInferred = reading.isInferred || reading.kind == .about
    return Reading(
      [.text(date.description), .text(date.precision.rawValue)], by: reading.rule, flag: isInferred ? .inferred : nil)
  }
}

extension ReadingContext {
  /// What the readers of dates are told.
  var dates: DateContext {
    DateContext(locale: locale, reference: reference.flatMap { DateTime(unixSeconds: $0.seconds) })
  }
}
