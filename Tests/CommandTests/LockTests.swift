import Foundation
import JSONText
import Store
import TestSupport
import Testing

@Suite struct LockTests {
  /// A run that stands still while it holds the lock.
  private func stoppedRun(_ project: SampleProject) throws -> RunningProgram {
    let run = try project.starting("run", "--force", "--now", SampleProject.now)
    for _ in 1...20_000 {
      if let holder = try? project.folder.read("out/lock"), holder.contains("process \(run.number) ") { break }
      usleep(500)
    }
    run.send(SIGSTOP)
    for _ in 1...20_000 {
      if try state(of: run) == "T" { return run }
      usleep(500)
    }
    throw CocoaError(.executableLoad)
  }

  /// The letter by which the system tells how a process stands: T is stopped.
  private func state(of run: RunningProgram) throws -> Substring? {
    let line = try String(contentsOfFile: "/proc/\(run.number)/stat", encoding: .utf8)
    return line.split(separator: ")").last?.split(separator: " ").first
  }

  @Test func `a second run beside a running one ends with 75 and names the holder`() throws {
    let project = try SampleProject(files: SampleSite.articles(70))
    try project.publish()
    let first = try stoppedRun(project)
    let second = try project.sluice("run")
    first.send(SIGCONT)
    #expect(second.status == 75)
    #expect(second.errorLines.count == 1)
    #expect(
      second.errors.contains(
        "run.locked: another run holds this folder: process \(first.number) since \(SampleProject.now)"))
    #expect(second.errors.contains("--wait 10m"))
    #expect(try first.wait().status == 0)
    #expect(try project.json("runs").elements.count == 2)
  }

  @Test func `with --wait a second run goes on when the first is done`() throws {
    let project = try SampleProject(files: SampleSite.articles(70))
    let first = try stoppedRun(project)
    let second = try project.starting("run", "--wait", "10m")
    usleep(300_000)
    #expect(try second.errorsSoFar().isEmpty)
    first.send(SIGCONT)
    #expect(try first.wait().status == 0)
    let end = try second.wait()
    #expect(end.status == 0)
    #expect(end.errors.contains("unchanged  "))
  }

  @Test func `with --wait a second run gives up after that time`() throws {
    let project = try SampleProject(files: SampleSite.articles(70))
    let first = try stoppedRun(project)
    let second = try project.sluice("run", "--wait", "1s")
    first.send(SIGCONT)
    #expect(second.status == 75)
    #expect(try first.wait().status == 0)
  }

  @Test func `a killed holder leaves no lock behind`() throws {
    let project = try SampleProject(files: SampleSite.articles(70))
    let first = try stoppedRun(project)
    first.send(SIGKILL)
    #expect(try first.wait().status == -SIGKILL)
    let second = try project.sluice("run")
    #expect(second.status == 0, "\(second.errors)")
  }

  @Test func `commands that only read take no lock`() throws {
    let project = try SampleProject()
    try project.publish()
    let lock = try RunLock(project.folder.path("out/lock"), holder: "this test", wait: 0)
    for command in ["plan", "validate", "runs", "rejects", "inspect"] {
      #expect(try project.sluice(command).status == 0)
    }
    #expect(try project.sluice("run").errors.contains("another run holds this folder: this test"))
    _ = consume lock
    #expect(try project.sluice("run").status == 0)
  }
}
