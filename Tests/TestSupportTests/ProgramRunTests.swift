import TestSupport
import Testing

struct ProgramRunTests {
  private func shell(
    _ script: String, environment: [String: String] = [:], folder: String? = nil, timeLimit: Double = 60
  ) throws -> ProgramRun {
    try ProgramRun("/bin/sh", ["-c", script], environment: environment, folder: folder, timeLimit: timeLimit)
  }

  @Test func `gives the exit status and both streams`() throws {
    let run = try shell("echo out; echo wrong >&2; echo more; exit 3")
    #expect(run.status == 3)
    #expect(run.outputLines == ["out", "more"])
    #expect(run.errors == "wrong\n")
    #expect(!run.isTimedOut)
  }

  @Test func `gives the signal that killed a program as a negative number`() throws {
    #expect(try shell("kill -TERM $$").status == -15)
  }

  @Test func `kills a program whose time is over`() throws {
    let run = try shell("echo begun; exec sleep 60", timeLimit: 1)
    #expect(run.isTimedOut)
    #expect(run.status == -9)
    #expect(run.output == "begun\n")
  }

  @Test func `reads long output on both streams`() throws {
    let run = try shell(
      "i=0; while [ $i -lt 3000 ]; do echo $i$(printf '%0100d' 0); echo $i$(printf '%0100d' 0) >&2; i=$((i+1)); done")
    #expect(run.outputLines.count == 3000)
    #expect(run.errors == run.output)
  }

  @Test func `sets and takes away variables and chooses the folder`() throws {
    let folder = try TemporaryFolder()
    #expect(try shell("echo $SALT-$0", environment: ["SALT": "a b"]).output == "a b-/bin/sh\n")
    #expect(try shell("echo ${HOME-none}", environment: ["HOME": ""]).output == "none\n")
    #expect(try shell("pwd", folder: folder.path).output == folder.path + "\n")
  }

  @Test func `has nothing on standard input`() throws {
    #expect(try ProgramRun("/bin/cat").output == "")
  }

  @Test func `throws where there is no such program`() {
    #expect(throws: (any Error).self) { try ProgramRun("/missing/program") }
  }

  @Test func `sends signals to a running program`() throws {
    let program = try RunningProgram(
      "/bin/sh", ["-c", "trap 'echo asked >&2; exit 7' TERM; echo ready >&2; while :; do sleep 0.05; done"])
    while try program.errorsSoFar().isEmpty {}
    program.send(15)
    let run = try program.wait()
    #expect(run.status == 7)
    #expect(run.errorLines == ["ready", "asked"])
  }
}
