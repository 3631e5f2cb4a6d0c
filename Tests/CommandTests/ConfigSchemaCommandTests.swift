import Foundation
import JSONText
import TestSupport
import Testing

@Suite struct ConfigSchemaCommandTests {
  /// The folder of the package.
  private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  @Test(arguments: [("json", "docs/pipeline.schema.json"), ("markdown", "docs/pipeline.md")])
  func `docs hold what the program prints`(_ format: String, _ file: String) throws {
    let program = try #require(sluiceBinary)
    let run = try ProgramRun(program, ["config-schema", "--format", format])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let kept = try? String(contentsOfFile: "\(Self.root)/\(file)", encoding: .utf8)
    #expect(
      kept == run.output, "make it anew: swift run sluice config-schema --format \(format) > \(file)")
  }

  @Test func `the schema names every stage and closes every object`() throws {
    let program = try #require(sluiceBinary)
    let output = try ProgramRun(program, ["config-schema"]).output
    let schema = try JSONNode(parsing: Array(output.utf8)).plain
    #expect(schema["additionalProperties"] == .boolean(false))
    #expect(schema["required"]?.elements.compactMap(\.text) == ["name", "stages"])
    let kinds = schema["properties"]?["stages"]?["items"]?["anyOf"]?.elements ?? []
    #expect(
      kinds.map { $0["properties"]?["stage"]?["const"]?.text } == ["fetch", "clean", "normalize", "dedupe", "load"])
    #expect(kinds.allSatisfy { $0["additionalProperties"] == .boolean(false) })
  }

  @Test func `needs no config and writes nothing`() throws {
    let folder = try TemporaryFolder()
    let program = try #require(sluiceBinary)
    #expect(try ProgramRun(program, ["config-schema"], folder: folder.path).status == 0)
    #expect(try folder.names().isEmpty)
  }
}
