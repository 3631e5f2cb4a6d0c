import Foundation
import Values

/// Scores the detection of languages: over the texts of `encoding/files.jsonl`, a score for each size in bytes, and
/// over the sentences of `dates/strings.jsonl`, eight of a language in a paragraph.
///
/// An answer is right by its language; its script only where the truth names one and the answer does too.
package func scoreLanguages(_ root: String) throws -> [Score] {
  let files: [FileCase] = try languageCases("\(root)/encoding/files.jsonl").filter { $0.mode == "text" }
  var scores = Set(files.map(\.bytes)).sorted().map { size in
    var score = Score("language of \(size) bytes")
    for file in files where file.bytes == size { score.count(file.text, truth: file.lang) }
    return score
  }
  scores.append(try scoreParagraphs(root))
  return scores
}

private struct FileCase: Decodable {
  var lang, mode, text: String
  var bytes: Int
}

private struct SentenceCase: Decodable {
  var lang, sentence: String?
}

private func languageCases<Case: Decodable>(_ path: String) throws -> [Case] {
  try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
    try JSONDecoder().decode(Case.self, from: Data($0.utf8))
  }
}

private func scoreParagraphs(_ root: String) throws -> Score {
  var sentences: [String: [String]] = [:]
  for row: SentenceCase in try languageCases("\(root)/dates/strings.jsonl") {
    guard let language = row.lang, let sentence = row.sentence else { continue }
    if sentences[language]?.contains(sentence) != true { sentences[language, default: []].append(sentence) }
  }
  var score = Score("language of paragraphs")
  for (language, all) in sentences.sorted(by: { $0.key < $1.key }) {
    // What is left over stands with the last eight.
    for start in stride(from: 0, to: max(1, all.count - 7), by: 8) {
      let isLast = start + 16 > all.count
      score.count(all[start...].prefix(isLast ? 15 : 8).joined(separator: " "), truth: language)
    }
  }
  return score
}

extension Score {
  fileprivate mutating func count(_ text: String, truth: String) {
    let truth = truth.replacing("_", with: "-")
    let read = detectLanguage(text)?.tag
    // One of two tags may leave out the script.
    let isSame = read.map { $0 == truth || language($0) == truth || $0 == language(truth) } ?? false
    count(isSame ? truth : read, truth: truth, written: String(text.prefix(80)))
  }

  private func language(_ tag: String) -> String { String(tag.prefix { $0 != "-" }) }
}
