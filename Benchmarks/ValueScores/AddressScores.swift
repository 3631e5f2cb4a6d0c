import Foundation
import WebAddress

/// Scores addresses over `url/`: the web platform tests' parsing and domains, and the project's own canonical forms.
///
/// A refusal that should be one is right. No address policy stands behind the forms, so `ssrf_own.jsonl` isn't
/// scored.
package func scoreAddresses(_ root: String) throws -> [Score] {
  [
    try scoreParsing("\(root)/url/wpt_urltestdata.jsonl"),
    try scoreDomains("\(root)/url/wpt_toascii.jsonl", "address domains"),
    try scoreDomains("\(root)/url/wpt_idna_sample.jsonl", "address domains of IDNA"),
    try scoreCanonicalForms("\(root)/url/canonical_own.jsonl"),
  ]
}

private struct AddressCase: Decodable {
  var input: String
  var base, href, output, canonical: String?
}

private func addressCases(_ path: String) throws -> [AddressCase] {
  try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
    try JSONDecoder().decode(AddressCase.self, from: Data(withoutLoneSurrogates(String($0)).utf8))
  }
}

/// JSON with each escaped surrogate that has no partner as U+FFFD, as the URL standard reads it; no Swift text holds
/// one.
private func withoutLoneSurrogates(_ json: String) -> String {
  var parts = json.components(separatedBy: "\\u")
  var place = 1
  while place < parts.count {
    let beginsPair = parts[place].utf8.count == 4 && isSurrogate(parts[place], "d8", "db")
    if beginsPair, place + 1 < parts.count, isSurrogate(parts[place + 1], "dc", "df") {
      place += 2
      continue
    }
    if isSurrogate(parts[place], "d8", "df") { parts[place].replaceSubrange(..<fourth(parts[place]), with: "fffd") }
    place += 1
  }
  return parts.joined(separator: "\\u")
}

private func fourth(_ text: String) -> String.Index { text.index(text.startIndex, offsetBy: 4) }

/// Whether an escape begins with two hexadecimal digits between the given ones.
private func isSurrogate(_ escape: String, _ first: String, _ last: String) -> Bool {
  let digits = escape.prefix(2).lowercased()
  return escape.utf8.count >= 4 && digits >= first && digits <= last
}

private func scoreParsing(_ path: String) throws -> Score {
  var score = Score("address parsing")
  for row in try addressCases(path) {
    let base = row.base.flatMap { Address(parsing: $0) }
    let address = row.base != nil && base == nil ? nil : Address(parsing: row.input, base: base)
    score.count(address?.href, truth: row.href, written: "\(row.input.debugDescription) on \(row.base ?? "nothing")")
  }
  return score
}

private func scoreDomains(_ path: String, _ name: String) throws -> Score {
  var score = Score(name)
  for row in try addressCases(path) {
    let host = Address(parsing: "https://\(row.input)/x")?.host
    score.count(host, truth: row.output, written: row.input.debugDescription)
  }
  return score
}

private func scoreCanonicalForms(_ path: String) throws -> Score {
  var score = Score("address canonical form")
  for row in try addressCases(path) {
    let address = Address(parsing: row.input)
    score.count(
      address?.isFetchable == true ? address?.canonical.href : nil, truth: row.canonical, written: row.input)
  }
  return score
}
