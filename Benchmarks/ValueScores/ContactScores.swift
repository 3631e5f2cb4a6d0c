import Foundation
import Values

/// How well personal data is found in running text: the set `pii` below a folder of test data.
///
/// Each span of the truth is a case, and so is each span that is found without being true; a line without either counts as one
/// right case. The kinds are scored apart, and all together as `personal data`.
package func scoreContacts(_ root: String) throws -> [Score] {
  let data = try Data(contentsOf: URL(fileURLWithPath: "\(root)/pii/sequences.jsonl"))
  let cases = try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(SpanCase.self, from: $0) }
  var all = Score("personal data")
  var scores: [Score] = []
  for kind in ["email", "phonenumber", "url", "ipaddress", "guid"] {
    var score = Score("personal data \(kind)")
    for item in cases where item.kind == kind { count(item, &score) }
    all.right += score.right
    all.wrong += score.wrong
    all.none += score.none
    all.misses += score.misses
    scores.append(score)
  }
  return [all] + scores
}

private struct SpanCase: Decodable {
  var kind: String
  var text: String
  var spans: [String]
}

private let kinds: [String: PersonalDataKind] = [
  "email": .email, "phonenumber": .phone, "url": .url, "ipaddress": .ipAddress, "guid": .guid,
]

/// Counts the spans of a case, in order and without regard to capitals.
private func count(_ item: SpanCase, _ score: inout Score) {
  let utf8 = Array(item.text.utf8)
  var found = findPersonalData(in: utf8).filter { $0.kind == kinds[item.kind] }
    .map { String(decoding: utf8[$0.range], as: UTF8.self).lowercased() }
  if found.isEmpty && item.spans.isEmpty { score.right += 1 }
  for span in item.spans.map({ $0.lowercased() }) {
    let index = found.firstIndex(of: span)
    score.count(index == nil ? nil : span, truth: span, written: item.text)
    if let index { found.remove(at: index) }
  }
  for span in found { score.count(span, truth: nil, written: item.text) }
}
