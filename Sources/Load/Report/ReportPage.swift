import Records
import Store

/// report.html: a run for people, in one file that needs no script and no network.
package struct ReportPage: Sendable {
  let report: RunReport

  package init(_ report: RunReport) { self.report = report }

  /// The parts in their order: the id of each, its heading, and what writes it.
  private var sections: [(id: String, heading: String, write: (inout MarkupWriter) -> Void)] {
    [
      ("stages", "What each stage made", writeStages), ("tables", "Tables", writeTables),
      ("checks", "Checks", writeChecks), ("changes", "What changed", writeChanges),
      ("rejects", "Rejects and warnings", writeReasons), ("duplicates", "Duplicates", writeDuplicates),
      ("columns", "Columns", writeColumns), ("time", "Time", writeTimes),
    ]
  }

  /// The whole page.
  package var html: String {
    var page = MarkupWriter()
    page.element("html", ["lang": "en"]) { html in
      html.line()
      html.element("head") { writeHead(&$0) }
      html.line()
      html.element("body") { body in
        writeHeader(&body)
        body.element("main") { main in
          for section in sections {
            main.element("section", ["id": section.id, "aria-labelledby": "\(section.id)-heading"]) { part in
              part.element("h2", ["id": "\(section.id)-heading"], section.heading)
              part.line()
              section.write(&part)
            }
            main.line()
          }
        }
      }
    }
    return "<!DOCTYPE html>\n\(page.markup)\n"
  }

  private func writeHead(_ head: inout MarkupWriter) {
    head.empty("meta", ["charset": "utf-8"])
    head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    head.element("title", "\(report.run.pipeline): run of \(report.run.startedAt.shown)")
    // Nothing in it is escaped: it holds no text of the run's.
    head.element("style") { $0.write(style: ReportStyle.sheet) }
  }

  private func writeHeader(_ body: inout MarkupWriter) {
    let run = report.run
    body.element("header") { header in
      header.element("h1", "\(run.pipeline): run of \(run.startedAt.shown)")
      header.element("dl") { list in
        for (name, value) in facts {
          list.element("div") { fact in
            fact.element("dt", name)
            fact.element("dd", value)
          }
        }
      }
      header.element("p", ["class": "faint"]) { words in
        words.write("Run ")
        words.element("code", run.id)
        words.write(", number \(run.number), by Sluice \(run.program): ")
        words.element("code", "sluice \(run.command)")
      }
      header.element("nav", ["aria-label": "Parts of this report"]) { nav in
        nav.element("ul") { list in
          for section in sections {
            list.element("li") { $0.element("a", ["href": "#\(section.id)"], section.heading) }
          }
        }
      }
    }
    body.line()
  }

  private var facts: [(String, String)] {
    let rows = run(tables: report.run.tables).reduce(0) { $0 + $1.rows }
    let failed = report.checks.filter { $0.status != "ok" }.count
    let rejects = report.reasons.filter { $0.severity == "reject" }.reduce(0) { $0 + $1.count }
    let warnings = report.reasons.reduce(0) { $0 + $1.count } - rejects
    let checks = report.checks.isEmpty ? "none" : "\(report.checks.count) hold"
    let seconds = report.run.stages.reduce(0) { $0 + $1.seconds }
    return [
      (
        "Rows in \(report.run.tables.count) \(report.run.tables.count == 1 ? "table" : "tables")",
        ReportNumber.text(rows)
      ),
      ("Rejects", ReportNumber.text(rejects)), ("Warnings", ReportNumber.text(warnings)),
      ("Checks", failed == 0 ? checks : "\(failed) of \(report.checks.count) fail"),
      ("Time", ReportNumber.duration(seconds)),
    ]
  }

  /// The tables of those names.
  func run(tables names: [String]) -> [ReportedTable] {
    names.compactMap { name in report.all.first { $0.name == name } }
  }
}

extension MarkupWriter {
  /// A paragraph.
  mutating func paragraph(_ text: String) {
    element("p", text)
    line()
  }
}

extension Timestamp {
  /// For people: `2026-03-01 02:00 UTC`.
  var shown: String { "\(description.prefix(10)) \(description.dropFirst(11).prefix(5)) UTC" }
}
