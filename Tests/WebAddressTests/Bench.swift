import Foundation

/// The shared bench's cases for addresses, where it is there: in `SLUICE_BENCH`, else beside the package.
enum Bench {
  static let folder = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["SLUICE_BENCH"] ?? "../shared/bench",
    isDirectory: true
  ).appendingPathComponent("url")

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// One line of a `.jsonl` file; the keys a file has depend on the file.
  struct Case: Decodable {
    var input: String
    var base: String?
    var href: String?
    var failure: Bool?
    var username, password, hostname, port, pathname, search, hash: String?
    var `protocol`: String?
    var output: String?
    var canonical: String?
  }

  /// Reads a file's cases. A lone surrogate, which no Swift text can hold, becomes U+FFFD as in the standard.
  static func cases(_ name: String) throws -> [Case] {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let lone = try NSRegularExpression(
      pattern: #"(\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2})|\\ud[89a-f][0-9a-f]{2}"#,
      options: .caseInsensitive)
    return try text.split(separator: "\n").map { line in
      var line = String(line)
      for match in lone.matches(in: line, range: NSRange(line.startIndex..., in: line)).reversed()
      where match.range(at: 1).location == NSNotFound {
        if let range = Range(match.range, in: line) { line.replaceSubrange(range, with: "\\ufffd") }
      }
      return try JSONDecoder().decode(Case.self, from: Data(line.utf8))
    }
  }
}
