import Foundation
import Values

/// Scores the repair of text over `encoding/mojibake_ftfy.jsonl`: a score for each of its sets.
///
/// What must stay is right when it stays. Of the sets `known-failures` is beyond what the yardstick does itself.
package func scoreTexts(_ root: String) throws -> [Score] {
  let rows = try textCases("\(root)/encoding/mojibake_ftfy.jsonl")
  var names: [String] = []
  for row in rows where !names.contains(row.set) { names.append(row.set) }
  return names.map { name in
    var score = Score("text \(name)")
    for row in rows where row.set == name {
      let read = repairedText(row.original).text
      score.count(plain(read, of: name), truth: plain(row.fixedEncoding ?? row.fixed, of: name), written: row.original)
    }
    return score
  }
}

private struct TextCase: Decodable {
  var set, original, fixed: String
  /// What is true where quotation marks and what else the source changes are left as they are.
  var fixedEncoding: String?

  private enum CodingKeys: String, CodingKey {
    case set, original, fixed
    case fixedEncoding = "fixed_encoding"
  }
}

private func textCases(_ path: String) throws -> [TextCase] {
  try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
    try JSONDecoder().decode(TextCase.self, from: Data($0.utf8))
  }
}

/// For the set whose truths have straight quotation marks alone, the text with straight ones.
private func plain(_ text: String, of set: String) -> String {
  guard set == "known-failures" else { return text }
  return String(text.map { "“”".contains($0) ? "\"" : "‘’".contains($0) ? "'" : $0 })
}
