import Foundation
import JSONText
import Store
import TestSupport
import Testing

@Suite struct SignalTests {
  private static let pages = 800

  private static let project = Result { shared(try SampleProject(files: SampleSite.articles(pages))) }

  private static let outputs = Result {
    let unstopped = try SampleProject(copying: try project.get())
    try unstopped.publish()
    return try PublishedOutputs(unstopped)
  }

  /// Starts a run and waits until clean has committed a batch.
  private func cleaningRun(_ project: SampleProject) throws -> RunningProgram {
    let run = try project.starting("run", "--now", SampleProject.now)
    for _ in 1...20_000 {
      if try cleaned(project) > 0 { return run }
      usleep(1000)
    }
    throw CocoaError(.fileNoSuchFile)
  }

  private func cleaned(_ project: SampleProject) throws -> Int {
    guard project.exists("out/stages/clean.sqlite") else { return 0 }
    let count = try? firstValue("SELECT count(*) FROM _inputs", in: project.folder.path("out/stages/clean.sqlite"))
    return count.flatMap { $0 }.flatMap { Int($0) } ?? 0
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func `a signal ends the run after its batch, and the next run goes on`(_ signal: Int32, _ status: Int32) throws {
    let project = try SampleProject(copying: try Self.project.get())
    let run = try cleaningRun(project)
    run.send(signal)
    let end = try run.wait()
    #expect(end.status == status)
    #expect(end.errorLines.last == "stopped by a signal after the last batch; run again to go on")
    #expect(project.current == nil)
    let done = try cleaned(project)
    #expect(done > 0 && done <= Self.pages + 1)
    #expect(done % 64 == 0 || done == Self.pages + 1)
    let entry = try project.json("runs").elements.first
    #expect(entry?["status"]?.text == "interrupted")
    #expect(entry?["exit_status"]?.integer == Int(status))
    let next = try project.sluice("run", "--now", SampleProject.now)
    #expect(next.status == 0)
    if done < Self.pages + 1 { #expect(next.errors.contains("worked on \(Self.pages + 1 - done) new")) }
    #expect(try PublishedOutputs(project) == Self.outputs.get())
  }

  @Test func `a signal ends the wait for another run`() throws {
    let project = try SampleProject()
    try project.publish()
    let lock = try RunLock(project.folder.path("out/lock"), holder: "this test", wait: 0)
    let run = try project.starting("run", "--wait", "10m")
    usleep(500_000)
    run.send(SIGTERM)
    #expect(try run.wait(timeLimit: 30).status == 143)
    _ = consume lock
  }

  @Test func `a signal during load leaves what was published`() throws {
    let project = try SampleProject(copying: try Self.project.get())
    let run = try project.starting("run", "--now", SampleProject.now)
    for _ in 1...100_000 {
      if try project.exists("out/runs")
        && project.folder.names("out/runs").contains(where: { $0.hasSuffix(".building") })
      {
        break
      }
      usleep(200)
    }
    run.send(SIGTERM)
    #expect(try run.wait().status == 143)
    #expect(project.current == nil)
    #expect(try project.sluice("run", "--now", SampleProject.now).status == 0)
    #expect(try PublishedOutputs(project) == Self.outputs.get())
    #expect(try project.folder.names("out/runs").count == 1)
  }

  @Test func `a second signal ends the run at once`() throws {
    let project = try SampleProject(copying: try Self.project.get())
    let run = try cleaningRun(project)
    // Stopped, so that both signals are there before the program can act on one.
    run.send(SIGSTOP)
    run.send(SIGINT)
    run.send(SIGTERM)
    run.send(SIGCONT)
    let end = try run.wait()
    #expect(end.status == 130 || end.status == 143)
    #expect(!end.errors.contains("stopped by a signal"))
    #expect(try project.sluice("run", "--now", SampleProject.now).status == 0)
    #expect(try PublishedOutputs(project) == Self.outputs.get())
    #expect(try project.json("runs").elements.last?["status"]?.text == "lost")
  }
}
