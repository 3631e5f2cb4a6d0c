import Fetch
import Store
import Testing
import WebAddress

struct VerdictTests {
  private func verdict(
    _ status: Int, _ fields: [(String, String)] = [], attempts: Int = 1, change: (inout FetchJob) -> Void = { _ in }
  ) throws -> Verdict {
    let address = try #require(Address(parsing: "http://a.example/x"))
    var job = FetchJob(key: address.href, address: address)
    job.attempts = attempts
    change(&job)
    let response = HTTPResponse(
      address: address, status: status, fields: fields.map { HTTPResponse.Field($0.0, $0.1) })
    return Verdict(job, .success(response), settings: HTTPSettings(), unixSeconds: 1_700_000_000)
  }

  @Test func `200 is a page, and so is 304 where it was asked for`() throws {
    guard case .page = try verdict(200) else { throw FetchFailure(.check, "test", "no page") }
    guard case .retry = try verdict(304) else { throw FetchFailure(.check, "test", "no retry") }
    guard case .failure = try verdict(304, attempts: 4) else { throw FetchFailure(.check, "test", "no failure") }
    var due = DueAddress(source: "s", offer: WebOffer(key: "http://a.example/x", target: "http://a.example/x"), turn: 1)
    due.etag = "\"1\""
    due.place = "a 1 2"
    let conditional = try verdict(304) { $0 = FetchJob(due, address: $0.address, forced: false) }
    guard case .page = conditional else { throw FetchFailure(.check, "test", "no page") }
  }

  @Test(arguments: [404, 410, 401, 403, 418, 206])
  func `what won't change is not asked for again`(status: Int) throws {
    guard case .failure(let failure) = try verdict(status) else { throw FetchFailure(.check, "test", "no failure") }
    #expect(failure.status == status)
  }

  @Test(arguments: [408, 425, 429, 500, 502, 503, 504])
  func `what may pass is tried again, up to the last try`(status: Int) throws {
    guard case .retry(_, wait: nil) = try verdict(status) else { throw FetchFailure(.check, "test", "no retry") }
    guard case .failure(let failure) = try verdict(status, attempts: 4) else {
      throw FetchFailure(.check, "test", "no failure")
    }
    #expect(failure.code == "fetch.server-error")
  }

  @Test(arguments: [("7", 7000), ("Tue, 14 Nov 2023 22:13:25 GMT", 5000), ("99999", 120_000)])
  func `Retry-After is heard in both forms, up to the cap`(header: String, wait: Int64) throws {
    guard case .retry(_, let found) = try verdict(429, [("Retry-After", header)]) else {
      throw FetchFailure(.check, "test", "no retry")
    }
    #expect(found == wait)
  }

  @Test func `a redirect goes on at its address, with the tries from the start`() throws {
    guard case .redirect(let job) = try verdict(301, [("Location", "/y")], attempts: 3) else {
      throw FetchFailure(.check, "test", "no redirect")
    }
    #expect(job.address.href == "http://a.example/y")
    #expect(job.hops.map(\.href) == ["http://a.example/x"])
    #expect(job.attempts == 0)
  }

  @Test(arguments: [nil, "/x", "http://["] as [String?])
  func `a redirect that leads nowhere is refused`(location: String?) throws {
    let fields = location.map { [("Location", $0)] } ?? []
    guard case .failure(let failure) = try verdict(302, fields) else {
      throw FetchFailure(.check, "test", "no failure")
    }
    #expect(failure.code == "fetch.redirect")
  }
}
