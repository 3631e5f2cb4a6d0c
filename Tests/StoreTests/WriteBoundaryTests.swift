import Glibc
import Store
import Testing

struct WriteBoundaryTests {
  @Test func `has a name of its own for each moment`() {
    #expect(Set(WriteBoundary.allCases.map(\.rawValue)).count == WriteBoundary.allCases.count)
  }

  #if DEBUG
    @Test func `ends the process at the moment and the count that are asked for`() async {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        // The variable is set before anything reads it, and no other thread of this process touches it.
        unsafe setenv("SLUICE_KILL_AT", "clean-batch:2", 1)
        WriteBoundary.cleanBatch.reached()
        WriteBoundary.fetchBatch.reached()
        WriteBoundary.cleanBatch.reached()
      }
      await #expect(processExitsWith: .success) {
        unsafe setenv("SLUICE_KILL_AT", "clean-batch:2", 1)
        WriteBoundary.cleanBatch.reached()
        WriteBoundary.cleanDone.reached()
      }
    }
  #endif
}
