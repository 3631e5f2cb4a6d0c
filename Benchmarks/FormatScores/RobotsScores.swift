import Formats
import JSONText

/// How many of the addresses of `robots/match.jsonl` are allowed and refused as Google's matcher and the case's own
/// library both have it.
///
/// - Parameter root: the folder of test data.
/// - Throws: where the file isn't there.
package func scoreRobots(_ root: String) throws -> (right: Int, of: Int) {
  let agreed = try cases(root + "/robots/match.jsonl").filter { $0["google_agrees"] == .boolean(true) }
  return score(agreed) { row in
    guard let file = robotsFile(row), let agent = row["agent"]?.text, let url = row["url"]?.text else { return false }
    return .boolean(Robots(file).rules(for: agent).allow(url)) == row["allowed"]
  }
}

private func robotsFile(_ row: JSON) -> [UInt8]? {
  if let text = row["robots"]?.text { return Array(text.utf8) }
  guard let hex = row["robots_hex"]?.text else { return nil }
  let digits = hex.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
  return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
