import Clean
import Dedupe
import Fetch
import Foundation
import Load
import Normalize
import Records
import TestSupport
import Testing

/// What each stage makes of the sample site, so that no change of code changes results unseen.
@Suite struct StageHashTests {
  /// A stage's version constant and the SHA-256 of what that version makes of `data/`.
  struct Expectation: Sendable {
    var stage: Stage
    var version: Int
    var current: Int
    var hash: String
  }

  static let expectations = [
    Expectation(
      stage: .fetch, version: 3, current: documentReadingVersion,
      hash: "f6dcc52b8de259b9e8e1e680086901b94a612f992e73213c5561f39f8d252368"),
    Expectation(
      stage: .clean, version: 5, current: Cleaner.version,
      hash: "a893dc72d3697ffe16aeb0677e5b48c2759263ea995ed0e3a8130539be2f8a1b"),
    Expectation(
      stage: .normalize, version: 2, current: Normalizer.version,
      hash: "58e58e0776eb248f48033c07c387196ce7a3fb5b4126f2e09e6a60547b2b8186"),
    Expectation(
      stage: .dedupe, version: 1, current: Deduper.version,
      hash: "d731dc0495e807b8c2d72c16b2f97828cb307863b92e06bb9393c27cccc7394d"),
    Expectation(
      stage: .load, version: 1, current: Loader.version,
      hash: "adf1c3f5c23c5287462e677a4f6651003ac48f133bba5a7400233c0cf0cbeece"),
  ]

  /// The sample site in a folder of its own, each file modified at one fixed time, after a run.
  private static let project = Result {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let project = shared(try SampleProject(files: [:]))
    try project.folder.remove("pipeline.json")
    for item in ["data", "pipeline.json"] {
      try FileManager.default.copyItem(atPath: "\(root)/\(item)", toPath: project.folder.path(item))
    }
    for path in try FileManager.default.subpathsOfDirectory(atPath: project.folder.path("data")) {
      try project.folder.setModificationTime("data/\(path)", to: SampleProject.modified)
    }
    try project.publish()
    return project
  }

  /// What differs from one run or machine to the next.
  private static let passing: Set<String> = [
    "modified", "changed", "inode", "first_run", "seen_run", "gone_run", "settings", "program",
  ]

  private static func output(of stage: Stage, _ project: SampleProject) throws -> String {
    guard stage == .load else {
      return try tableDump(
        project.folder.path("out/stages/\(stage.rawValue).sqlite"), order: "values", leavingOut: passing
      ) { _ in true }
    }
    let outputs = try PublishedOutputs(project)
    let files = outputs.csv.sorted { $0.key < $1.key }.map { "\($0.key)\n\(String(decoding: $0.value, as: UTF8.self))" }
    return outputs.database + files.joined()
  }

  @Test(arguments: expectations)
  func `a stage makes of the sample site what it made before`(_ expected: Expectation) throws {
    let hash = ContentHash(of: try Self.output(of: expected.stage, try Self.project.get())).hex
    #expect(
      hash == expected.hash && expected.version == expected.current,
      """
      \(expected.stage.rawValue) (version \(expected.current)) gives \(hash). If its own code changed on purpose, raise \
      its version constant, then put version and hash here; if an earlier stage, data/ or pipeline.json changed, put \
      the hash here.
      """)
  }
}
