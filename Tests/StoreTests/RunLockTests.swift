import Records
import Store
import TestSupport
import Testing

struct RunLockTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func take(_ holder: String, wait: Int = 0) throws {
    _ = try RunLock(folder.path("lock"), holder: holder, wait: wait)
  }

  @Test func `refuses a second holder and names the first`() throws {
    let lock = try RunLock(folder.path("lock"), holder: "run 20261122, process 4711", wait: 0)
    for _ in 0..<3 {
      let found = failure { try take("another") }
      #expect(found?.code == "run.locked")
      #expect(found?.summary.contains("run 20261122, process 4711") == true)
      #expect(found?.remedy.isEmpty == false)
    }
    #expect(try folder.read("lock") == "run 20261122, process 4711")
    _ = consume lock
  }

  @Test func `is free again once its holder lets go`() throws {
    for holder in ["first, with a long name", "second"] {
      let lock = try RunLock(folder.path("lock"), holder: holder, wait: 0)
      #expect(try folder.read("lock") == holder)
      _ = consume lock
      #expect(try folder.read("lock") == "")
    }
  }

  @Test func `takes over a file that nobody holds`() throws {
    try folder.write("a holder that died", to: "lock")
    try take("next")
  }

  @Test func `waits for the lock as long as it was told`() async throws {
    let lock = try RunLock(folder.path("lock"), holder: "first", wait: 0)
    #expect(failure { try take("second", wait: 1) }?.code == "run.locked")
    let path = folder.path("lock")
    let waiting = Task.detached { try RunLockTests.takeAndRead(path) }
    try await Task.sleep(for: .milliseconds(150))
    _ = consume lock
    #expect(try await waiting.value == "second")
  }

  private static func takeAndRead(_ path: String) throws -> String {
    let lock = try RunLock(path, holder: "second", wait: 60)
    let holder = String(decoding: try FileCalls.read(path), as: UTF8.self)
    _ = consume lock
    return holder
  }

  @Test func `says so when the file can't be made`() {
    let found = failure { _ = try RunLock(folder.path("missing/lock"), holder: "first", wait: 0) }
    #expect(found?.code == "file.unwritable")
  }

  @Test func `is not kept by a program that was started meanwhile`() throws {
    let lock = try RunLock(folder.path("lock"), holder: "first", wait: 0)
    let program = try RunningProgram("/bin/sleep", ["60"])
    _ = consume lock
    try take("second")
    program.send(9)
    #expect(try program.wait().status == -9)
  }
}
