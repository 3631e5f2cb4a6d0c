import Dedupe
import Settings
import Store

/// The files of decisions that a config names, read and checked as part of it.
struct DecisionFiles {
  /// By table, or table of pairs.
  private(set) var decisions: [String: [Decision]] = [:]
  private(set) var problems: [SettingsProblem] = []

  /// - Parameter folder: the config's, from which paths are seen.
  init(_ settings: PipelineSettings, folder: String) {
    for case .dedupe(let dedupe) in settings.stages.map(\.value) {
      for table in dedupe.tables ?? [] {
        if let file = table.decisions { read(file, of: table.table.value, folder) }
      }
      for link in dedupe.links { if let file = link.decisions { read(file, of: link.name.value, folder) } }
    }
  }

  private mutating func read(_ file: Located<String>, of table: String, _ folder: String) {
    let path = file.value.hasPrefix("/") ? file.value : "\(folder)/\(file.value)"
    guard let bytes = try? FileCalls.read(path) else {
      problems.append(
        file.problem(
          "the file \(file.value) can't be read",
          remedy: "Make one that begins with \(Decision.header.joined(separator: ",")), or leave the setting out."))
      return
    }
    do throws(DecisionFault) { decisions[table] = try Decision.all(in: String(decoding: bytes, as: UTF8.self)) } catch {
      problems.append(file.problem("\(file.value):\(error.line): \(error.message)", remedy: error.remedy))
    }
  }
}
