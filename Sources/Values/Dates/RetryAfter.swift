/// How long a server asks to wait, by its `Retry-After` header (RFC 9110, section 10.2.3): seconds, or a date in one of
/// HTTP's three forms.
///
/// - Parameters:
///   - header: the header's value.
///   - now: seconds since 1970-01-01T00:00:00Z.
///   - cap: the longest wait in seconds.
/// - Returns: seconds from 0 to the cap; nil where the value is neither form.
package func readRetryAfter(_ header: String, now: Int64, cap: Int64) -> Int64? {
  let value = header.utf8.drop { $0 == 0x20 || $0 == 0x09 }
  let trimmed = value.prefix(value.count - value.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count)
  guard let first = trimmed.first else { return nil }
  if first &- 48 < 10, trimmed.allSatisfy({ $0 &- 48 < 10 }) {
    // So many seconds that they don't fit are over any cap.
    return min(cap, Int64(Substring(trimmed)) ?? cap)
  }
  // RFC 9110, section 5.6.7: all forms begin with the day's name; a short year over 50 years ahead is past.
  guard first | 0x20 &- 97 < 26, let reference = DateTime(unixSeconds: now) else { return nil }
  let context = DateContext(reference: reference)
  guard let reading = readDate(String(Substring(trimmed)), in: context), reading.kind == .date, let date = reading.date,
    date.day != nil, var time = reading.time, reading.rule == "date.day-month"
  else { return nil }
  time.offset = time.offset ?? 0
  guard let seconds = DateTime(date: date, time: time).unixSeconds else { return nil }
  return max(0, min(cap, seconds - now))
}
