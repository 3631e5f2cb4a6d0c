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
      stage: .fetch, version: 4, current: documentReadingVersion,
      hash: "7c39475c94b3f684aa3f322fd0d50673dcab442a2ab911316a6135a4bbf137c0"),
    Expectation(
      stage: .clean, version: 6, current: Cleaner.version,
      hash: "5aa644b4b96635a3c65fe121854859a7bd126b2a7ae2129173ad3be81496256c"),
    Expectation(
      stage: .normalize, version: 3, current: Normalizer.version,
      hash: "adbb0564b9b8ce82ee9aa7d3c68679accc3e32959480f5fd9a89f65a9f95895f"),
    Expectation(
      stage: .dedupe, version: 2, current: Deduper.version,
      hash: "64807b9dbb37d65e60f3ee285fb3a8d0064ea756b2f4169d47d98d2e80b6b330"),
    Expectation(
      stage: .load, version: 4, current: Loader.version,
      hash: "85b98a9da5ce70cf083f5af0b5c185e0c457674bdc89ff24f07aa1513fa44935"),
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
    let files = outputs.files.sorted { $0.key < $1.key }.map { name, bytes in
      "\(name)\n\(String(decoding: bytes, as: UTF8.self))"
    }
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
