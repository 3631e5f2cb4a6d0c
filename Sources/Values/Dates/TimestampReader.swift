/// Reads a moment: a date with a time and a distance from UTC.
package enum TimestampReading: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, and the rule that read them.
  case moment(Int64, rule: String)
  /// A date and a time that are the clock's of some place; which moment is meant isn't known.
  case local(DateTime, rule: String)
}

/// Reads a date with a time as pages write it.
///
/// - Returns: nil where the text isn't one date with a time.
package func readTimestamp(_ text: String, in context: DateContext) -> TimestampReading? {
  guard let reading = readDate(text, in: context), reading.kind == .date, let date = reading.date, date.day != nil,
    let time = reading.time, reading.others.isEmpty
  else { return nil }
  if let seconds = reading.unixSeconds { return .moment(seconds, rule: reading.rule) }
  return .local(DateTime(date: date, time: time), rule: reading.rule)
}
