/// What a text says of a date.
package struct DateReading: Hashable, Sendable {
  /// The date, or a range's first; nil where the text is ambiguous, or where only the range's end is known.
  package var date: CivilDate?
  /// The time of day at that date, where one is written.
  package var time: CivilTime?
  /// A range's last date; nil where the text tells of one date or the range is open.
  package var end: CivilDate?
  /// The time of day at the end, where one is written.
  package var endTime: CivilTime?
  /// Further dates of a list.
  package var others: [CivilDate] = []
  /// What the date is.
  package var kind = Kind.date
  /// The rule that read it, such as `date.iso`.
  package var rule: String
  /// Whether several dates can be meant, then there is none; or a time that the named zone's clocks showed twice.
  package var isAmbiguous = false
  /// Whether a part isn't written but follows from the reference or from a convention, such as a century.
  package var isInferred = false

  /// Whether clocks in the place that the text names showed the time once, never or twice on that day.
  package var localTime = LocalTime.single

  /// How often a clock shows a time on a day.
  package enum LocalTime: String, Sendable { case single, skipped, repeated }

  /// What a date is.
  package enum Kind: String, Sendable {
    /// A date.
    case date
    /// From the date to the end; without an end it goes on.
    case range
    /// The date or any before it.
    case notAfter
    /// The date or any after it.
    case notBefore
    /// About that time.
    case about
  }

  init(_ date: CivilDate?, rule: String) { (self.date, self.rule) = (date, rule) }

  /// A text that can mean several dates.
  static func ambiguous(rule: String) -> DateReading {
    var reading = DateReading(nil, rule: rule)
    reading.isAmbiguous = true
    return reading
  }

  /// Seconds since 1970-01-01T00:00:00Z of the date and its time; nil where a day, a time or its distance from UTC isn't
  /// known.
  package var unixSeconds: Int64? {
    guard let date, let time else { return nil }
    return DateTime(date: date, time: time).unixSeconds
  }
}
