import Compression

/// Undoes a body's `Content-Encoding`.
struct ContentCoding {
  /// What is asked for, and all that is understood.
  static let accepted = "gzip, deflate"

  /// The names in the header's values, in the order in which they were applied.
  private let names: [String]

  init(_ values: [String]) {
    names = values.flatMap { $0.split(separator: ",") }.map { $0.trimmed.lowercased() }
      .filter { !$0.isEmpty && $0 != "identity" }
  }

  /// The body as it was before it was packed, and whether it was not packed at all in spite of the header.
  ///
  /// - Parameter limit: bytes allowed at each layer; each may also be at most `ratio` times the one before.
  /// - Throws: `fetch.coding`, `fetch.too-large`, `fetch.damaged`.
  func unpacked(_ body: [UInt8], limit: Int) throws(FetchFailure) -> (body: [UInt8], isLie: Bool) {
    guard names.count <= Self.layers else { throw unknown("\(names.count) layers of it") }
    var body = body
    for name in names.reversed() {
      guard !body.isEmpty else { return (body, false) }
      let most = min(limit, max(Self.floor, body.count * Self.ratio))
      switch name {
      case "gzip", "x-gzip":
        guard Gzip.isGzip(body) else { return (body, true) }
        body = try translating { () throws(GzipError) in try Gzip.inflate(body, limit: most) }
      case "deflate": body = try translating { () throws(GzipError) in try Deflate.inflate(body, limit: most) }
      default: throw unknown("\"\(name)\"")
      }
    }
    return (body, false)
  }

  private func translating(_ inflate: () throws(GzipError) -> [UInt8]) throws(FetchFailure) -> [UInt8] {
    do throws(GzipError) { return try inflate() } catch {
      if error.kind == .overLimit {
        throw FetchFailure(
          .body, "fetch.too-large", "the body unpacks to more than is allowed, or far more than such a page would",
          remedy: "Raise \"max_size\" if it is meant to be that large.")
      }
      throw FetchFailure(
        .body, "fetch.damaged", "the packed body is \(error.kind.rawValue) at byte \(error.byteOffset)",
        remedy: "Run again later; if it stays, its server has to be mended.", mayPass: true)
    }
  }

  private func unknown(_ what: String) -> FetchFailure {
    FetchFailure(
      .body, "fetch.coding", "the body is packed by \(what), which was not asked for",
      remedy: "Its server has to be mended: it was asked for \(Self.accepted).")
  }

  private static let layers = 2
  /// Real pages pack 5 to 50 times smaller; deflate's limit is 1032.
  private static let ratio = 200
  /// Up to this size no ratio is suspicious.
  private static let floor = 1 << 20
}
