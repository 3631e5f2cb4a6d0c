import Records
import Store

/// What the stages made of what came in, and how long they took.
extension ReportPage {
  func writeStages(_ page: inout MarkupWriter) {
    let stages = report.run.stages
    Chart.bars(stages.map(bar), title: "What came out of each stage, was rejected and was dropped", into: &page)
    page.element("p", ["class": "legend"]) { legend in
      for (style, name) in [("o", "came out"), ("r", "rejected"), ("d", "dropped by a rule")] {
        legend.element("span") { entry in
          entry.element("i", ["class": style]) { _ in }
          entry.write(name)
        }
      }
    }
    var listing = ReportListing(
      "Fetch counts files, clean pages, and the later stages rows",
      ["Stage", "In", "Out", "Rejected", "Dropped", "Warnings", "Worked on", "By which rule"])
    listing.rows = stages.map { stage in
      let dropped = stage.dropped.sorted { $0.key < $1.key }
      return [
        .text(stage.stage.rawValue), .count(stage.inputs), .count(stage.outputs), .count(stage.rejected),
        .count(dropped.reduce(0) { $0 + $1.value }), .count(stage.warnings),
        .count(stage.worked.values.reduce(0, +)),
        .lines(dropped.map { "\($0.key): \(ReportNumber.text($0.value))" }),
      ]
    }
    listing.write(to: &page)
  }

  private func bar(_ stage: StageNumbers) -> Chart.Bar {
    let dropped = stage.dropped.values.reduce(0, +)
    return Chart.Bar(
      name: stage.stage.rawValue,
      parts: [("out", Double(stage.outputs)), ("rejected", Double(stage.rejected)), ("dropped", Double(dropped))],
      says: "\(ReportNumber.text(stage.inputs)) in, \(ReportNumber.text(stage.outputs)) out")
  }

  func writeTimes(_ page: inout MarkupWriter) {
    let bars = report.run.stages.map { stage in
      Chart.Bar(
        name: stage.stage.rawValue, parts: [("plain", stage.seconds)], says: ReportNumber.duration(stage.seconds))
    }
    Chart.bars(bars, title: "Time of each stage in this run", into: &page)
    page.paragraph("A stage that had nothing to do takes no time; the writing of this page is not counted.")
    guard !report.runs.isEmpty else { return }
    var listing = ReportListing("The last runs up to this one", ["Run", "Began", "Ended", "Status", "Time", "Command"])
    listing.rows = report.runs.map { run in
      let isThis = run.id == report.run.id
      return [
        .text("\(run.number)"), .text(run.startedAt.shown),
        .text(run.status == .running && isThis ? "this run" : run.status.rawValue),
        .text(run.exitStatus.map(String.init) ?? ""), .number(run.seconds.map(ReportNumber.duration) ?? ""),
        .code("sluice \(run.command)"),
      ]
    }
    listing.write(to: &page)
  }
}
