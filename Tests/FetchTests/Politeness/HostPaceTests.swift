import Fetch
import Testing

struct HostPaceTests {
  private func pace(_ change: (inout HTTPSettings) -> Void = { _ in }) -> HostPace {
    var settings = HTTPSettings()
    settings.delay = .milliseconds(100)
    settings.perHost = 4
    settings.longestWait = .seconds(60)
    change(&settings)
    return HostPace(host: "https://science.example:443", settings: settings)
  }

  @Test func `keeps its distance between two starts`() {
    var pace = pace()
    #expect(pace.permission(at: 0) == .now)
    pace.start(at: 0)
    pace.finish(.answered(latency: 5), at: 5)
    #expect(pace.permission(at: 5) == .at(100))
    #expect(pace.permission(at: 100) == .now)
    pace.setCrawlDelay(3000)
    pace.start(at: 100)
    pace.finish(.answered(latency: 5), at: 105)
    #expect(pace.permission(at: 105) == .at(3100))
  }

  @Test func `asks for more at once while answers come fast, and for less when they don't`() {
    var pace = pace { $0.delay = .zero }
    pace.start(at: 0)
    #expect(pace.permission(at: 0) == .afterAnother)
    for time in 1...Int64(20) {
      pace.finish(.answered(latency: 10), at: time)
      pace.start(at: time)
    }
    for _ in 0..<3 {
      #expect(pace.permission(at: 30) == .now)
      pace.start(at: 30)
    }
    #expect(pace.permission(at: 30) == .afterAnother)
    pace.finish(.answered(latency: 5000), at: 40)
    #expect(pace.permission(at: 10_000) == .afterAnother)
    #expect(pace.delay > 0)
  }

  @Test func `waits as long as it is asked to, up to the cap`() {
    var pace = pace()
    pace.start(at: 0)
    pace.finish(.overloaded(wait: 20_000), at: 10)
    #expect(pace.permission(at: 10) == .at(20_010))
    pace.start(at: 20_010)
    pace.finish(.overloaded(wait: 10_000_000), at: 20_020)
    #expect(pace.permission(at: 20_020) == .at(80_020))
  }

  @Test func `trouble stretches the delay and quiet lets it shrink`() {
    var pace = pace()
    for time in [0, 1000] as [Int64] {
      pace.start(at: time)
      pace.finish(.unreachable, at: time + 1)
    }
    #expect(pace.delay == 400)
    for time in 0..<Int64(10) {
      pace.start(at: 10_000 * time)
      pace.finish(.answered(latency: 1), at: 10_000 * time + 1)
    }
    #expect(pace.delay == 100)
  }

  @Test func `gives a host up after failures in a row, and after its budget`() {
    var dead = pace { $0.failuresUntilDown = 3 }
    for time in 0..<Int64(3) {
      dead.start(at: time)
      dead.finish(.unreachable, at: time)
    }
    #expect(dead.permission(at: 1_000_000) == .never(.down))
    var spent = pace { $0.budget = 1 }
    spent.start(at: 0)
    spent.finish(.answered(latency: 1), at: 1)
    #expect(spent.permission(at: 1000) == .never(.budgetSpent))
  }

  @Test func `backs off longer each time, by the same row for the same host`() {
    var one = pace()
    var other = pace()
    let waits = (2...8).map { one.backoff(beforeAttempt: $0) }
    #expect(waits == (2...8).map { other.backoff(beforeAttempt: $0) })
    for (index, wait) in waits.enumerated() {
      let most = min(60_000, Int64(1000) << Int64(index))
      #expect((most / 2...most).contains(wait) || wait == 60_000 || index >= 6)
    }
    #expect(waits.max() ?? 0 <= 60_000)
  }
}
