import Fetch
import Testing
import WebAddress

struct RobotsGateTests {
  private func job(_ address: String) throws -> FetchJob {
    FetchJob(key: address, address: try #require(Address(parsing: address)))
  }

  private func answer(_ text: String) throws -> Result<HTTPResponse, FetchFailure> {
    let address = try #require(Address(parsing: "http://a.example/robots.txt"))
    return .success(HTTPResponse(address: address, status: 200, body: Array(text.utf8)))
  }

  @Test func `holds a host's jobs until its rules are there, and asks for them once`() throws {
    var gate = RobotsGate(HTTPSettings())
    guard case .held(let robots?) = gate.passage(of: try job("http://a.example/x")) else {
      throw FetchFailure(.check, "test", "not held")
    }
    #expect(robots.address.href == "http://a.example/robots.txt")
    #expect(gate.passage(of: try job("http://a.example/private/y")) == .held(nil))
    #expect(gate.heldCount == 2)
    let (jobs, delay) = gate.settle(
      robots.key, try answer("User-agent: sluice\nDisallow: /private\nCrawl-delay: 2.5\n"))
    #expect(jobs.count == 2)
    #expect(delay == 2500)
    #expect(gate.heldCount == 0)
    #expect(gate.passage(of: jobs[0]) == .open)
    guard case .closed(let failure) = gate.passage(of: jobs[1]) else { throw FetchFailure(.check, "test", "open") }
    #expect(failure.code == "fetch.robots")
  }

  @Test(arguments: [(404, true), (403, true), (500, false), (429, false)])
  func `4xx means no rules, 5xx and 429 that nothing may be asked for`(status: Int, isOpen: Bool) throws {
    var gate = RobotsGate(HTTPSettings())
    let page = try job("http://a.example/x")
    _ = gate.passage(of: page)
    _ = gate.settle(
      "http://a.example:80", .failure(FetchFailure(.headers, "fetch.status", "no", status: status)))
    #expect((gate.passage(of: page) == .open) == isOpen)
  }

  @Test func `a host that can't be reached is asked for nothing, and the reason is told`() throws {
    var gate = RobotsGate(HTTPSettings())
    let page = try job("http://a.example/x")
    _ = gate.passage(of: page)
    _ = gate.settle(
      "http://a.example:80", .failure(FetchFailure(.connect, "fetch.no-connection", "nobody listens", mayPass: true)))
    guard case .closed(let failure) = gate.passage(of: page) else { throw FetchFailure(.check, "test", "open") }
    #expect(failure.code == "fetch.no-connection")
    #expect(failure.summary.contains("nobody listens"))
  }
}
