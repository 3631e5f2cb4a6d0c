import Records
import Store

/// Checks, changes and rejects.
extension ReportPage {
  func writeChecks(_ page: inout MarkupWriter) {
    guard !report.checks.isEmpty else {
      page.paragraph("The config asks for no checks, and no table is far from what it was.")
      return
    }
    var listing = ReportListing(
      "What was checked before publishing", ["Of", "What must hold", "Outcome", "Fail", "Of rows", "Such as"])
    listing.rows = report.checks.map { check in
      [
        .code([check.table, check.columns].compactMap { $0 }.joined(separator: ".")), .text(check.kind),
        .markup {
          $0.element("span", ["class": check.status], check.status)
          $0.write(": \(check.says)")
        }, .count(check.failing), .count(check.rows),
        .lines(check.samples.map { [$0.id, $0.value.map(brief)].compactMap { $0 }.joined(separator: ": ") }),
      ]
    }
    listing.write(to: &page)
  }

  func writeChanges(_ page: inout MarkupWriter) {
    guard !report.changes.isEmpty else {
      page.paragraph(
        report.publishes.count > 1
          ? "Nothing differs from what was published before." : "Nothing was published before that could be compared.")
      return
    }
    if let before = report.publishes.dropLast().last { page.paragraph("Since the publish of \(before.at.shown).") }
    var listing = ReportListing(
      "Rows that differ from the publish before, and why; the table changes has each of them",
      ["Table", "Change", "Rows", "Why", "Caused by", "Such as"])
    listing.rows = report.changes.map { change in
      [
        .code(change.table), .text(change.change), .count(change.rows), .text(change.why), .text(change.causedBy),
        .lines(change.samples.map(says)),
      ]
    }
    listing.write(to: &page)
  }

  private func says(_ sample: ReportedChange.Sample) -> String {
    let place = sample.address ?? sample.id ?? ""
    guard let column = sample.column else { return place }
    guard sample.before != nil || sample.after != nil else { return "\(column): \(place)" }
    return "\(column): \(sample.before.map(brief) ?? "empty") → \(sample.after.map(brief) ?? "empty") (\(place))"
  }

  func writeReasons(_ page: inout MarkupWriter) {
    guard !report.reasons.isEmpty else {
      page.paragraph("Nothing was left out, and nothing warned of.")
      return
    }
    let most = report.reasons.map {
      Chart.Bar(
        name: $0.code, parts: [($0.severity == "reject" ? "rejected" : "dropped", Double($0.count))],
        says: ReportNumber.text($0.count))
    }
    Chart.bars(Array(most.prefix(12)), title: "Rejects and warnings by reason", into: &page)
    var listing = ReportListing(
      "Every reason; the table _rejects has each case", ["Reason", "Severity", "Stage", "Count", "Such as", "Remedy"])
    listing.rows = report.reasons.map { reason in
      [
        .code(reason.code), .markup { $0.element("span", ["class": reason.severity], reason.severity) },
        .text(reason.stage), .count(reason.count),
        .lines(
          reason.samples.map { sample in
            let place = [sample.address, sample.line.map { "line \($0)" }, sample.record].compactMap { $0 }
            return "\(brief(sample.summary)) (\(place.joined(separator: ", ")))"
          }), .text(reason.remedy),
      ]
    }
    listing.write(to: &page)
  }

  /// The beginning of a long text.
  func brief(_ text: String) -> String { text.count > 120 ? "\(text.prefix(119))…" : text }
}
