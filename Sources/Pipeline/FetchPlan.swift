import Fetch
import Records
import Settings
import Store

extension Planner {
  /// Walks the sources and compares each file's state with the store's, without reading a file.
  func planFetch() throws(Failure) -> StagePlan {
    var plan = StagePlan(stage: .fetch, stale: [:], fresh: 0)
    let store = try StageStore(reading: .fetch, in: project.out.stages)
    defer { try? store?.close() }
    var seen = 0
    for source in project.fetch.sources {
      switch source {
      case .files(let source):
        seen += try walk(source, store, &plan)
      case .web(let source):
        let asked = try store?.askedCount(source: source.name.value) ?? 0
        if asked > 0 { plan.stale[.toAsk, default: 0] += asked }
      case .database(let source):
        plan.stale[.toAsk, default: 0] += 1
        let known = try store?.knownFile(source: source.name.value, path: source.path, settings: "")
        seen += known?.state == nil ? 0 : 1
      case .command:
        plan.stale[.toAsk, default: 0] += 1
      }
    }
    let gone = try (store?.presentFileCount() ?? 0) - seen
    if gone > 0 { plan.stale[.gone] = gone }
    return plan
  }

  /// Compares a source's files with what the store knows; gives how many of them it knows, with those inside archives.
  private func walk(_ source: FileSource, _ store: StageStore?, _ plan: inout StagePlan) throws(Failure) -> Int {
    let name = source.name.value
    let settings = project.fingerprint(ofSource: name)
    var seen = 0
    var walk = FileWalk(source, root: project.root, leavingOut: project.out.path)
    while let candidate = try walk.next() {
      guard let state = try store?.knownFile(source: name, path: candidate.path, settings: settings)?.state else {
        plan.stale[.new, default: 0] += 1
        continue
      }
      let inside = try ArchiveKind(name: candidate.path).map { _ throws(Failure) in
        try store?.memberCount(ofArchive: candidate.path, source: name) ?? 0
      }
      seen += 1 + (inside ?? 0)
      if state == candidate.state {
        plan.fresh += 1 + (inside ?? 0)
      } else {
        plan.stale[state.size < 0 ? .settingsChanged : .inputChanged, default: 0] += 1
      }
    }
    return seen
  }
}
