import ArgumentParser
import Pipeline

/// `sluice config-schema`: the JSON Schema or the documentation of pipeline.json.
struct ConfigSchemaCommand: ParsableCommand {
  /// What is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "config-schema", abstract: "Print the JSON Schema of pipeline.json, or its documentation.")

  @Option(help: "json for the schema, markdown for docs/pipeline.md.")
  var format = Format.json

  func run() { Terminal.write(format == .json ? configSchema() : configMarkdown()) }
}
