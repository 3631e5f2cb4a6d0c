/// Reads a date and a time with the name of a zone behind it: `2026-03-01T10:00 America/New_York`.
///
/// - Returns: nil where there is no such name, or what stands before it is no date with a time. A time that the zone's
///   clocks skip or show twice keeps no distance from UTC.
func readZonedDate(_ text: String, in context: DateContext) -> DateReading? {
  guard let space = text.utf8.lastIndex(of: 0x20) else { return nil }
  var name = text[text.utf8.index(after: space)...]
  if name.hasPrefix("("), name.hasSuffix(")") { name = name.dropFirst().dropLast() }
  guard name.utf8.contains(UInt8(ascii: "/")), (name.utf8.first ?? 0) &- 65 < 26, let rule = ZoneRule(zone: name),
    var reading = readDate(String(text[..<space]), in: context), reading.kind == .date, let date = reading.date,
    date.day != nil, let time = reading.time, time.offset == nil, reading.others.isEmpty
  else { return nil }
  guard let offsets = rule.offsets(at: DateTime(date: date, time: time)) else { return reading }
  switch offsets.count {
  case 0: reading.localTime = .skipped
  case 1: reading.time?.offset = offsets[0]
  default:
    reading.localTime = .repeated
    reading.isAmbiguous = true
  }
  return reading
}
