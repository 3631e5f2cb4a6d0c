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
      hash: "fdb1fa48e173bb0d0602b7a26b77fb0c19e15db983f96bb3a4e63bf78b5b817e"),
    Expectation(
      stage: .clean, version: 5, current: Cleaner.version,
      hash: "8636b1cd5deb55aa51469201385e08fd49134b363ea6d4ef1703302464facff9"),
    Expectation(
      stage: .normalize, version: 2, current: Normalizer.version,
      hash: "ce75de40527d8854c20893e3f1b0f8be87bc15277074ee8a2155ef570f4a1576"),
    Expectation(
      stage: .dedupe, version: 2, current: Deduper.version,
      hash: "64807b9dbb37d65e60f3ee285fb3a8d0064ea756b2f4169d47d98d2e80b6b330"),
    Expectation(
      stage: .load, version: 2, current: Loader.version,
      hash: "77e4d13716b0f8359b520c98887c8af77a81f2d1163e63187f9b0bdcbaaa93bf"),
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
