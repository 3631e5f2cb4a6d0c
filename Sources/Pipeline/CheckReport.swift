import Load
package import Records
package import Store

extension CheckResult {
  /// What a person should know of it; nil where it holds.
  package var diagnostic: Diagnostic? {
    let place = ([table] + (columns.isEmpty ? [] : [columns.joined(separator: ", ")])).joined(separator: ".")
    switch status {
    case .ok: return nil
    case .warn where kind == "unusual":
      return Diagnostic(
        .warn, "check.unusual", says, at: .init(record: place),
        remedy: "Look at what changed with `sluice runs` and the table `changes`.")
    case .warn, .error:
      return Diagnostic(
        status == .error ? .fatal : .warn, "check.failed", "\(place): \(kind): \(says)", at: .init(record: place),
        remedy: "`_check_failures` of the built tables has the rows; mend them, or the check.")
    }
  }
}

extension Project {
  /// What must hold of the published tables, in the config's order.
  package var checks: [TableCheck] { load.checks.flatMap(\.checks) }

  /// Runs the checks over what is published, with `now` for how fresh things are; nil where nothing is published.
  package func checkPublished(now: Timestamp) throws(Failure) -> [CheckResult]? {
    guard let table = try CheckTable(checks, published: "\(out.current)/analytics.sqlite", now: now) else { return nil }
    let results = try table.run(keeping: false)
    try table.close()
    return results
  }
}
