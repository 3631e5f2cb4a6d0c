import Compression
import Formats
import Testing

struct WarcWritingTests {
  private static let head = HTTPHead(
    "HTTP/1.1 200 OK", [.init("Content-Encoding", "gzip"), .init("Content-Length", "9"), .init("X-Two", "a\r\nb")])

  @Test func `writes a response whose body is stored decoded`() {
    let entry = WarcEntry.response(
      id: WarcEntry.id(of: [1, 2, 3]), date: "2026-11-02T08:00:00Z", target: "https://birds.example/", head: Self.head,
      body: Array("heron".utf8))
    #expect(
      String(decoding: entry.bytes, as: UTF8.self) == """
        WARC/1.1\r
        WARC-Type: response\r
        WARC-Record-ID: <urn:uuid:01020300-0000-8000-8000-000000000000>\r
        WARC-Date: 2026-11-02T08:00:00Z\r
        WARC-Target-URI: https://birds.example/\r
        WARC-Payload-Digest: sha256:\(WarcEntry.digest(of: Array("heron".utf8)).dropFirst(7))\r
        WARC-Block-Digest: \(WarcEntry.digest(of: entry.block))\r
        Content-Type: application/http; msgtype=response\r
        Content-Length: \(entry.block.count)\r
        \r
        HTTP/1.1 200 OK\r
        X-Archive-Content-Encoding: gzip\r
        X-Two: a b\r
        Content-Length: 5\r
        \r
        heron\r
        \r

        """)
    #expect(entry.packed == entry.packed)
    #expect(Gzip.isGzip(entry.packed))
  }

  @Test func `has digests as other tools have them`() {
    // Python: base64.b32encode(hashlib.sha256(b'').digest())
    #expect(WarcEntry.digest(of: []) == "sha256:4OYMIQUY7QOBJGX36TEJS35ZEQT24QPEMSNZGTFESWMRW6CSXBKQ====")
  }

  @Test func `points from a revisit to the record that has the body`() throws {
    let entry = WarcEntry.revisit(
      id: WarcEntry.id(of: [9]), date: "2026-11-03T08:00:00Z", target: "https://birds.example/",
      head: HTTPHead("HTTP/1.1 304 Not Modified", []), isNotModified: true,
      earlier: (WarcEntry.id(of: [1]), "2026-11-02T08:00:00Z"), payloadDigest: "sha256:AAAA")
    var reader = try WarcReader(MemoryBytes(entry.packed))
    let record = try #require(try reader.next())
    #expect(record.kind == .revisit)
    #expect(record.fields["WARC-Refers-To"] == "<urn:uuid:\(WarcEntry.id(of: [1]))>")
    #expect(record.fields["WARC-Profile"]?.hasSuffix("server-not-modified") == true)
    #expect(record.response?.status == 304)
  }
}
