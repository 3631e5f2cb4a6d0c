package import Records

/// `out/`: where each thing stands, and the steps by which a run's outputs become `current`.
package struct OutputFolder: Hashable, Sendable {
  /// The absolute path.
  package let path: String

  package init(_ path: String) { self.path = path }

  package var stages: String { "\(path)/stages" }
  package var runs: String { "\(path)/runs" }
  package var ledger: String { "\(path)/ledger.sqlite" }
  package var history: String { "\(path)/history.sqlite" }
  package var lock: String { "\(path)/lock" }
  package var current: String { "\(path)/current" }
  /// The name of the config that owns the folder.
  package var owner: String { "\(stages)/name" }
  /// The key of the hashes that stand for secrets.
  package var secretKey: String { "\(stages)/key" }

  /// Makes the folders that a run needs; `stages/` is for this user alone.
  package func make() throws(Failure) {
    try FileCalls.makeFolder(path)
    try FileCalls.makeFolder(stages, mode: 0o700)
    try FileCalls.makeFolder(runs)
  }

  /// Where a run's outputs are built.
  package func building(_ run: String) -> String { "\(runs)/\(run).building" }

  /// Where a refused run's outputs stay for a look.
  package func refused(_ run: String) -> String { "\(runs)/\(run).refused" }

  /// The id of the run that `current` shows; nil before the first publish.
  package var currentRun: String? {
    FileCalls.target(of: current)?.split(separator: "/").last.map(String.init)
  }

  /// The bytes of a file of the current outputs; nil if there is none.
  package func currentFile(_ name: String) -> [UInt8]? { try? FileCalls.read("\(current)/\(name)") }

  /// Gives the built folder its name and makes it `current`, by one rename; everything in it must be written already.
  package func publish(_ run: String) throws(Failure) {
    let built = building(run)
    try seal(built)
    WriteBoundary.folderBuilt.reached()
    try FileCalls.rename(built, to: "\(runs)/\(run)")
    try FileCalls.sync(runs)
    WriteBoundary.folderNamed.reached()
    let link = "\(path)/current.new"
    try FileCalls.link(link, to: "runs/\(run)")
    try FileCalls.rename(link, to: current)
    try FileCalls.sync(path)
    WriteBoundary.currentSwitched.reached()
  }

  /// Keeps a refused run's outputs under a name of their own.
  package func keepRefused(_ run: String) throws(Failure) {
    try FileCalls.rename(building(run), to: refused(run))
  }

  /// Makes files read-only and syncs everything below `folder`.
  private func seal(_ folder: String) throws(Failure) {
    for name in try FileCalls.names(in: folder) {
      let item = "\(folder)/\(name)"
      if FileCalls.state(item, followingLinks: false)?.kind == .folder {
        try seal(item)
      } else {
        FileCalls.setMode(item, 0o444)
        try FileCalls.sync(item)
      }
    }
    try FileCalls.sync(folder)
  }

  /// Throws away what died while being built.
  package func removeUnfinished() throws(Failure) {
    for name in try FileCalls.names(in: runs) where name.hasSuffix(".building") {
      try FileCalls.remove("\(runs)/\(name)")
    }
  }

  /// Makes room for the run `next`: throws away refused folders but the last, and runs beyond what is to be kept: the
  /// last `runs`, `next` among them, the last of each of the last `months` months, and always the current one.
  package func prune(for next: String, runs keep: Int, months: Int) throws(Failure) {
    let names = try FileCalls.names(in: runs)
    let refused = names.filter { $0.hasSuffix(".refused") }
    let published = names.filter(Self.isRunID)
    let doomed =
      refused.dropLast()
      + OutputFolder.superfluous(published + [next], runs: keep, months: months, current: currentRun)
    for name in doomed where name != next { try FileCalls.remove("\(runs)/\(name)") }
  }

  /// Whether a folder's name is a run's id, such as `20261122T020000Z-3f2a`; anything else there is not ours.
  private static func isRunID(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return bytes.count == 21 && bytes[8] == UInt8(ascii: "T") && bytes[15] == UInt8(ascii: "Z")
      && bytes[16] == UInt8(ascii: "-")
  }

  /// Which of the runs (ids begin with their time, so they sort by it) may go.
  package static func superfluous(_ runs: [String], runs keep: Int, months: Int, current: String?) -> [String] {
    let newestFirst = runs.sorted(by: >)
    var kept = Set(newestFirst.prefix(keep))
    var seen: [String] = []
    for run in newestFirst {
      let month = String(run.prefix(6))
      guard !seen.contains(month) else { continue }
      seen.append(month)
      if seen.count <= months { kept.insert(run) }
    }
    if let current { kept.insert(current) }
    return runs.filter { !kept.contains($0) }
  }
}
