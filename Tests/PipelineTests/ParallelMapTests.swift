import Records
import Synchronization
import Testing

@testable import Pipeline

struct ParallelMapTests {
  @Test(arguments: [1, 2, 3, 8, 100])
  func `gives the results in the items' order`(jobs: Int) async {
    let items = Array(0..<57)
    let results = await parallelMap(items, jobs: jobs) { item in
      // Later items are done first.
      var sum = 0
      for number in 0..<((57 - item) * 500) { sum &+= number }
      return item * 2 + (sum == -1 ? 1 : 0)
    }
    #expect(results == items.map { $0 * 2 })
  }

  @Test func `works on no more items at once than it has jobs`() async {
    let running = Mutex((now: 0, most: 0))
    _ = await parallelMap(Array(0..<40), jobs: 2) { item in
      running.withLock { counts in
        counts.now += 1
        counts.most = max(counts.most, counts.now)
      }
      running.withLock { $0.now -= 1 }
      return item
    }
    #expect(running.withLock { $0.most } <= 2)
  }

  @Test func `writes batches in order, each once, until a read gives none`() async throws {
    var batches = [[1, 2, 3], [4], [5, 6]][...]
    var written: [[Int]] = []
    try await inBatches(jobs: 2) {
      batches.popFirst() ?? []
    } transform: {
      $0 * 10
    } write: {
      written.append($0)
    }
    #expect(written == [[10, 20, 30], [40], [50, 60]])
  }

  @Test func `a write that throws ends the work`() async {
    var next = 0
    var written = 0
    await #expect(throws: Failure.self) {
      try await inBatches(jobs: 2) {
        next += 1
        return [next]
      } transform: {
        $0
      } write: { _ in
        written += 1
        if written == 2 { throw Failure("test.full", "the disk is full") }
      }
    }
    #expect(written == 2)
    #expect(next <= 3)
  }
}
