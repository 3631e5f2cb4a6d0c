import Foundation
import Records
import Store
import TestSupport
import Testing

@Suite struct ProgramCallTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func call(_ arguments: [String], _ environment: [(name: String, value: String)] = []) throws -> ProgramCall {
    try ProgramCall(
      arguments, environment: environment, folder: folder.path, output: folder.path("output"),
      messages: folder.path("messages"))
  }

  private func wait(_ call: inout ProgramCall) -> ProgramCall.Ending {
    while true {
      if let ending = call.ending() { return ending }
      usleep(5000)
    }
  }

  @Test func `arguments reach the program as they are, without a shell`() throws {
    var program = try call(["/bin/echo", "$HOME", "a b", ";", "*"])
    #expect(wait(&program) == .status(0))
    #expect(try folder.read("output") == "$HOME a b ; *\n")
  }

  @Test func `it runs in the folder, with the variables given and no others`() throws {
    var program = try call(["/bin/sh", "-c", "pwd; /usr/bin/env; echo oh >&2; exit 3"], [("ONE", "1")])
    #expect(wait(&program) == .status(3))
    let lines = try folder.read("output").split(separator: "\n").map(String.init)
    #expect(lines.first?.hasSuffix(URL(fileURLWithPath: folder.path).lastPathComponent) == true)
    #expect(Set(lines.dropFirst()).isSubset(of: ["ONE=1", "PWD=\(lines[0])", "_=/usr/bin/env", "OLDPWD=\(lines[0])"]))
    #expect(try folder.read("messages") == "oh\n")
  }

  @Test func `a program that isn't there is named`() throws {
    let failure = #expect(throws: Failure.self) { _ = try call(["./export"]) }
    #expect(failure?.diagnostic.summary == "./export can't be started: No such file or directory")
  }

  @Test func `what it leaves running ends with it`() throws {
    var program = try call(["/bin/sh", "-c", "sleep 1000 & echo $!"])
    #expect(wait(&program) == .status(0))
    let child = try #require(Int32(try folder.read("output").split(separator: "\n").first ?? ""))
    try expectEnd(of: child)
  }

  @Test func `the whole group is ended`() throws {
    var program = try call(["/bin/sh", "-c", "sleep 1000 & echo $!; trap '' TERM; while :; do sleep 1000; done"])
    var child: Int32?
    while child == nil {
      child = (try? folder.read("output"))?.split(separator: "\n").first.flatMap { Int32($0) }
      usleep(5000)
    }
    program.interrupt()
    program.end()
    try expectEnd(of: try #require(child))
  }

  /// Waits until a process is gone, or only its entry is left for whoever has to take note of it.
  private func expectEnd(of process: Int32) throws {
    while let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8), !status.contains(") Z ") {
      usleep(5000)
    }
  }
}
