import ArgumentParser
import Foundation
import Load
import Pipeline
import Records
import Store

/// `sluice report`: the report of a run as an HTML page.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the report of what is published, or of RUN, as one HTML page.",
    discussion: """
      Every publish has its own in out/current/report.html; this makes one anew, for a run whose tables are still kept, \
      or for a refused one.
      """)

  @Argument(help: ArgumentHelp("A run's id, the beginning of one, or its number.", valueName: "run"))
  var name: String?

  @Option(help: ArgumentHelp("Write it to this file instead of standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var project: ProjectOptions

  func run() throws {
    let pipeline = try project.project()
    let page: String
    do throws(Failure) {
      guard let report = try pipeline.report(run: name) else {
        throw Failure("report.nothing", "nothing is published yet", remedy: "Run `sluice run`.")
      }
      page = ReportPage(report).html
    } catch {
      let isUsage = ["report.nothing", "report.unknown", "report.gone"].contains(error.diagnostic.code)
      throw error.ending(with: isUsage ? 2 : 3)
    }
    guard let output else { return Terminal.write(page) }
    try FileCalls.write(Array(page.utf8), to: output)
  }
}
