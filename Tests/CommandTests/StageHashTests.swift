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
      hash: "5e0f4d5960cd64f1acac7a0f53e43db77a6acd6e624885a145a0a3065de29a60"),
    Expectation(
      stage: .clean, version: 4, current: Cleaner.version,
      hash: "53b0bc141c5c61b4546902e12ec2239c53edbfc22b19c8d623e7a4d0e6a705f8"),
    Expectation(
      stage: .normalize, version: 1, current: Normalizer.version,
      hash: "0cc5994d47a69d33170cbf1a672dfe18df5c7bc095071f72a5283097a4f57b0a"),
    Expectation(
      stage: .dedupe, version: 1, current: Deduper.version,
      hash: "d2713d35a2398cf8fb6f53ca0698c7ce6c4f0f181d75153796f0f1094c753e31"),
    Expectation(
      stage: .load, version: 1, current: Loader.version,
      hash: "eaab9da4865d67df95d3027033ae63dab3839e9875cdb581fa8ef2e81a4bcfed"),
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
