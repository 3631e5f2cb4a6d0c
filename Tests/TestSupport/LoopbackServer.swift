import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A web server on this machine for the length of a test; it stops when its owner goes.
package final class LoopbackServer: Sendable {
  /// What a client asked for.
  package struct Request: Hashable, Sendable {
    /// Path and query.
    package var path: String
    /// Header fields, names in lower case; the last of a name.
    package var fields: [String: String]
  }

  /// What it gets.
  package struct Reply: Sendable {
    package var status: Int
    package var fields: [String: String]
    package var body: [UInt8]
    /// Milliseconds before the answer begins.
    package var delay: Int64 = 0
    /// Whether the connection ends half-way through the body.
    package var isCutOff = false

    package init(status: Int = 200, _ fields: [String: String] = [:], body: [UInt8] = []) {
      self.status = status
      self.fields = fields
      self.body = body
    }

    /// A page in UTF-8.
    package static func page(_ html: String, _ fields: [String: String] = [:]) -> Reply {
      Reply(["Content-Type": "text/html; charset=utf-8"].merging(fields) { $1 }, body: Array(html.utf8))
    }

    /// 404.
    package static let missing = Reply(status: 404, ["Content-Type": "text/plain"], body: Array("no such page".utf8))
  }

  package let port: Int
  private let channel: any Channel
  private let log: RequestLog

  /// Starts on `port` (0 for any free one); `respond` is called for each request, on several threads.
  package init(
    host: String = "127.0.0.1", port: Int = 0, keepsLog: Bool = true, _ respond: @escaping @Sendable (Request) -> Reply
  ) throws {
    let log = RequestLog(isKept: keepsLog)
    channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(ReplyHandler(log: log, respond: respond))
        }
      }
      .bind(host: host, port: port).wait()
    self.log = log
    self.port = channel.localAddress?.port ?? 0
  }

  deinit { stop() }

  /// Takes no more connections and ends those there are.
  package func stop() {
    log.isStopped.withLock { $0 = true }
    try? channel.close().wait()
  }

  /// The address of a path here.
  package func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// All requests so far, in the order in which they came.
  package var requests: [Request] { log.requests.withLock { $0 } }

  /// How often each path was asked for.
  package var counts: [String: Int] { Dictionary(requests.map { ($0.path, 1) }, uniquingKeysWith: +) }

  /// Forgets the requests so far.
  package func clearRequests() { log.requests.withLock { $0 = [] } }
}

private final class RequestLog: Sendable {
  let requests = Mutex<[LoopbackServer.Request]>([])
  let isStopped = Mutex(false)
  private let isKept: Bool

  init(isKept: Bool) { self.isKept = isKept }

  func add(_ request: LoopbackServer.Request) {
    guard isKept else { return }
    requests.withLock { $0.append(request) }
  }
}

/// Answers the requests of one connection.
private final class ReplyHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let log: RequestLog
  private let respond: @Sendable (LoopbackServer.Request) -> LoopbackServer.Reply
  private var request: LoopbackServer.Request?

  init(log: RequestLog, respond: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Reply) {
    self.log = log
    self.respond = respond
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      let fields = head.headers.map { ($0.name.lowercased(), $0.value) }
      request = .init(path: head.uri, fields: Dictionary(fields) { $1 })
    case .body: break
    case .end:
      guard let request else { return }
      self.request = nil
      if log.isStopped.withLock({ $0 }) { return context.close(promise: nil) }
      log.add(request)
      answer(respond(request), context)
    }
  }

  private func answer(_ reply: LoopbackServer.Reply, _ context: ChannelHandlerContext) {
    guard reply.delay > 0 else { return write(reply, context) }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: .milliseconds(reply.delay)) {
      let (handler, context) = bound.value
      handler.write(reply, context)
    }
  }

  private func write(_ reply: LoopbackServer.Reply, _ context: ChannelHandlerContext) {
    var head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: reply.status))
    for (name, value) in reply.fields.sorted(by: { $0.key < $1.key }) { head.headers.add(name: name, value: value) }
    if reply.status != 304 { head.headers.replaceOrAdd(name: "Content-Length", value: "\(reply.body.count)") }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    let body = reply.isCutOff ? reply.body.prefix(reply.body.count / 2) : reply.body[...]
    if !body.isEmpty {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
    }
    guard reply.isCutOff else {
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      return
    }
    let channel = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer())))).whenComplete { _ in
      channel.value.close(promise: nil)
    }
  }
}
