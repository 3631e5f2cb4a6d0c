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
    Expectation(stage: .fetch, version: 1, current: documentReadingVersion, hash: ""),
    Expectation(stage: .clean, version: 1, current: Cleaner.version, hash: ""),
    Expectation(stage: .normalize, version: 1, current: Normalizer.version, hash: ""),
    Expectation(stage: .dedupe, version: 1, current: Deduper.version, hash: ""),
    Expectation(stage: .load, version: 1, current: Loader.version, hash: ""),
  ]

  /// The sample site in a folder of its own, each file modified at one fixed time, after a run.
  private static let project = Result {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let project = try SampleProject(files: [:])
    for item in ["data", "pipeline.json"] {
      try FileManager.default.copyItem(atPath: "\(root)/\(item)", toPath: project.folder.path("copied-\(item)"))
    }
    try project.folder.remove("pipeline.json")
    try FileManager.default.moveItem(
      atPath: project.folder.path("copied-pipeline.json"), toPath: project.folder.path("pipeline.json"))
    try FileManager.default.moveItem(atPath: project.folder.path("copied-data"), toPath: project.folder.path("data"))
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
      its version constant, then put version and hash here; if only an earlier stage's did, put the hash here.
      """)
  }
}
