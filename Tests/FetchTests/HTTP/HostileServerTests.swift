import Fetch
import Foundation
import TestSupport
import Testing
import WebAddress

/// A server that misbehaves in every way its index page lists; part of the shared test data's tools.
private final class HostileServer {
  static let tool: String? = BenchData.path("../tools/make_hostile.py")
  private let program: RunningProgram
  let port: Int

  init() throws {
    let tool = try #require(HostileServer.tool)
    let port = Int.random(in: 20_000..<32_000)
    program = try RunningProgram("/usr/bin/env", ["python3", tool, "serve", "--port", String(port)])
    self.port = port
  }

  deinit { program.send(SIGKILL) }
}

/// How a round over one address ends, and after how many tries.
private struct Ended {
  var response: HTTPResponse?
  var failure: FetchFailure?
  var attempts = 0
}

@Suite(.serialized, .enabled(if: HostileServer.tool != nil)) struct HostileServerTests {
  /// Asks for each path in a round of its own, all at once.
  private func rounds(_ paths: [String], port: Int) async throws -> [String: Ended] {
    try await withThrowingTaskGroup(of: (String, Ended).self) { group in
      for path in paths { group.addTask { (path, try await Self.round(path, port: port)) } }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  private static func round(_ path: String, port: Int) async throws -> Ended {
    var settings = HTTPSettings()
    settings.contact = "https://science.example/bot"
    settings.delay = .zero
    settings.longestWait = .milliseconds(1500)
    settings.allowPrivate = ["127.0.0.1"]
    settings.timeouts.firstByte = .seconds(2)
    settings.timeouts.idle = .seconds(3)
    settings.timeouts.whole = .seconds(6)
    settings.tries = 3
    let fetcher = HTTPFetcher(settings, environment: [:])
    var round = FetchRound(settings, fetcher: fetcher) { job, response in (job, response) }
    var queued = false
    var ended = Ended()
    try await round.run(
      refill: { _ in
        defer { queued = true }
        let address = queued ? nil : Address(parsing: "http://127.0.0.1:\(port)\(path)")
        return address.map { [FetchJob(key: path, address: $0)] } ?? []
      },
      take: { endings in
        for (job, ending) in endings {
          switch ending {
          case .success(let (job, response)): ended = Ended(response: response, attempts: job.attempts)
          case .failure(let failure): ended = Ended(failure: failure, attempts: job.attempts)
          }
        }
      }, tick: { _ in })
    await fetcher.shutdown()
    return ended
  }

  private static let refused: [String: String] = [
    "/redirect-loop": "fetch.redirect", "/redirect-chain/50": "fetch.redirect", "/redirect-file": "fetch.scheme",
    "/redirect-private": "fetch.private-address", "/redirect-nolocation": "fetch.redirect",
    "/slow-body": "fetch.timeout", "/slow-header": "fetch.timeout", "/stall": "fetch.timeout",
    "/endless": "fetch.too-large", "/endless-headers": "fetch.not-http", "/huge-header": "fetch.not-http",
    "/bomb-gzip": "fetch.too-large", "/bomb-double": "fetch.too-large", "/gzip-truncated": "fetch.damaged",
    "/unknown-encoding": "fetch.coding", "/short-length": "fetch.cut-off", "/two-lengths": "fetch.not-http",
    "/bad-chunk": "fetch.not-http", "/chunk-huge": "fetch.cut-off", "/http09": "fetch.not-http",
    "/empty-reply": "fetch.cut-off", "/reset": "fetch.cut-off", "/429-forever": "fetch.server-error",
    "/500": "fetch.server-error", "/404": "fetch.gone", "/410": "fetch.gone", "/401": "fetch.forbidden",
    "/304-unasked": "fetch.status", "/header-injection": "fetch.not-http", "/private": "fetch.robots",
  ]

  private static let taken = [
    "/ok", "/etag", "/etag-weak", "/etag-flip", "/redirect-relative", "/redirect-scheme-relative", "/redirect-chain/3",
    "/deflate-raw", "/deflate-zlib", "/gzip-lie", "/long-length", "/429", "/429-date", "/503", "/flaky",
    "/charset-lie", "/charset-bad", "/html-as-text", "/no-content-type", "/set-cookie-flood",
  ]

  @Test func `every misbehaviour ends as it should`() async throws {
    let server = try HostileServer()
    try await Task.sleep(for: .milliseconds(500))
    let ended = try await rounds(Self.taken + Self.refused.keys.sorted(), port: server.port)
    for (path, code) in Self.refused {
      #expect(ended[path]?.failure?.code == code, "\(path): \(String(describing: ended[path]))")
    }
    for path in Self.taken {
      #expect(ended[path]?.response?.status == 200, "\(path): \(String(describing: ended[path]?.failure))")
    }
    for path in ["/404", "/410", "/401", "/bad-chunk"] { #expect(ended[path]?.attempts == 1) }
    for path in ["/500", "/429-forever", "/short-length"] { #expect(ended[path]?.attempts == 3) }
    #expect(ended["/gzip-lie"]?.response?.liesAboutCoding == true)
    #expect(ended["/private"]?.attempts == 0)
  }
}
