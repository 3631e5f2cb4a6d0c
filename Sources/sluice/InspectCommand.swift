import ArgumentParser
import Foundation
import JSONText
import Pipeline
import Records
import Store

/// `sluice inspect`: looks at what stands between stages, or follows one thing through all of them.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "List what a stage holds, or follow one document or record through the stages.",
    discussion: """
      `inspect STAGE` lists all that the stage holds. `inspect ID` follows one thing through every stage: each \
      verdict, each rule that fired, where it ended. `inspect STAGE ID` shows that stage alone. ID is an id, the \
      beginning of one, an address, a file's path, or TABLE:KEY.

      `inspect clean --select CSS` counts what a selector matches on every page, those without a match first. \
      `inspect clean ID --html` writes a page that shows what clean kept of a document, and why.

      `inspect dedupe ID` says which records are the same thing as it, how alike they are and where they differ. \
      `inspect dedupe --pair A B` says why two records are together, or why not, rule by rule. \
      `inspect dedupe --chains` lists clusters whose far ends are less alike than their rule asks for.
      """)

  @Argument(help: "A stage, or the thing to follow.")
  var stageOrID: String?

  @Argument(help: "The thing to look at in that stage.")
  var id: String?

  @Option(help: ArgumentHelp("Count what a CSS selector matches on every page.", valueName: "css"))
  var select: String?

  @Option(help: ArgumentHelp("Count what an XPath gives on every page.", valueName: "xpath"))
  var xpath: String?

  @Flag(help: "Write an HTML page that shows what clean kept of a document.")
  var html = false

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Say why two records are together, or not.", valueName: "a b"))
  var pair: [String] = []

  @Flag(help: "List clusters whose far ends are less alike than their rule asks for.")
  var chains = false

  @OptionGroup var project: ProjectOptions

  mutating func validate() throws {
    if select != nil, xpath != nil { throw ValidationError("--select and --xpath are two ways to say one thing.") }
    if select != nil || xpath != nil, stage != .clean || id != nil || html {
      throw ValidationError("--select and --xpath go with `inspect clean`, alone.")
    }
    if html, stage != .clean || id == nil { throw ValidationError("--html goes with `inspect clean ID`.") }
    if !pair.isEmpty, pair.count != 2 { throw ValidationError("--pair takes two records.") }
    if !pair.isEmpty || chains, stage != .dedupe || id != nil || !pair.isEmpty && chains {
      throw ValidationError("--pair and --chains go with `inspect dedupe`, alone.")
    }
  }

  func run() async throws {
    let pipeline = try project.project()
    let inspector = Inspector(pipeline)
    if select != nil || xpath != nil { return try await count(inspector) }
    if html, let id { return try explain(inspector, id) }
    if chains { return try show(try asked { try inspector.chains() }, nil) }
    if pair.count == 2 { return try show(try asked { try inspector.pair(pair[0], pair[1]) }, nil) }
    let stage = stage
    if let name = stage == nil ? stageOrID : id {
      if stage == nil, id != nil {
        throw Failure(
          "inspect.no-such-stage", "\"\(name)\" is no stage",
          remedy: "There is: \(Stage.allCases.map(\.rawValue).joined(separator: ", "))."
        ).ending(with: 2)
      }
      return try show(try trace(inspector, name), stage)
    }
    for stage in stage.map({ [$0] }) ?? pipeline.stages { try list(inspector, stage, alone: stage == self.stage) }
  }

  private var stage: Stage? { stageOrID.flatMap { Stage(rawValue: $0) } }

  /// Lists every page with how often the selector matches, as tab-separated lines with a header, or JSON Lines.
  private func count(_ inspector: Inspector) async throws {
    let pages: [PageMatches]
    do {
      let selector: Inspector.PageSelector = if let select { .css(select) } else { .xpath(xpath ?? "") }
      pages = try await inspector.matches(selector, jobs: project.runOptions.jobs)
    } catch let failure as Failure where failure.diagnostic.code == "inspect.selector" {
      throw failure.ending(with: 2)
    }
    var lines = project.format == .json ? [] : ["matches\tid\taddress"]
    lines += pages.map { page in
      project.format == .json
        ? page.json.compact : "\(page.count.map(String.init) ?? "-")\t\(page.id)\t\(page.address)"
    }
    if !lines.isEmpty { Terminal.write(lines.joined(separator: "\n") + "\n") }
    let unread = pages.filter { $0.count == nil }
    for page in unread { Terminal.report(page.diagnostic) }
    if !project.quiet { Terminal.say(PageMatches.summary(pages)) }
    if !unread.isEmpty { throw ExitCode(1) }
  }

  private func explain(_ inspector: Inspector, _ name: String) throws {
    do throws(Failure) {
      Terminal.write(try inspector.explainedPage(of: inspector.documentID(name)))
    } catch {
      throw error.ending(with: error.diagnostic.code == "inspect.changed-since-fetch" ? 1 : 2)
    }
  }

  private func trace(_ inspector: Inspector, _ name: String) throws -> Trace {
    try asked { try inspector.trace(name) }
  }

  private func asked(_ trace: () throws -> Trace) throws -> Trace {
    do { return try trace() } catch let failure as Failure {
      throw failure.ending(with: failure.diagnostic.code.hasPrefix("inspect.") ? 2 : 3)
    }
  }

  private func show(_ trace: Trace, _ stage: Stage?) throws {
    var trace = trace
    if let stage { trace.findings.removeAll { $0.stage != stage } }
    if project.format == .json {
      Terminal.write(trace.json.pretty)
      return
    }
    Terminal.write("\(trace.title)\n")
    for finding in trace.findings {
      Terminal.write("\(finding.stage.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0))\(finding.verdict)\n")
      for line in finding.lines { Terminal.write("          \(line)\n") }
    }
  }

  /// A stage alone is listed as tab-separated lines with a header, or JSON Lines; all stages get a heading each.
  private func list(_ inspector: Inspector, _ stage: Stage, alone: Bool) throws {
    if !alone, project.format == .text { Terminal.write("== \(stage.rawValue)\n") }
    var header: [String] = []
    do {
      try inspector.browse(stage) { row in
        if project.format == .json {
          Terminal.write(row.json(stage) + "\n")
          return
        }
        if row.names != header {
          header = row.names
          Terminal.write(header.joined(separator: "\t") + "\n")
        }
        Terminal.write(row.names.map { cell(row.text($0)) }.joined(separator: "\t") + "\n")
      }
    } catch let failure as Failure where failure.diagnostic.code == "inspect.nothing" && !alone {
      if project.format == .text { Terminal.write("not run yet\n") }
    }
  }

  private func cell(_ text: String?) -> String {
    let line = (text ?? "").replacing("\t", with: " ").replacing("\n", with: " ")
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
}

extension StoredRow {
  fileprivate func json(_ stage: Stage) -> String {
    JSON.object(
      [.init("stage", .string(stage.rawValue))]
        + zip(names, values).map { name, value in
          switch value {
          case .null: .init(name, .null)
          case .text(let text): .init(name, .string(text))
          case .integer(let number): .init(name, .number(String(number)))
          case .real(let number): .init(name, .number(String(number)))
          case .boolean(let truth): .init(name, .boolean(truth))
          }
        }
    ).compact
  }
}
