import Dedupe
import Records
import Store

/// Where the indexes of nearly equal texts live from one run to the next: `out/stages/near/TABLE-NUMBER/`.
struct NearStates {
  private let context: RunContext

  init(_ context: RunContext) { self.context = context }

  private var folder: String { "\(context.project.out.stages)/near" }

  private func name(_ place: Int, of rule: DedupeRule) -> String { "\(rule.table)-\(place + 1)" }

  /// Forgets the indexes of texts that are compared no more.
  func keep(_ rules: [DedupeRule]) throws(Failure) {
    guard FileCalls.exists(folder) else { return }
    let wanted = rules.flatMap { rule in rule.near.indices.map { name($0, of: rule) } }
    for name in try FileCalls.names(in: folder) where !wanted.contains(name) {
      try FileCalls.remove("\(folder)/\(name)")
    }
  }

  /// The index as the last run left it; an empty one where there was none, where it had another rule or version, where
  /// it is damaged, which is told, and with `--force`. Throws `dedupe.near-disk`.
  func index(_ place: Int, of rule: DedupeRule) throws(Failure) -> NearTextIndex {
    try FileCalls.makeFolder(folder, mode: 0o700)
    let path = "\(folder)/\(name(place, of: rule))"
    let text = rule.near[place].text
    if context.options.isForced { try FileCalls.remove(path) }
    do throws(Failure) {
      let index = try NearTextIndex(text, stateFolder: path)
      if !index.isWorn { return index }
    } catch {
      guard error.diagnostic.code == "dedupe.near-state" else { throw error }
      var warning = error.diagnostic
      warning.severity = .warn
      warning.remedy = "Nothing to be done: all texts of \(rule.table) are compared anew."
      context.observer.notice(warning)
    }
    try FileCalls.remove(path)
    return try NearTextIndex(text, stateFolder: path)
  }
}
