import Fetch
import Foundation
import Settings
import TestSupport
import Testing
import WebAddress

/// Settings for a server on this machine, with times that a busy machine keeps.
func httpSettings(_ server: LoopbackServer? = nil, _ change: (inout HTTPSettings) -> Void = { _ in }) throws
  -> HTTPSettings
{
  var settings = HTTPSettings()
  settings.contact = "https://science.example/bot"
  settings.delay = .zero
  settings.allowPrivate = server.map { ["127.0.0.1:\($0.port)"] } ?? []
  settings.timeouts.connect = .seconds(120)
  settings.timeouts.firstByte = .seconds(600)
  settings.timeouts.idle = .seconds(600)
  settings.timeouts.whole = .seconds(3600)
  change(&settings)
  return settings
}

/// What asking for one address comes to.
func answer(
  _ address: String, _ settings: HTTPSettings, environment: [String: String] = [:]
) async throws -> Result<HTTPResponse, FetchFailure> {
  let fetcher = HTTPFetcher(settings, environment: environment)
  let address = try #require(Address(parsing: address))
  let result: Result<HTTPResponse, FetchFailure>
  do throws(FetchFailure) { result = .success(try await fetcher.get(address)) } catch { result = .failure(error) }
  await fetcher.shutdown()
  return result
}

extension Result where Failure == FetchFailure {
  var failure: FetchFailure? { if case .failure(let failure) = self { failure } else { nil } }
}

struct HTTPFetcherTests {
  @Test func `says who asks and takes what is packed`() async throws {
    let server = try LoopbackServer { _ in .page("<p>Hello</p>", ["X-One": "1"]) }
    let response = try await answer(server.address("/a?b=1"), httpSettings(server)).get()
    #expect(response.status == 200)
    #expect(response.body == Array("<p>Hello</p>".utf8))
    #expect(response["x-one"] == "1")
    let request = try #require(server.requests.first)
    #expect(request.path == "/a?b=1")
    #expect(request.fields["user-agent"] == "Sluice (+https://science.example/bot)")
    #expect(request.fields["accept-encoding"] == "gzip, deflate")
    #expect(request.fields["cookie"] == nil)
  }

  @Test func `sends the address's credentials in a header alone`() async throws {
    let server = try LoopbackServer { _ in .page("<p>Hello</p>") }
    let address = server.address("/a").replacing("http://", with: "http://ann:s%20cret@")
    _ = try await answer(address, httpSettings(server)).get()
    let request = try #require(server.requests.first)
    #expect(request.path == "/a")
    #expect(request.fields["authorization"] == "Basic YW5uOnMgY3JldA==")
  }

  @Test func `refuses a private machine before anything is sent`() async throws {
    let server = try LoopbackServer { _ in .page("secret") }
    let settings = try httpSettings(server) { $0.allowPrivate = [] }
    let literal = try await answer(server.address("/"), settings).failure
    #expect(literal?.code == "fetch.private-address")
    #expect(literal?.phase == .check)
    #expect(server.requests == [])
  }

  @Test func `refuses a name by the machine that it leads to`() async throws {
    // The machine's own name, which its list of hosts gives a private address.
    let name = HostNames.ofThisMachine
    try #require(!name.isEmpty)
    let server = try LoopbackServer(host: "0.0.0.0") { _ in .page("secret") }
    let settings = try httpSettings(server) { $0.allowPrivate = [] }
    let failure = try await answer("http://\(name):\(server.port)/", settings).failure
    #expect(failure?.code == "fetch.private-address")
    #expect(failure?.phase == .connect)
    #expect(server.requests == [])
  }

  @Test func `tells a name without an address from a port that nobody listens at`() async throws {
    let server = try LoopbackServer { _ in .page("x") }
    let settings = try httpSettings(server)
    server.stop()
    let closed = try await answer(server.address("/"), settings).failure
    #expect(closed?.phase == .connect)
    #expect(closed?.code == "fetch.no-connection")
    let unknown = try await answer("http://no-such-name.invalid/", settings).failure
    #expect(unknown?.phase == .resolve)
    #expect(unknown?.code == "fetch.no-such-host")
  }

  @Test func `stops at the size allowed, the time allowed and a body cut off`() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/late":
        var reply = LoopbackServer.Reply.page("x")
        reply.delay = 3000
        return reply
      case "/cut":
        var reply = LoopbackServer.Reply.page("0123456789")
        reply.isCutOff = true
        return reply
      default: return .page(String(repeating: "x", count: 2000))
      }
    }
    let settings = try httpSettings(server) { $0.maxSize = 1000 }
    let impatient = try httpSettings(server) { $0.timeouts.idle = .milliseconds(300) }
    #expect(try await answer(server.address("/big"), settings).failure?.code == "fetch.too-large")
    #expect(try await answer(server.address("/late"), impatient).failure?.code == "fetch.timeout")
    let cut = try await answer(server.address("/cut"), settings).failure
    #expect(cut?.code == "fetch.cut-off")
    #expect(cut?.phase == .body)
    #expect(cut?.mayPass == true)
  }
}

/// Names of this machine.
enum HostNames {
  /// The machine's name, if it has one that leads to an address.
  static let ofThisMachine: String = {
    let name = ProcessInfo.processInfo.hostName
    return Host(name: name).addresses.isEmpty || name == "localhost" ? "" : name
  }()
}
