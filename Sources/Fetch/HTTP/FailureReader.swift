import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import WebAddress

/// Tells from the client's error in which phase a request failed, and whether it may pass.
struct FailureReader {
  let settings: HTTPSettings
  let address: Address

  /// - Parameter hasHead: whether the answer's headers had come.
  func failure(_ error: any Error, hasHead: Bool) -> FetchFailure {
    let phase: FetchFailure.Phase = hasHead ? .body : .headers
    switch error {
    case let error as PrivatePeer:
      return .privateAddress(.connect, address.host ?? "", "\(error.address), \(error.use)")
    case let error as NIOConnectionError: return connection(error)
    case let error as HTTPClientError: return client(error, phase)
    case let error as HTTPParserError: return parser(error, phase)
    case let error as IOError: return system(error, phase, hasHead: hasHead)
    case is ChannelError:
      return .timeout(
        .connect, "no connection after \(settings.timeouts.connect.written)", setting: "\"timeouts.connect\"")
    case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: return tls(error)
    case is CancellationError:
      return FetchFailure(phase, "fetch.interrupted", "the run was stopped", mayPass: true)
    default: return .notHTTP(phase, "\(error)")
    }
  }

  private func connection(_ error: NIOConnectionError) -> FetchFailure {
    if error.connectionErrors.isEmpty, let reason = error.dnsAError ?? error.dnsAAAAError {
      return FetchFailure(
        .resolve, "fetch.no-such-host", "the name \(address.host ?? "") has no address (\(reason))",
        remedy: "Mend the name, or look whether this machine has a network.", mayPass: true)
    }
    if error.connectionErrors.contains(where: { $0.error is ChannelError }) {
      return failure(ChannelError.connectTimeout(.zero), hasHead: false)
    }
    return refused("\(error.connectionErrors.first.map { "\($0.error)" } ?? "")")
  }

  private func refused(_ reason: String) -> FetchFailure {
    FetchFailure(
      .connect, "fetch.no-connection", "the host takes no connection at port \(address.effectivePort) (\(reason))",
      remedy: "Run again later, or look whether this machine has a network.", mayPass: true)
  }

  private func client(_ error: HTTPClientError, _ phase: FetchFailure.Phase) -> FetchFailure {
    switch error {
    case .connectTimeout, .getConnectionFromPoolTimeout:
      return .timeout(
        .connect, "no connection after \(settings.timeouts.connect.written)", setting: "\"timeouts.connect\"")
    case .tlsHandshakeTimeout:
      return .timeout(.tls, "no agreement after \(settings.timeouts.connect.written)", setting: "\"timeouts.connect\"")
    case .deadlineExceeded:
      return .timeout(
        phase, "no whole headers after \(settings.timeouts.firstByte.written)", setting: "\"timeouts.first_byte\"")
    case .readTimeout:
      return .timeout(phase, "nothing came for \(settings.timeouts.idle.written)", setting: "\"timeouts.idle\"")
    case .remoteConnectionClosed where phase == .headers:
      return .cutOff(phase, "the connection ended without an answer")
    case .remoteConnectionClosed: return .cutOff(phase, "the connection ended before the body did")
    case .httpProxyHandshakeTimeout, .socksHandshakeTimeout, .invalidProxyResponse, .proxyAuthenticationRequired:
      return FetchFailure(
        .connect, "fetch.no-connection", "the proxy gives no connection (\(error.shortDescription))",
        remedy: "Mend the proxy's address in the environment.", mayPass: true)
    case .cancelled: return FetchFailure(phase, "fetch.interrupted", "the run was stopped", mayPass: true)
    default: return .notHTTP(phase, error.shortDescription)
    }
  }

  private func parser(_ error: HTTPParserError, _ phase: FetchFailure.Phase) -> FetchFailure {
    switch error {
    case .invalidEOFState where phase == .body: return .cutOff(phase, "the connection ended before the body did")
    case .invalidEOFState: return .cutOff(phase, "the connection ended without an answer")
    case .headerOverflow: return .notHTTP(.headers, "headers of more than 2000 fields, 80 KB in one or 256 KB in all")
    default: return .notHTTP(phase, "\(error)")
    }
  }

  private func system(_ error: IOError, _ phase: FetchFailure.Phase, hasHead: Bool) -> FetchFailure {
    let reset = [104, 32]  // ECONNRESET, EPIPE
    guard reset.contains(Int(error.errnoCode)) else { return refused("\(error)") }
    return .cutOff(
      phase, hasHead ? "the connection ended before the body did" : "the connection ended without an answer")
  }

  private func tls(_ error: any Error) -> FetchFailure {
    FetchFailure(
      .tls, "fetch.tls", "no secure connection (\(error))",
      remedy: "Look at the certificate; its server has to be mended, or this machine's list of authorities.")
  }
}
