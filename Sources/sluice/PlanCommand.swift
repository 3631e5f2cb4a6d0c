import ArgumentParser
import Foundation
import JSONText
import Pipeline
import Records
import Store

/// `sluice plan`: what a run would do and why, without doing it.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what a run would work on, and why: input changed, settings changed, program changed.",
    discussion: """
      Fetch looks at the sources; the later stages look at what the stores hold now, so what an earlier stage is \
      about to change is not yet in their numbers.
      """)

  @Flag(help: "As for `sluice run --force`.")
  var force = false

  @OptionGroup var project: ProjectOptions

  func run() throws {
    let pipeline = try project.project()
    let plans = try Planner(pipeline).plan(forced: force)
    if project.format == .json {
      Terminal.write(JSON.array(plans.map(\.json)).pretty)
      return
    }
    for plan in plans {
      let name = plan.stage.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0)
      let line = plan.count == 0 ? "up to date: \(plan.fresh)" : "\(plan.reasons), \(plan.fresh) up to date"
      Terminal.write("\(name)\(line)\n")
    }
    if let first = plans.first(where: { $0.count > 0 }), first.stage != .load {
      Terminal.write("What \(first.stage.rawValue) changes, the stages after it will work on too.\n")
    }
  }
}

extension StagePlan {
  fileprivate var json: JSON {
    .members([
      "stage": .string(stage.rawValue), "stale": .integer(count), "fresh": .integer(fresh),
      "reasons": .object(
        Staleness.allCases.compactMap { reason in stale[reason].map { .init(reason.rawValue, .integer($0)) } }),
    ])
  }
}
