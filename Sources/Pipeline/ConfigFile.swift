import Crypto
import Dedupe
import Foundation
import JSONText
import Records
package import Settings
import Store

/// Everything wrong in a config file.
package struct ConfigError: Error, Sendable {
  /// The file as the user named it.
  package var file: String
  package var problems: [SettingsProblem]

  /// A line for each problem: `pipeline.json:12:7: stages[0].sources: what is wrong. What to do.`
  package var lines: [String] {
    problems.map { problem in
      let path = problem.path.isEmpty ? "" : "\(problem.path): "
      let remedy = problem.remedy.isEmpty ? "" : " \(problem.remedy)"
      return "\(file):\(problem.position.line):\(problem.position.column): \(path)\(problem.message).\(remedy)"
    }
  }
}

/// A config file as read: its settings, and its canonical forms.
struct ConfigFile: Sendable {
  var settings: PipelineSettings
  /// With defaults filled in and secrets masked.
  var resolved: JSON
  /// Only what decides a stage's results.
  var deciding: JSON
  /// What people decided about records, by table.
  var decisions: [String: [Decision]]

  /// Reads and checks the file at `path`, called `file` in messages; throws everything that is wrong with it.
  init(path: String, called file: String, environment: [String: String], secretKey: [UInt8]) throws(ConfigError) {
    let start = TextPosition(line: 1, column: 1)
    guard let bytes = try? FileCalls.read(path) else {
      let problem = SettingsProblem(
        at: start, path: "", "this file can't be read", remedy: "Name the config with -c FILE, or make it readable.")
      throw ConfigError(file: file, problems: [problem])
    }
    let node: JSONNode
    do throws(JSONSyntaxError) { node = try JSONNode(parsing: bytes, relaxed: true) } catch {
      throw ConfigError(file: file, problems: [SettingsProblem(at: error.position, path: "", error.message)])
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let filling = Filling(
      environment: environment,
      readFile: { name in
        let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
        return (try? FileCalls.read(path)).map { String(decoding: $0, as: UTF8.self) }
      },
      keyedHash: { secret in
        let code = HMAC<SHA256>.authenticationCode(for: Array(secret.utf8), using: SymmetricKey(data: secretKey))
        return Array(code).prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
      })
    var reader = SettingsReader(filling: filling)
    let reading = PipelineSettings.object.type().read(node, &reader)
    guard let reading else { throw ConfigError(file: file, problems: ConfigFile.ordered(reader.problems)) }
    let files = DecisionFiles(reading.value, folder: folder)
    let problems = ConfigChecks(reading.value).problems + files.problems
    guard problems.isEmpty else { throw ConfigError(file: file, problems: ConfigFile.ordered(problems)) }
    settings = reading.value
    resolved = reading.resolved
    deciding = reading.deciding
    decisions = files.decisions
  }

  private static func ordered(_ problems: [SettingsProblem]) -> [SettingsProblem] {
    problems.sorted { ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column) }
  }
}
