import Dedupe
import Records
import Store

/// Two records of one table side by side.
struct PairReading {
  private let rule: DedupeRule
  private let first: StoredRow
  private let second: StoredRow

  init(_ rule: DedupeRule, _ first: StoredRow, _ second: StoredRow) {
    self.rule = rule
    self.first = first
    self.second = second
  }

  /// At most so many runs of differing words are shown.
  private static let shownRuns = 12

  /// How alike two texts are, and the words in which they differ.
  func lines(_ near: NearRule, partner: String) -> [String] {
    let explanation = explanation(near)
    let columns = near.columns.joined(separator: ", ")
    var lines = [
      "\(columns): shares \(share(explanation.shingles.jaccard)) of its runs of \(near.text.shingleWords) words with "
        + "\(partner), \(share(explanation.shingles.containment)) of the shorter text"
    ]
    let runs = explanation.difference.runs.filter { $0.side != .both }
    for run in runs.prefix(Self.shownRuns) {
      lines.append("  \(run.side == .first ? "only here " : "only there")  \(shortened(run.words))")
    }
    if runs.count > Self.shownRuns { lines.append("  and \(runs.count - Self.shownRuns) more places") }
    if runs.isEmpty { lines.append("  no word differs") }
    return lines
  }

  /// How alike the texts of a rule are.
  func explanation(_ near: NearRule) -> NearTextExplanation {
    NearTextExplanation(
      nearText(near.columns.map { first[$0] }), nearText(near.columns.map { second[$0] }), near.text)
  }

  /// One field of a linkage, with both values.
  func line(_ field: String, _ level: String, _ weight: Double) -> String {
    var line = "  \(signed(weight))  \(field)"
    if !level.isEmpty { line += ": \(level)" }
    if first.names.contains(field) { line += " (\(shown(first[field])) / \(shown(second[field])))" }
    return line
  }

  /// The columns that keep the two apart, with both values.
  var vetoes: [String] { differing(rule.differs) }

  /// Those of the columns in which the two differ, with both values.
  func differing(_ columns: [String]) -> [String] {
    columns.filter { !areEqual(first[$0], second[$0]) }.map {
      "\($0) differs (\(shown(first[$0])) / \(shown(second[$0])))"
    }
  }

  /// Whether both have a value in one of the columns.
  func areComparable(_ columns: [String]) -> Bool {
    [first, second].allSatisfy { row in columns.contains { comparable(row[$0]) != nil } }
  }

  private func shown(_ value: Value) -> String { comparedText(value).map { "\"\(shortened($0))\"" } ?? "nothing" }

  private func shortened(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count > 80 ? line.prefix(80) + "…" : line
  }
}
