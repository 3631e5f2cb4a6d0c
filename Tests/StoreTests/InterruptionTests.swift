import Glibc
import Store
import Testing

/// Signals reach the whole process, so each of these tests has one of its own.
struct InterruptionTests {
  @Test(arguments: [SIGINT, SIGTERM])
  func `remembers the first signal and ends at once with the second`(signal: Int32) async {
    await #expect(processExitsWith: .exitCode(128 + signal)) { [signal = signal as Int32] in
      let interruption = Interruption()
      guard interruption.exitStatus == nil else { exit(1) }
      // A test's own thread may block signals, so they are sent to the process and waited for.
      kill(getpid(), signal)
      for _ in 0..<10_000 where interruption.exitStatus == nil { usleep(1000) }
      guard interruption.exitStatus == 128 + signal else { exit(2) }
      kill(getpid(), signal)
      sleep(10)
      exit(3)
    }
  }

  @Test func `lives on when a reader of its output goes away`() async {
    await #expect(processExitsWith: .exitCode(0)) {
      _ = Interruption()
      kill(getpid(), SIGPIPE)
      usleep(100_000)
      exit(0)
    }
  }
}
