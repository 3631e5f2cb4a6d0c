import ArgumentParser
import JSONText
import Pipeline
import Records

/// `sluice validate`: checks the config and nothing else.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check the config without running anything.")

  @OptionGroup var project: ProjectOptions

  func run() throws {
    let pipeline = try project.project()
    if project.format == .json {
      Terminal.write(pipeline.resolved.pretty)
    } else if !project.quiet {
      Terminal.write("\(pipeline.file) is valid: \(pipeline.stages.map(\.rawValue).joined(separator: ", "))\n")
    }
  }
}
