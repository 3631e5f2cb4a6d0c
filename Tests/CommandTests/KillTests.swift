import Foundation
import JSONText
import Store
import TestSupport
import Testing

@Suite struct KillTests {
  /// A project that has published once and has much to do again, and what an unkilled run would make of it.
  private struct Scene {
    var project: SampleProject
    var before: PublishedOutputs?
    var after: PublishedOutputs
    /// Seconds of the unkilled run.
    var duration: Double
  }

  /// Seventy pages: more than a batch of clean and normalize.
  private static func newProject() throws -> SampleProject {
    shared(try SampleProject(files: SampleSite.articles(70)))
  }

  private static func scene(_ project: SampleProject, before: PublishedOutputs?) throws -> Scene {
    let unkilled = try SampleProject(copying: project)
    let start = ProcessInfo.processInfo.systemUptime
    try unkilled.publish()
    let duration = ProcessInfo.processInfo.systemUptime - start
    return Scene(project: project, before: before, after: try PublishedOutputs(unkilled), duration: duration)
  }

  private static let fresh = Result { try scene(newProject(), before: nil) }

  private static let published = Result {
    let project = try newProject()
    try project.sluice("run", "--now", "2026-02-28T02:00:00Z")
    let before = try PublishedOutputs(project)
    for number in 1...66 {
      try project.write(
        SampleSite.page(
          "Notice \(number), mended", "Pump \(number % 13) gave \(number) buckets of water.",
          cards: [SampleSite.card("Pump hand", "Quay", "Minds pump \(number % 13).", posted: "2026-02-02")]),
        to: "site/issue/\(number).html", modified: 1_767_300_000)
    }
    try project.folder.remove("site/issue/70.html")
    try project.write("Count them again.", to: "notes/tuesday.txt")
    return try scene(project, before: before)
  }

  static let places =
    WriteBoundary.allCases.map { "\($0.rawValue)" }.filter { !$0.hasPrefix("web-") } + [
      "fetch-batch:2", "clean-batch:2", "normalize-batch:2", "dedupe-table:2",
    ]

  @Test(arguments: places)
  func `a first run killed at a write boundary goes on to the same outputs`(_ place: String) throws {
    let scene = try Self.fresh.get()
    let project = try SampleProject(copying: scene.project)
    let killed = try project.sluice("run", "--now", SampleProject.now, environment: ["SLUICE_KILL_AT": place])
    #expect(killed.status == -SIGKILL, "\(killed.errors)")
    try resume(project, scene)
  }

  @Test(arguments: places)
  func `a later run killed at a write boundary leaves the old outputs or the new`(_ place: String) throws {
    let scene = try Self.published.get()
    let project = try SampleProject(copying: scene.project)
    let killed = try project.sluice("run", "--now", SampleProject.now, environment: ["SLUICE_KILL_AT": place])
    #expect(killed.status == -SIGKILL, "\(killed.errors)")
    let isSwitched = ["current-switched", "run-closed"].contains(place)
    #expect(try PublishedOutputs(project) == (isSwitched ? scene.after : scene.before))
    try resume(project, scene)
  }

  @Test func `runs killed at random moments leave whole outputs and go on to the same`() throws {
    let scene = try Self.published.get()
    var random = SplitMix(seed: 20_260_301)
    var killed = 0
    for _ in 1...20 {
      let project = try SampleProject(copying: scene.project)
      let moment = scene.duration * Double(random.next() % 1000) / 1000
      let run = try project.starting("run", "--now", SampleProject.now)
      usleep(UInt32(moment * 1_000_000))
      run.send(SIGKILL)
      if try run.wait().status == -SIGKILL { killed += 1 }
      let outputs = try PublishedOutputs(project)
      #expect(outputs == scene.before || outputs == scene.after, "killed after \(moment) s")
      try resume(project, scene)
    }
    #expect(killed > 0)
  }

  @Test func `a run killed again and again gets done`() throws {
    let scene = try Self.fresh.get()
    let project = try SampleProject(copying: scene.project)
    for place in ["fetch-batch", "clean-batch", "clean-done", "normalize-batch:2", "database-built", "folder-named"] {
      let killed = try project.sluice("run", "--now", SampleProject.now, environment: ["SLUICE_KILL_AT": place])
      #expect(killed.status == -SIGKILL, "\(place): \(killed.errors)")
      #expect(project.current == nil)
    }
    try resume(project, scene)
    let statuses = try project.json("runs").elements.map { $0["status"]?.text }
    #expect(statuses == ["published"] + Array(repeating: "lost", count: 6))
  }

  @Test func `a run killed after its outputs became current is noted as published`() throws {
    let project = try SampleProject(copying: try Self.fresh.get().project)
    try project.sluice("run", environment: ["SLUICE_KILL_AT": "current-switched"])
    let history = project.folder.path("out/history.sqlite")
    #expect(try firstValue("SELECT state FROM publishes", in: history) == "building")
    #expect(try project.sluice("run").status == 0)
    #expect(try project.json("runs").elements.map { $0["status"]?.text } == ["unchanged", "published"])
    #expect(try firstValue("SELECT state FROM publishes", in: history) == "published")
  }

  /// `current` is whole or absent now; a run with the same clock brings what an unkilled one would have brought, and
  /// leaves nothing half done behind.
  private func resume(_ project: SampleProject, _ scene: Scene) throws {
    #expect(try project.faultsOfCurrent().isEmpty)
    let run = try project.sluice("run", "--now", SampleProject.now)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try PublishedOutputs(project) == scene.after)
    #expect(try project.faultsOfCurrent().isEmpty)
    #expect(try project.folder.names("out/runs").allSatisfy { !$0.contains(".") })
    #expect(try project.folder.names("out").allSatisfy { !$0.hasSuffix(".new") && !$0.hasSuffix("-wal") })
    #expect(try project.folder.names("out/stages").allSatisfy { !$0.hasSuffix("-wal") && !$0.hasSuffix("-journal") })
  }
}

/// SplitMix64, a generator of fixed numbers: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
