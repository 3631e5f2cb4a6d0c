import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization
import WebAddress

/// The clients that connections are made with: one that refuses private machines, one for the hosts that may be
/// private, one for each proxy.
final class HTTPClients: Sendable {
  /// Which rules a connection is made by.
  enum Route: Hashable, Sendable {
    case guarded
    case trusted
    case proxy(ProxyAddress)
  }

  private let settings: HTTPSettings
  private let made = Mutex<[Route: HTTPClient]>([:])

  init(_ settings: HTTPSettings) { self.settings = settings }

  /// The client of a route, made when it is first asked for.
  func client(for route: Route) -> HTTPClient {
    made.withLock { made in
      if let client = made[route] { return client }
      let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration(of: route))
      made[route] = client
      return client
    }
  }

  /// Closes all connections; nothing may be asked for after it.
  func shutdown() async {
    let clients = made.withLock { made in
      defer { made = [:] }
      return Array(made.values)
    }
    // A connection that can't be closed ends with the process.
    for client in clients { try? await client.shutdown() }
  }

  private func configuration(of route: Route) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(
        connect: .milliseconds(settings.timeouts.connect.milliseconds),
        read: .milliseconds(settings.timeouts.idle.milliseconds)),
      // Packed bodies are counted and unpacked by `ContentCoding`, which sees each layer.
      decompression: .disabled)
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = settings.perHost
    // Tries are counted and spaced by this room, for connections as for answers.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.http1_1ConnectionDebugInitializer = limitHeaders
    switch route {
    case .guarded:
      configuration.http1_1ConnectionDebugInitializer = { channel in
        refusePrivatePeer(channel).flatMap { limitHeaders(channel) }
      }
      configuration.http2ConnectionDebugInitializer = refusePrivatePeer
    case .trusted: break
    case .proxy(let proxy): configuration.proxy = proxy.clientProxy
    }
    return configuration
  }
}

/// The machine at the other end of a connection is not a public one.
struct PrivatePeer: Error {
  let address: String
  let use: String
}

/// Fails a new connection to a machine of a private network, before anything is asked through it.
@Sendable private func refusePrivatePeer(_ channel: any Channel) -> EventLoopFuture<Void> {
  let text = channel.remoteAddress?.ipAddress ?? ""
  let use = IPAddress(text).map(\.reservation) ?? "its address is unknown"
  guard let use else { return channel.eventLoop.makeSucceededVoidFuture() }
  // The pool has to hear of the failure before it hears of the end.
  channel.eventLoop.execute { channel.close(promise: nil) }
  return channel.eventLoop.makeFailedFuture(PrivatePeer(address: text, use: use))
}

/// Gives a new connection a reader of headers with limits of ours: more fields than the client's 256, which some sites
/// exceed with cookies, and fewer bytes than its 2 MB.
@Sendable private func limitHeaders(_ channel: any Channel) -> EventLoopFuture<Void> {
  channel.eventLoop.submit {
    let pipeline = channel.pipeline.syncOperations
    let old = try pipeline.context(handlerType: ByteToMessageHandler<HTTPResponseDecoder>.self)
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldCount = 2000
    limits.maxHeaderListSize = 256 << 10
    let decoder = HTTPResponseDecoder(
      leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .forward, limitConfiguration: limits)
    try pipeline.addHandler(ByteToMessageHandler(decoder), position: .after(old.handler))
    return NIOLoopBound(old, eventLoop: channel.eventLoop)
  }.flatMap { old in channel.pipeline.syncOperations.removeHandler(context: old.value) }
}
