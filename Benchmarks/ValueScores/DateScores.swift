import Foundation
import Values

/// How well dates are read: forms with a year in many languages, relative forms, those of CLDR's locales with the locale
/// and without, forms of web pages, those that must be refused, and `Retry-After`.
///
/// - Parameter root: the folder of test data; the cases stand in its `dates`.
/// - Throws: where a file isn't there.
package func scoreDates(_ root: String) throws -> [Score] {
  let folder = root + "/dates/"
  return try scoreStrings(cases(folder + "strings.jsonl")) + scoreCLDR(cases(folder + "cldr.jsonl"))
    + scoreWebForms(cases(folder + "web_own.jsonl")) + [scoreRetryAfter(cases(folder + "retry_after_own.jsonl"))]
}

private typealias Case = [String: Any]

private func cases(_ path: String) throws -> [Case] {
  try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap {
    try JSONSerialization.jsonObject(with: Data($0.utf8)) as? Case
  }
}

private func reference(_ row: Case) -> DateTime? {
  guard let text = row["ref"] as? String, let read = readISODate(String(text.prefix(19))) else { return nil }
  return DateTime(date: read.date, time: CivilTime(second: read.time?.second ?? 0, offset: 0))
}

/// Rows with a year in the text, then the others.
private func scoreStrings(_ rows: [Case]) -> [Score] {
  var absolute = Score("dates: absolute")
  var relative = Score("dates: relative")
  for row in rows {
    guard let text = row["text"] as? String, let expected = row["expected"] as? String else { continue }
    let isAbsolute = row["absolute"] as? Bool ?? false
    if !isAbsolute, row["ref"] is NSNull { continue }
    let accepted = [expected, row["expected_past"] as? String].compactMap { $0 }
    let context = DateContext(
      locale: row["lang"] as? String, reference: reference(row), prefersPast: row["source"] as? String == "recognizers")
    let read = readDate(text, in: context).flatMap { written($0, like: expected) }
    let truth: String? = expected.hasPrefix("0001") ? nil : accepted.contains(read ?? "") ? read : expected
    if isAbsolute {
      absolute.count(read, truth: truth, written: "[\(row["lang"] ?? "")] \(text)")
    } else {
      relative.count(read, truth: truth, written: "[\(row["lang"] ?? "")] \(text)")
    }
  }
  return [absolute, relative]
}

/// The date and, where the truth has one that isn't midnight, the time.
private func written(_ reading: DateReading, like expected: String) -> String? {
  guard let date = reading.date else { return nil }
  guard expected.utf8.count > 10 else { return date.description }
  guard let time = reading.time else { return expected.hasPrefix(date.description) ? expected : date.description }
  let clock = CivilTime(second: time.second).description
  return "\(date)T\(expected.contains(clock) ? String(expected.dropFirst(11)) : clock)"
}

private func scoreCLDR(_ rows: [Case]) -> [Score] {
  var long = Score("dates: CLDR full, long, medium")
  var bare = Score("dates: CLDR full, long, medium, no locale")
  var short = Score("dates: CLDR short")
  var open = Score("dates: CLDR short, no locale")
  for row in rows {
    guard let text = row["text"] as? String, let locale = row["locale"] as? String,
      let truth = row["expected"] as? String
    else { continue }
    let tag = locale.replacingOccurrences(of: "_", with: "-")
    let read = readDate(text, in: DateContext(locale: tag))?.date?.description
    let alone = readDate(text, in: DateContext())
    if row["format"] as? String == "short" {
      short.count(read, truth: truth, written: "[\(locale)] \(text)")
      // Ambiguous is as right as the date: no locale tells.
      let answer = alone?.isAmbiguous == true ? truth : alone?.date?.description
      open.count(answer, truth: truth, written: "[\(locale)] \(text)")
    } else {
      long.count(read, truth: truth, written: "[\(locale)] \(text)")
      bare.count(alone?.date?.description, truth: truth, written: "[\(locale)] \(text)")
    }
  }
  return [long, bare, short, open]
}

private func scoreWebForms(_ rows: [Case]) -> [Score] {
  var valid = Score("dates: web forms")
  var refused = Score("dates: web forms to refuse")
  for row in rows {
    guard let text = row["text"] as? String else { continue }
    let reading = readDate(text, in: DateContext(reference: reference(row)))
    let precision = row["precision"] as? String ?? ""
    guard let expected = row["expected"] as? String else {
      refused.count(reading.map { $0.date?.description ?? "ambiguous" }, truth: nil, written: text)
      continue
    }
    let read = reading.map { answer($0, precision, expected) }
    let truths = expected.split(separator: "|").map(String.init)
    valid.count(read, truth: truths.contains(read ?? "") ? read : expected, written: text)
  }
  return [valid, refused]
}

/// A reading in the words of the cases.
private func answer(_ reading: DateReading, _ precision: String, _ expected: String) -> String {
  if reading.localTime == .repeated { return "ambiguous-local" }
  if reading.isAmbiguous { return "ambiguous" }
  guard let date = reading.date else { return "nothing" }
  if reading.localTime == .skipped { return "nonexistent-local" }
  if !reading.others.isEmpty { return ([date] + reading.others).map(\.description).joined(separator: ";") }
  if reading.kind == .notAfter { return "<=\(date)" }
  if let end = reading.end { return "\(date)/\(end)" }
  guard expected.utf8.count > 10 else { return date.description }
  if let seconds = reading.unixSeconds, expected.hasSuffix("Z") { return iso(seconds) }
  return reading.time.map { "\(date)T\($0)" } ?? date.description
}

private func iso(_ seconds: Int64) -> String { DateTime(unixSeconds: seconds)?.description ?? "" }

private func scoreRetryAfter(_ rows: [Case]) -> Score {
  var score = Score("dates: Retry-After")
  let cap: Int64 = 86_400
  for row in rows {
    guard let header = row["header"] as? String, let now = row["now"] as? String, let read = readISODate(now),
      let time = read.time, let seconds = DateTime(date: read.date, time: time).unixSeconds
    else { continue }
    let answer = readRetryAfter(header, now: seconds, cap: cap).map { "\($0)" }
    let truth = (row["seconds"] as? Int).map { "\($0)" } ?? (row["seconds"] is String ? "\(cap)" : nil)
    score.count(answer, truth: truth, written: header)
  }
  return score
}
