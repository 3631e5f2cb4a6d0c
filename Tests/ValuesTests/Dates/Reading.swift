import Values

/// Sunday, 1 March 2026, half past nine in the morning, UTC.
let sunday = DateTime(unixSeconds: 1_772_357_400)

/// What a text is read as: the date, its time, `..` and a range's end, further dates, and marks of doubt.
func outcome(_ text: String, locale: String? = nil, reference: DateTime? = nil, prefersPast: Bool = true) -> String {
  let context = DateContext(locale: locale, reference: reference, prefersPast: prefersPast)
  guard let reading = readDate(text, in: context) else { return "nothing" }
  if reading.isAmbiguous { return "ambiguous" }
  var words = [reading.date.map { "\($0)" } ?? "?", reading.time.map { "\($0)" }].compactMap { $0 }
  if reading.kind == .range { words.append("..") }
  words += [reading.end.map { "\($0)" }, reading.endTime.map { "\($0)" }].compactMap { $0 }
  words += reading.others.map { "\($0)" }
  if reading.kind != .range, reading.kind != .date { words.append(reading.kind.rawValue) }
  if reading.isInferred { words.append("inferred") }
  return words.joined(separator: " ")
}
