import Compression

/// An HTTP message as it stands in a record: a start line, fields and a body.
package struct HTTPMessage: Sendable, Equatable {
  /// The request or status line.
  package var startLine: String
  package var fields: FieldList
  /// The body as it was sent, coded.
  package var body: [UInt8]

  /// A response's status; nil for a request.
  package var status: Int? {
    guard startLine.hasPrefix("HTTP/") else { return nil }
    let words = startLine.split(separator: " ", maxSplits: 2)
    return words.count > 1 ? Int(words[1]) : nil
  }

  /// Takes a message apart; nil where no head is there. A head may end with the bytes, and its lines in LF alone.
  package init?(_ block: [UInt8]) {
    var fields = FieldList()
    var rest = block[...]
    var startLine: [UInt8]?
    while !rest.isEmpty {
      var line = Array(rest.prefix { $0 != 0x0A })
      rest = rest.dropFirst(line.count + 1)
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty { break }
      if startLine == nil { startLine = line } else { fields.add(line: line) }
    }
    guard let startLine else { return nil }
    self.startLine = String(decoding: startLine, as: UTF8.self)
    self.fields = fields
    body = Array(rest)
  }

  /// The body without its transfer and content codings.
  ///
  /// A body that isn't coded as the fields say was decoded by whoever stored it and is given as it is; of one that breaks
  /// off, what comes before is given.
  /// - Parameter limit: how many bytes at most.
  /// - Throws: `HTTPBodyFailure` for a coding that isn't read, and beyond the limit.
  package func payload(limit: Int) throws(HTTPBodyFailure) -> [UInt8] {
    var bytes = body
    if codings("Transfer-Encoding").contains("chunked"), let joined = joinedChunks(of: bytes) { bytes = joined }
    for coding in codings("Content-Encoding").reversed() { bytes = try decoded(bytes, coding, limit: limit) }
    guard bytes.count <= limit else { throw .overLimit }
    return bytes
  }

  private func codings(_ name: String) -> [String] {
    (fields[name] ?? "").split(separator: ",").map { trimmedXMLSpace(String($0)).lowercased() }
  }

  private func decoded(_ bytes: [UInt8], _ coding: String, limit: Int) throws(HTTPBodyFailure) -> [UInt8] {
    switch coding {
    case "", "identity", "none", "utf-8": return bytes
    case "gzip", "x-gzip": return Gzip.isGzip(bytes) ? try started(.gzip, bytes, limit: limit) : bytes
    case "deflate":
      let unpacked = try started(.zlib, bytes, limit: limit)
      if !unpacked.isEmpty { return unpacked }
      let bare = try started(.raw, bytes, limit: limit)
      return bare.isEmpty ? bytes : bare
    default: throw .unknownCoding(coding)
    }
  }

  /// What can be unpacked from the start on.
  private func started(
    _ format: Inflater.Format, _ bytes: [UInt8], limit: Int
  ) throws(HTTPBodyFailure) -> [UInt8] {
    var inflater = Inflater(format)
    var unpacked: [UInt8] = []
    var rest = bytes[...]
    while true {
      let before = unpacked.count
      guard let step = try? inflater.inflate(rest, into: &unpacked, room: 1 << 16) else { return unpacked }
      rest = rest.dropFirst(step.read)
      guard unpacked.count <= limit else { throw .overLimit }
      if step.isFinished || step.read == 0 && unpacked.count == before { return unpacked }
    }
  }

  /// The chunks joined, those before the fault where one is broken; nil where not even the first is one.
  private func joinedChunks(of bytes: [UInt8]) -> [UInt8]? {
    var joined: [UInt8] = []
    var rest = bytes[...]
    var isFirst = true
    while let end = rest.firstIndex(of: 0x0A) {
      let digits = rest[..<end].prefix { $0 != UInt8(ascii: ";") && !isXMLSpace($0) }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else { break }
      isFirst = false
      if size == 0 { return joined }
      joined += rest[(end + 1)...].prefix(size)
      rest = rest[(end + 1)...].dropFirst(size)
      rest = rest.dropFirst(rest.first == 0x0D ? 2 : 1)
    }
    return isFirst ? nil : joined
  }
}

/// Why a stored body can't be had.
package enum HTTPBodyFailure: Error, Hashable, Sendable {
  /// A content coding that isn't read, such as `br`.
  case unknownCoding(String)
  /// More bytes than allowed.
  case overLimit
}
