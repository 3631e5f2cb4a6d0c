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
      stage: .fetch, version: 2, current: documentReadingVersion,
      hash: "a30e530517f81493cf32b34e22d8b4f88111caf624d4cf21788ed23441559a7e"),
    Expectation(
      stage: .clean, version: 5, current: Cleaner.version,
      hash: "8636b1cd5deb55aa51469201385e08fd49134b363ea6d4ef1703302464facff9"),
    Expectation(
      stage: .normalize, version: 2, current: Normalizer.version,
      hash: "ce75de40527d8854c20893e3f1b0f8be87bc15277074ee8a2155ef570f4a1576"),
    Expectation(
      stage: .dedupe, version: 1, current: Deduper.version,
      hash: "d731dc0495e807b8c2d72c16b2f97828cb307863b92e06bb9393c27cccc7394d"),
    Expectation(
      stage: .load, version: 1, current: Loader.version,
      hash: "8f6993ed94d53667178319110e3a80f55f638ff3c81a903ef8affe2c71a1db1d"),
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
