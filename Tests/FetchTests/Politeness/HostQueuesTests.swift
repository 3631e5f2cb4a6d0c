import Fetch
import Testing
import WebAddress

struct HostQueuesTests {
  private func queues(_ change: (inout HTTPSettings) -> Void = { _ in }) -> HostQueues {
    var settings = HTTPSettings()
    settings.delay = .milliseconds(100)
    settings.perHost = 1
    settings.longestWait = .seconds(10)
    change(&settings)
    return HostQueues(settings)
  }

  private func job(_ address: String) throws -> FetchJob {
    FetchJob(key: address, address: try #require(Address(parsing: address)))
  }

  private func key(_ step: HostQueues.Step) -> String? { if case .start(let job) = step { job.key } else { nil } }

  @Test func `hosts take turns, each at its pace`() throws {
    var queues = queues()
    for address in ["http://a.example/1", "http://a.example/2", "http://b.example/1", "http://b.example/2"] {
      queues.add(try job(address))
    }
    #expect(queues.count == 4)
    #expect(queues.hostCount == 2)
    #expect(key(queues.next(at: 0)) == "http://a.example/1")
    #expect(key(queues.next(at: 0)) == "http://b.example/1")
    #expect(queues.next(at: 0) == .idle)
    queues.finish("http://a.example:80", .answered(latency: 5), at: 5)
    #expect(queues.next(at: 5) == .wait(until: 100))
    #expect(key(queues.next(at: 100)) == "http://a.example/2")
    #expect(queues.count == 1)
  }

  @Test func `a job is tried again after its wait, before newer ones`() throws {
    var queues = queues { $0.delay = .zero }
    queues.add(try job("http://a.example/1"))
    guard case .start(let started) = queues.next(at: 0) else { throw FetchFailure(.check, "test", "no job") }
    #expect(started.attempts == 1)
    queues.finish("http://a.example:80", .answered(latency: 1), at: 1)
    queues.retry(started, at: 1, wait: 5000)
    queues.add(try job("http://a.example/2"))
    #expect(key(queues.next(at: 2)) == "http://a.example/2")
    queues.finish("http://a.example:80", .answered(latency: 1), at: 3)
    #expect(queues.next(at: 3) == .wait(until: 5001))
    guard case .start(let again) = queues.next(at: 5001) else { throw FetchFailure(.check, "test", "no job") }
    #expect(again.key == "http://a.example/1")
    #expect(again.attempts == 2)
  }

  @Test func `what a host won't be asked for any more is handed back`() throws {
    var queues = queues {
      $0.delay = .zero
      $0.budget = 1
    }
    queues.add(try job("http://a.example/1"))
    queues.add(try job("http://a.example/2"))
    #expect(key(queues.next(at: 0)) == "http://a.example/1")
    guard case .refuse(let refused, .budgetSpent) = queues.next(at: 0) else {
      throw FetchFailure(.check, "test", "not refused")
    }
    #expect(refused.key == "http://a.example/2")
    #expect(queues.count == 0)
  }
}
