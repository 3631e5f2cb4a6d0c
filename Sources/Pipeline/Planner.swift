import Dedupe
package import Records
package import Store

/// What a stage would work on, and why.
package struct StagePlan: Hashable, Sendable {
  package var stage: Stage
  /// Inputs (files, documents, pages; tables for dedupe and load) to work on, by reason.
  package var stale: [Staleness: Int]
  /// Inputs that are up to date.
  package var fresh: Int

  /// How many inputs there are to work on.
  package var count: Int { stale.values.reduce(0, +) }
}

/// Looks at the stores and sources without changing them, and says what a run would do.
package struct Planner: Sendable {
  let project: Project

  package init(_ project: Project) { self.project = project }

  /// The plan of each of the config's stages, over what the stores hold now; fetch looks at the sources themselves.
  ///
  /// What an earlier stage will change is not yet in a later stage's numbers. Throws if a store can't be read.
  package func plan(forced: Bool = false) throws(Failure) -> [StagePlan] {
    var plans: [StagePlan] = []
    for stage in project.stages {
      var plan = try self.plan(of: stage)
      if forced {
        let known = plan.count - (plan.stale[.gone] ?? 0) + plan.fresh
        plan = StagePlan(stage: stage, stale: known > 0 ? [.forced: known] : [:], fresh: 0)
      }
      plans.append(plan)
    }
    return plans
  }

  /// What one stage would work on.
  func plan(of stage: Stage) throws(Failure) -> StagePlan {
    switch stage {
    case .fetch: try planFetch()
    case .clean, .normalize: try planInputs(stage)
    case .dedupe: try planDedupe()
    case .load: try planLoad()
    }
  }

  private func planInputs(_ stage: Stage) throws(Failure) -> StagePlan {
    let folder = project.out.stages
    guard let prior = project.prior(of: stage), let before = try StageStore(reading: prior, in: folder) else {
      return StagePlan(stage: stage, stale: [:], fresh: 0)
    }
    let all = try before.outputCount()
    try before.close()
    guard let store = try StageStore(reading: stage, in: folder, prior: prior) else {
      return StagePlan(stage: stage, stale: all > 0 ? [.new: all] : [:], fresh: 0)
    }
    defer { try? store.close() }
    var stale = try store.staleness(project.fingerprint(of: stage))
    if stage == .clean, project.stages.contains(.normalize) {
      let recalled = try store.forgottenToRecall(
        project.fingerprint(of: stage), for: project.fingerprint(of: .normalize), in: folder)
      if recalled > 0 { stale[.neededAgain, default: 0] += recalled }
    }
    let work = stale.filter { $0.key != .gone }.values.reduce(0, +)
    return StagePlan(stage: stage, stale: stale, fresh: all - work)
  }

  private func planDedupe() throws(Failure) -> StagePlan {
    var plan = StagePlan(stage: .dedupe, stale: [:], fresh: 0)
    let folder = project.out.stages
    guard let before = try StageStore(reading: .normalize, in: folder) else { return plan }
    let known = try before.recordTables()
    try before.close()
    let store = try StageStore(reading: .dedupe, in: folder, prior: .normalize)
    defer { try? store?.close() }
    for rule in project.dedupeRules where known.contains(rule.table) {
      guard let store, let digest = try store.priorDigest(table: rule.table) else {
        plan.stale[.new, default: 0] += 1
        continue
      }
      let reason = try store.clusterStaleness(table: rule.table, digest: digest, project.fingerprint(of: rule))
      if let reason { plan.stale[reason, default: 0] += 1 } else { plan.fresh += 1 }
    }
    for link in project.links {
      guard let store else {
        plan.stale[.new, default: 0] += 1
        continue
      }
      let reason = try TableLinker(project: project, store: store, link: link).staleness()
      if let reason { plan.stale[reason, default: 0] += 1 } else { plan.fresh += 1 }
    }
    return plan
  }

  private func planLoad() throws(Failure) -> StagePlan {
    let count = project.schemas.count
    let publication = Publication(project)
    guard publication.currentBasis != nil else { return StagePlan(stage: .load, stale: [.new: count], fresh: 0) }
    guard let now = try publication.basis() else { return StagePlan(stage: .load, stale: [:], fresh: count) }
    let stale = publication.staleness(now: now)
    return StagePlan(stage: .load, stale: stale, fresh: count - stale.values.reduce(0, +))
  }
}
