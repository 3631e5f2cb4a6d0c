import Foundation
import GRDB
import JSONText
import TestSupport
import Testing

@Suite struct FailureTests {
  /// One message that names the file and what to do, status 3, and the published outputs as they were.
  private func expectFailure(
    _ project: SampleProject, _ run: ProgramRun, naming file: String, _ words: [String], _ outputs: PublishedOutputs?
  ) throws {
    #expect(run.status == 3)
    let messages = run.errorLines.filter { $0.hasPrefix("fatal: ") }
    #expect(messages.count == 1, "\(run.errors)")
    for word in [file] + words { #expect(messages.first?.contains(word) == true, "\(word) is not in: \(run.errors)") }
    if let outputs { #expect(try PublishedOutputs(project) == outputs) }
  }

  private func edit(_ project: SampleProject) throws {
    try project.write(SampleSite.page("A new lamp", "It burns all night."), to: "site/lamp.html")
  }

  // MARK: - Damaged stores

  /// How a store was spoilt.
  enum Damage: CaseIterable {
    case overwritten, cutShort, begun
  }

  private func spoil(_ project: SampleProject, _ file: String, _ damage: Damage) throws {
    var bytes = try project.folder.readBytes(file)
    switch damage {
    case .overwritten: bytes = Array(repeating: 0x2E, count: bytes.count)
    case .cutShort: bytes.removeLast(bytes.count / 4096 / 2 * 4096 + 100)
    case .begun: bytes.replaceSubrange(4096..., with: Array(repeating: 0x2E, count: bytes.count - 4096))
    }
    try project.folder.write(bytes, to: file)
  }

  @Test(
    arguments: [
      "stages/fetch.sqlite", "stages/clean.sqlite", "stages/normalize.sqlite", "stages/dedupe.sqlite", "ledger.sqlite",
    ], Damage.allCases)
  func `a damaged store is told with its remedy, which helps`(_ file: String, _ damage: Damage) throws {
    let project = try SampleProject()
    try project.publish()
    let outputs = try PublishedOutputs(project)
    try spoil(project, "out/\(file)", damage)
    let run = try project.sluice("run", "--force")
    try expectFailure(project, run, naming: file, ["store.corrupt", "elete it: "], outputs)
    try project.folder.remove("out/\(file)")
    #expect(try project.sluice("run", "--now", SampleProject.now).status == 0)
    #expect(try PublishedOutputs(project) == outputs)
  }

  @Test(arguments: [
    "stages/fetch.sqlite", "stages/clean.sqlite", "stages/normalize.sqlite", "stages/dedupe.sqlite", "ledger.sqlite",
  ])
  func `a store of a newer program is refused`(_ file: String) throws {
    let project = try SampleProject()
    try project.publish()
    let outputs = try PublishedOutputs(project)
    try change(project.folder.path("out/\(file)"), "PRAGMA user_version = 99")
    let run = try project.sluice("run")
    try expectFailure(project, run, naming: file, ["store.newer", "layout 99", "Use the newer program"], outputs)
    #expect(try firstValue("PRAGMA user_version", in: project.folder.path("out/\(file)")) == "99")
  }

  @Test(arguments: ["stages/fetch", "stages/clean", "stages/normalize", "stages/dedupe", "ledger"], ["plan", "run"])
  func `what a killed writer left half written is undone by whoever looks next`(_ file: String, _ command: String)
    throws
  {
    let project = try SampleProject()
    try project.publish()
    let outputs = try PublishedOutputs(project)
    try leaveHalfWritten(project.folder.path("out/\(file).sqlite"))
    #expect(try project.sluice(command).status == 0)
    for other in ["runs", "rejects", "inspect", "run"] { #expect(try project.sluice(other).status == 0) }
    #expect(!project.exists("out/\(file).sqlite-journal"))
    #expect(try PublishedOutputs(project) == outputs)
  }

  @Test(arguments: ["clean", "normalize", "dedupe"])
  func `a store that is gone is made anew, with the same outputs`(_ stage: String) throws {
    let project = try SampleProject()
    try project.publish()
    let outputs = try PublishedOutputs(project)
    try project.folder.remove("out/stages/\(stage).sqlite")
    #expect(try project.sluice("run").status == 0)
    #expect(try PublishedOutputs(project) == outputs)
  }

  // MARK: - The published outputs

  @Test func `a current link that leads nowhere is set anew`() throws {
    let project = try SampleProject()
    try project.publish()
    let outputs = try PublishedOutputs(project)
    try project.folder.remove("out/current")
    try project.folder.link("out/current", to: "runs/20200101T000000Z-0000")
    let run = try project.sluice("run", "--now", SampleProject.now)
    #expect(run.status == 0)
    #expect(run.errorLines.last?.hasPrefix("published") == true)
    #expect(try PublishedOutputs(project) == outputs)
  }

  @Test(arguments: ["analytics.sqlite", "run.json", "csv/posts.csv"])
  func `outputs that lost a file are published anew`(_ file: String) throws {
    let project = try SampleProject()
    try project.publish()
    let outputs = try PublishedOutputs(project)
    try project.folder.remove("out/current/\(file)")
    #expect(try project.sluice("run", "--now", SampleProject.now).status == 0)
    #expect(try PublishedOutputs(project) == outputs)
    #expect(project.exists("out/current/\(file)"))
  }

  @Test func `a folder where current should be is left alone and told`() throws {
    let project = try SampleProject()
    try project.folder.write("mine", to: "out/current/letter.txt")
    let run = try project.sluice("run")
    try expectFailure(project, run, naming: "out/current", ["file."], nil)
    #expect(try project.folder.read("out/current/letter.txt") == "mine")
  }

  @Test func `a reader that has the database open goes on reading the old run`() throws {
    let project = try SampleProject()
    try project.publish()
    let reader = try DatabaseQueue(path: project.folder.path("out/current/analytics.sqlite"))
    let count = "SELECT count(*) FROM articles"
    #expect(try reader.read { try Int.fetchOne($0, sql: count) } == 3)
    try edit(project)
    try project.publish()
    #expect(try reader.read { try Int.fetchOne($0, sql: count) } == 3)
    #expect(try reader.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    #expect(try firstValue(count, in: project.folder.path("out/current/analytics.sqlite")) == "4")
  }

  @Test func `a table called by a path is refused before anything is written`() throws {
    var config = SampleConfig()
    config.normalize = config.normalize.replacing("\"table\": \"posts\"", with: "\"table\": \"../posts\"")
    let project = try SampleProject(config)
    let run = try project.sluice("run")
    #expect(run.status == 2)
    #expect(run.errors.contains("\"../posts\" is no name"))
    #expect(!project.exists("out"))
  }

  // MARK: - The output folder

  @Test(arguments: ["out", "out/runs", "out/stages"])
  func `a file in place of a folder is told`(_ path: String) throws {
    let project = try SampleProject()
    try project.folder.write("not a folder", to: path)
    try expectFailure(project, try project.sluice("run"), naming: path, ["file.unwritable"], nil)
    #expect(try project.folder.read(path) == "not a folder")
  }

  @Test(.enabled(if: Mount.isAllowed, "this user may not mount a file system"))
  func `an output folder that can't be written is told`() throws {
    let project = try SampleProject()
    let mount = try Mount(project.folder.path("out"), "size=16m")
    try project.publish()
    let outputs = try PublishedOutputs(project)
    try edit(project)
    try mount.change("ro")
    try expectFailure(project, try project.sluice("run"), naming: "out/", ["right to write"], outputs)
    try mount.change("rw")
    #expect(try project.sluice("run").status == 0)
    #expect(try project.rows("articles").count == 4)
  }

  /// How much is left of a disk when a run begins: from nothing to almost enough.
  @Test(
    .enabled(if: Mount.isAllowed, "this user may not mount a file system"), arguments: [0, 16, 64, 128, 192, 256, 320])
  func `a full disk is told, keeps what is published, and a run with space goes on`(_ left: Int) throws {
    let project = try SampleProject()
    let mount = try Mount(project.folder.path("out"), "size=4m")
    try project.publish()
    let outputs = try PublishedOutputs(project)
    try edit(project)
    try mount.fill("out/filler", of: project.folder, leaving: left << 10)
    let run = try project.sluice("run", "--force", "--now", SampleProject.now)
    if run.status != 0 {
      try expectFailure(project, run, naming: "out/", ["disk-full", "ree some space"], outputs)
    }
    #expect(left > 0 || run.status == 3)
    try project.folder.remove("out/filler")
    #expect(try project.sluice("run", "--now", SampleProject.now).status == 0)
    #expect(try project.rows("articles").count == 4)
    #expect(try project.faultsOfCurrent().isEmpty)
  }

  @Test(.enabled(if: Mount.isAllowed, "this user may not mount a file system"), arguments: [0, 24, 48, 96, 192])
  func `a disk that fills while the tables are built keeps what is published`(_ left: Int) throws {
    let project = try SampleProject()
    let mount = try Mount(project.folder.path("out"), "size=4m")
    try project.publish()
    let outputs = try PublishedOutputs(project)
    try mount.fill("out/filler", of: project.folder, leaving: left << 10)
    let run = try project.sluice("run", "load", "--force", "--now", SampleProject.now)
    if run.status != 0 {
      try expectFailure(project, run, naming: "out/", ["disk-full", "ree some space"], outputs)
    }
    #expect(left > 48 || run.status == 3)
    try project.folder.remove("out/filler")
    #expect(try project.sluice("run", "load", "--force", "--now", SampleProject.now).status == 0)
    #expect(try PublishedOutputs(project) == outputs)
  }
}

/// A small file system in memory, mounted on a folder until its owner goes.
private final class Mount {
  private let path: String

  /// Whether this user may mount one.
  static let isAllowed: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    return (try? Mount(folder.path("there"), "size=64k")) != nil
  }()

  init(_ path: String, _ options: String) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try run("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path])
  }

  deinit { try? run("umount", ["-l", path]) }

  /// Mounts it anew with another option, such as `ro`.
  func change(_ option: String) throws { try run("mount", ["-o", "remount,\(option)", path]) }

  /// Fills it with one file but for so many bytes.
  func fill(_ file: String, of folder: TemporaryFolder, leaving left: Int) throws {
    let free = try FileManager.default.attributesOfFileSystem(forPath: path)[.systemFreeSize] as? NSNumber
    try folder.write(Array(repeating: 0x2E, count: max((free?.intValue ?? 0) - left, 0)), to: file)
  }

  private func run(_ command: String, _ arguments: [String]) throws {
    let run = try ProgramRun("/usr/bin/env", [command] + arguments)
    guard run.status == 0 else { throw ProgramFailed(status: run.status, errors: run.errors) }
  }
}
