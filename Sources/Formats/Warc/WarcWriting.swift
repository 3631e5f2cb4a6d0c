import Compression
import Crypto

/// A record to be written (WARC 1.1), which standard tools can read; the same parts give the same bytes.
package struct WarcEntry: Sendable {
  /// A UUID without what stands around it; `WarcEntry.id(of:)` makes one of a hash.
  package var id: String
  /// When the bytes were got, in UTC: `2026-11-02T08:00:00Z`.
  package var date: String
  /// The address that was asked for; nil for a `warcinfo`.
  package var target: String?
  package var kind: WarcRecord.Kind
  package var contentType: String
  /// The record's own fields, after those that every record has.
  package var fields: [FieldList.Field] = []
  package var block: [UInt8]
  /// The part of the block that the payload digest is over; nil where there is none.
  private var payload: ArraySlice<UInt8>?

  private init(
    _ kind: WarcRecord.Kind, id: String, date: String, target: String?, contentType: String, block: [UInt8],
    payload: ArraySlice<UInt8>? = nil
  ) {
    self.kind = kind
    self.id = id
    self.date = date
    self.target = target
    self.contentType = contentType
    self.block = block
    self.payload = payload
  }

  /// A UUID (version 8, RFC 9562) of the first 16 bytes of a hash.
  package static func id(of hash: [UInt8]) -> String {
    var bytes = Array(hash.prefix(16))
    bytes += [UInt8](repeating: 0, count: 16 - bytes.count)
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
  }

  /// What wrote the file, as the first record of one.
  package static func warcinfo(id: String, date: String, software: String) -> WarcEntry {
    let block = "software: \(software)\r\nformat: WARC File Format 1.1\r\n"
    return WarcEntry(
      .warcinfo, id: id, date: date, target: nil, contentType: "application/warc-fields", block: Array(block.utf8))
  }

  /// An HTTP request as it was sent.
  package static func request(id: String, date: String, target: String, head: HTTPHead) -> WarcEntry {
    WarcEntry(
      .request, id: id, date: date, target: target, contentType: "application/http; msgtype=request", block: head.bytes)
  }

  /// An HTTP response.
  ///
  /// - Parameter body: the body without its transfer and content codings; the fields that named these get `X-Archive-`
  ///   before their names, and `Content-Length` says the length as stored.
  package static func response(id: String, date: String, target: String, head: HTTPHead, body: [UInt8]) -> WarcEntry {
    let block = head.storing(bodyOf: body.count).bytes + body
    return WarcEntry(
      .response, id: id, date: date, target: target, contentType: "application/http; msgtype=response", block: block,
      payload: block.suffix(body.count))
  }

  /// A response that says nothing new: that a body is unchanged since an earlier response of the same address.
  ///
  /// - Parameters:
  ///   - isNotModified: whether the server said so (304); else the same body came again.
  ///   - earlier: the id and date of the record that has the body.
  ///   - payloadDigest: that record's payload digest.
  ///   - earlierTarget: that record's address; nil where it is the same.
  package static func revisit(
    id: String, date: String, target: String, head: HTTPHead, isNotModified: Bool, earlier: (id: String, date: String),
    payloadDigest: String, earlierTarget: String? = nil
  ) -> WarcEntry {
    let profile = isNotModified ? "server-not-modified" : "identical-payload-digest"
    var entry = WarcEntry(
      .revisit, id: id, date: date, target: target, contentType: "application/http; msgtype=response", block: head.bytes
    )
    entry.fields = [
      FieldList.Field("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/\(profile)"),
      FieldList.Field("WARC-Refers-To", "<urn:uuid:\(earlier.id)>"),
      FieldList.Field("WARC-Refers-To-Target-URI", earlierTarget ?? target),
      FieldList.Field("WARC-Refers-To-Date", earlier.date),
      FieldList.Field("WARC-Payload-Digest", payloadDigest),
    ]
    return entry
  }

  /// Bytes that came otherwise than over HTTP.
  package static func resource(
    id: String, date: String, target: String, contentType: String, body: [UInt8]
  ) -> WarcEntry {
    WarcEntry(.resource, id: id, date: date, target: target, contentType: contentType, block: body, payload: body[...])
  }

  /// The SHA-256 of bytes as WARC has digests: the algorithm and Base32.
  package static func digest(of bytes: some Collection<UInt8>) -> String {
    "sha256:" + base32(SHA256.hash(data: Array(bytes)))
  }

  /// The digest of the payload; nil where there is none.
  package var payloadDigest: String? { payload.map(Self.digest) }

  /// The record's bytes.
  package var bytes: [UInt8] {
    var lines = ["WARC/1.1", "WARC-Type: \(kind.rawValue)", "WARC-Record-ID: <urn:uuid:\(id)>", "WARC-Date: \(date)"]
    if let target { lines.append("WARC-Target-URI: \(target)") }
    lines += fields.map { "\($0.name): \($0.value)" }
    if let payloadDigest { lines.append("WARC-Payload-Digest: \(payloadDigest)") }
    lines += [
      "WARC-Block-Digest: \(Self.digest(of: block))", "Content-Type: \(contentType)", "Content-Length: \(block.count)",
    ]
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + block + [0x0D, 0x0A, 0x0D, 0x0A]
  }

  /// The record as a gzip member of its own; appended to a file it can be read alone, from where the file ended.
  package var packed: [UInt8] { Gzip.deflate(bytes) }

  /// Base32 (RFC 4648) with its padding.
  private static func base32(_ bytes: some Sequence<UInt8>) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    var text: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in bytes {
      bits = (bits << 8 | Int(byte)) & 0xFFF
      count += 8
      while count >= 5 {
        count -= 5
        text.append(letters[bits >> count & 31])
      }
    }
    if count > 0 { text.append(letters[bits << (5 - count) & 31]) }
    while text.count % 8 != 0 { text.append(UInt8(ascii: "=")) }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The head of an HTTP message to be written.
package struct HTTPHead: Sendable {
  package var startLine: String
  package var fields: FieldList

  /// - Parameter startLine: such as `HTTP/1.1 200 OK` or `GET /path HTTP/1.1`.
  package init(_ startLine: String, _ fields: [FieldList.Field]) {
    self.startLine = startLine
    self.fields = FieldList(fields)
  }

  /// The head's bytes with the empty line that ends it; line ends inside of values become spaces.
  var bytes: [UInt8] {
    let lines = [startLine] + fields.fields.map { "\($0.name): \($0.value)" }
    let clean = lines.map { $0.replacing("\r\n", with: " ").replacing("\r", with: " ").replacing("\n", with: " ") }
    return Array((clean.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  /// The head for a body that is stored without its codings.
  func storing(bodyOf count: Int) -> HTTPHead {
    var head = self
    head.fields.fields = fields.fields.compactMap { field in
      switch field.name.lowercased() {
      case "content-length": nil
      case "content-encoding", "transfer-encoding": FieldList.Field("X-Archive-\(field.name)", field.value)
      default: field
      }
    }
    head.fields.fields.append(FieldList.Field("Content-Length", String(count)))
    return head
  }
}
