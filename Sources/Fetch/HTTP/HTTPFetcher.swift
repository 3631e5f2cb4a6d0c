import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
package import WebAddress

/// Asks for one address at a time and reads the whole answer within the limits; follows nothing by itself.
package struct HTTPFetcher: Sendable {
  private let settings: HTTPSettings
  private let check: AddressCheck
  private let clients: HTTPClients
  private let proxies: ProxyEnvironment
  /// For each origin that asks for them, in the form of HTTP's basic authentication.
  private let credentials: [String: String]

  /// `shutdown` has to be called at the end.
  ///
  /// - Parameters:
  ///   - environment: may name proxies.
  ///   - credentials: addresses with a user's name and password, which every request to their origins gets.
  package init(_ settings: HTTPSettings, environment: [String: String], credentials: [Address] = []) {
    self.settings = settings
    self.credentials = Dictionary(
      credentials.compactMap { address in address.basicCredentials.map { (address.origin, $0) } }
    ) { first, _ in first }
    check = AddressCheck(allowPrivate: settings.allowPrivate)
    clients = HTTPClients(settings)
    proxies = ProxyEnvironment(environment)
  }

  /// Closes all connections.
  package func shutdown() async { await clients.shutdown() }

  /// Asks for `address`; `fields` go with the request. Any status is an answer. Throws what kept one from coming.
  package func get(_ address: Address, fields: [HTTPResponse.Field] = []) async throws(FetchFailure) -> HTTPResponse {
    if let refusal = check.refusal(of: address) { throw refusal }
    let route = try await route(to: address)
    let started = NIODeadline.now()
    let answer: HTTPClientResponse
    do {
      answer = try await clients.client(for: route).execute(
        request(address, fields), deadline: started + .milliseconds(headerTime.milliseconds))
    } catch {
      throw FailureReader(settings: settings, address: address).failure(error, hasHead: false)
    }
    return try await read(answer, of: address, since: started)
  }

  private var headerTime: Duration { settings.timeouts.connect + settings.timeouts.firstByte }

  /// Which client asks. Behind a proxy the peer is the proxy, so the name is resolved here and checked before; the proxy
  /// may still find another address for it.
  private func route(to address: Address) async throws(FetchFailure) -> HTTPClients.Route {
    if let proxy = proxies.proxy(for: address) {
      if !check.mayBePrivate(address) { try await checkResolved(address.host ?? "") }
      return .proxy(proxy)
    }
    return check.mayBePrivate(address) ? .trusted : .guarded
  }

  private func checkResolved(_ host: String) async throws(FetchFailure) {
    guard IPAddress(host) == nil else { return }
    let found: [String]
    do {
      found = try await NIOThreadPool.singleton.runIfActive { Host(name: host).addresses }
    } catch {
      found = []
    }
    if found.isEmpty {
      throw FetchFailure(
        .resolve, "fetch.no-such-host", "\(host) has no address here, so that behind a proxy it can't be checked",
        remedy: "Mend the name, or list it in \"allow_private\".", mayPass: true)
    }
    for text in found {
      guard let use = IPAddress(text).map(\.reservation) ?? "its address is unknown" else { continue }
      throw .privateAddress(.resolve, host, use)
    }
  }

  private func request(_ address: Address, _ fields: [HTTPResponse.Field]) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: address.withoutUserInfo.href)
    request.headers.add(name: "User-Agent", value: settings.userAgent)
    request.headers.add(name: "Accept", value: "text/html,application/xhtml+xml,*/*;q=0.5")
    request.headers.add(name: "Accept-Encoding", value: ContentCoding.accepted)
    if let pair = credentials[address.origin] ?? address.basicCredentials {
      request.headers.add(name: "Authorization", value: "Basic \(pair)")
    }
    for field in fields { request.headers.replaceOrAdd(name: field.name, value: field.value) }
    return request
  }

  private func read(
    _ answer: HTTPClientResponse, of address: Address, since started: NIODeadline
  ) async throws(FetchFailure) -> HTTPResponse {
    var response = HTTPResponse(
      address: address, status: Int(answer.status.code), reason: answer.status.reasonPhrase,
      fields: answer.headers.map { .init($0.name, $0.value) })
    if let length = response["content-length"].flatMap({ Int($0) }), length > settings.maxSize { throw tooLarge }
    var body: [UInt8] = []
    let began = NIODeadline.now()
    do {
      for try await part in answer.body {
        body.append(contentsOf: part.readableBytesView)
        try checkPace(body.count, began: began, started: started)
      }
    } catch let failure as FetchFailure {
      throw failure
    } catch {
      throw FailureReader(settings: settings, address: address).failure(error, hasHead: true)
    }
    response.receivedBytes = body.count
    (response.body, response.liesAboutCoding) = try ContentCoding(response.values("content-encoding"))
      .unpacked(body, limit: settings.maxSize)
    return response
  }

  /// Throws once a body has become too large, takes too long or comes too slowly.
  private func checkPace(_ count: Int, began: NIODeadline, started: NIODeadline) throws(FetchFailure) {
    if count > settings.maxSize { throw tooLarge }
    let now = NIODeadline.now()
    if now - started > .milliseconds(settings.timeouts.whole.milliseconds) {
      throw .timeout(
        .body, "the answer was not over after \(settings.timeouts.whole.written)", setting: "\"timeouts.whole\"")
    }
    let milliseconds = (now - began).nanoseconds / 1_000_000
    if milliseconds > Self.rateGrace, Int64(count) * 1000 < Int64(settings.minimumRate) * milliseconds {
      throw FetchFailure(
        .body, "fetch.too-slow", "the body came at less than \(settings.minimumRate) bytes a second",
        remedy: "Lower \"minimum_rate\" if this host is slow on a good day.", mayPass: true)
    }
  }

  /// Milliseconds for which a body may come at any rate.
  private static let rateGrace: Int64 = 10_000

  private var tooLarge: FetchFailure {
    FetchFailure(
      .body, "fetch.too-large", "the body has more than \(settings.maxSize) bytes",
      remedy: "Raise \"max_size\" if it is meant to be that large.")
  }
}

extension Address {
  /// The same without a user's name and password, which belong into a header.
  package var withoutUserInfo: Address {
    guard !username.isEmpty || !password.isEmpty, let host else { return self }
    let tail = [path, query.map { "?\($0)" }, fragment.map { "#\($0)" }].compactMap { $0 }.joined()
    return Address(parsing: "\(scheme)://\(host)\(port.map { ":\($0)" } ?? "")\(tail)") ?? self
  }

  /// User's name and password in the form of HTTP's basic authentication; nil where there are none.
  fileprivate var basicCredentials: String? {
    guard !username.isEmpty || !password.isEmpty else { return nil }
    let pair = [username, password].map { $0.removingPercentEncoding ?? $0 }.joined(separator: ":")
    return Data(pair.utf8).base64EncodedString()
  }
}
