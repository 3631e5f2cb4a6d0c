import Compression
import Formats
import Testing

private let head = HTTPHead(
  "HTTP/1.1 200 OK",
  [.init("Content-Type", "text/html"), .init("Content-Encoding", "gzip"), .init("Content-Length", "7")])

private func response(_ number: Int, _ body: String = "<p>heron</p>") -> WarcEntry {
  .response(
    id: WarcEntry.id(of: [UInt8(number)]), date: "2026-11-02T08:00:0\(number)Z",
    target: "https://birds.example/\(number)",
    head: head, body: Array(body.utf8))
}

private func read(_ bytes: [UInt8], piece: Int = 1 << 16, blockLimit: Int = 1 << 20) throws -> (
  [WarcRecord], [WarcFault]
) {
  var reader = try WarcReader(MemoryBytes(bytes, piece: piece), blockLimit: blockLimit)
  var records: [WarcRecord] = []
  while let record = try reader.next() { records.append(record) }
  return (records, reader.faults)
}

private func record(_ lines: [String], _ block: String) -> [UInt8] {
  Array(
    (["WARC/1.0"] + lines + ["Content-Length: \(block.utf8.count)", "", block, "", ""]).joined(separator: "\r\n").utf8)
}

struct WarcReaderTests {
  @Test(arguments: [1, 3, 100, 1 << 16])
  func `reads what the writer wrote, packed or not, in pieces of any size`(piece: Int) throws {
    let entries = (1...3).map { response($0) }
    for file in [entries.flatMap(\.bytes), entries.flatMap(\.packed)] {
      let (records, faults) = try read(file, piece: piece)
      #expect(faults.isEmpty)
      #expect(records.map(\.target) == (1...3).map { "https://birds.example/\($0)" })
      #expect(
        try records.map { try $0.response?.payload(limit: 100) }
          == Array(repeating: Array("<p>heron</p>".utf8), count: 3))
    }
  }

  @Test func `says where each record begins, so that one can be read alone`() throws {
    let entries = (1...3).map { response($0, String(repeating: "heron ", count: $0 * 1000)) }
    let file = entries.flatMap(\.packed)
    let (records, _) = try read(file)
    #expect(records[1].offset == entries[0].packed.count)
    var reader = try WarcReader(PartSource(of: MemoryBytes(file), from: records[2].offset))
    #expect(try reader.next()?.target == "https://birds.example/3")
  }

  @Test func `reads a file that is packed as a whole, and says that its records can't be read alone`() throws {
    let (records, faults) = try read(Gzip.deflate((1...3).flatMap { response($0).bytes }))
    #expect(records.count == 3)
    #expect(faults.map(\.kind) == [.unaligned])
  }

  @Test(arguments: [true, false])
  func `gives all records before a cut, then one fault`(isPacked: Bool) throws {
    let parts = (1...3).map { isPacked ? response($0).packed : response($0).bytes }
    let file = parts.flatMap { $0 }
    let second = parts[0].count + parts[1].count
    for length in stride(from: second + 5, to: file.count - 20, by: 31) {
      let (records, faults) = try read(Array(file[..<length]))
      #expect(records.count == 2)
      #expect(faults.map(\.kind) == [.truncated])
      #expect(faults.first?.offset == second)
    }
  }

  @Test func `gives all records before damaged bytes`() throws {
    var file = (1...3).flatMap { response($0).packed }
    file[response(1).packed.count + response(2).packed.count + 20] ^= 0xFF
    let (records, faults) = try read(file)
    #expect(records.count == 2)
    #expect(faults.map(\.kind) == [.damaged])
  }

  @Test func `gives all records before bytes that are no record`() throws {
    let (records, faults) = try read(response(1).bytes + Array("<html>\r\n".utf8) + response(2).bytes)
    #expect(records.count == 1)
    #expect(faults.map(\.kind) == [.malformed])
  }

  @Test func `keeps no more of a block than the limit`() throws {
    let (records, faults) = try read(
      response(1, String(repeating: "heron", count: 5000)).packed + response(2).packed, blockLimit: 300)
    #expect(faults.isEmpty)
    #expect(records.map(\.isCut) == [true, false])
    #expect(records.allSatisfy { $0.block.count <= 300 })
  }

  @Test func `reads fields in any case and over several lines, and addresses in brackets`() throws {
    let bytes = record(
      ["warc-type: Resource", "WARC-Target-URI: <https://birds.example/a b>", "X-Long: one", "  two"], "hi")
    let (records, _) = try read(bytes)
    #expect(records.first?.kind == .resource)
    #expect(records.first?.target == "https://birds.example/a%20b")
    #expect(records.first?.fields["x-long"] == "one two")
    #expect(records.first?.block == Array("hi".utf8))
  }

  @Test func `reads ARC`() throws {
    let page = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>heron</p>"
    let file =
      "filedesc://birds.arc 127.0.0.1 20261102080000 text/plain 14\n1 0 Birds\nURL \n\n"
      + "https://birds.example/a b 127.0.0.1 20261102080001 text/html \(page.utf8.count)\n\(page)\n"
    let (records, faults) = try read(Array(file.utf8))
    #expect(faults.isEmpty)
    #expect(records.map(\.kind) == [.warcinfo, .response])
    #expect(records.last?.target == "https://birds.example/a%20b")
    #expect(records.last?.date == "20261102080001")
    #expect(try records.last?.response?.payload(limit: 100) == Array("<p>heron</p>".utf8))
  }
}

struct HTTPMessageTests {
  private static let page = Array("<p>heron</p>".utf8)

  private func payload(_ fields: String, _ body: [UInt8], limit: Int = 1000) throws -> [UInt8]? {
    try HTTPMessage(Array("HTTP/1.1 200 OK\r\n\(fields)\r\n\r\n".utf8) + body)?.payload(limit: limit)
  }

  @Test(arguments: [
    ("Transfer-Encoding: chunked", Array("5;x=y\r\n<p>he\r\n7\r\nron</p>\r\n0\r\n\r\n".utf8)),
    ("Transfer-Encoding: chunked", Array("5\r\n<p>he\r\n7\r\nron</p>\r\n".utf8)),
    ("Transfer-Encoding: chunked", page), ("Content-Encoding: gzip", Gzip.deflate(page)),
    ("Content-Encoding: gzip", page), ("Content-Encoding: deflate", page), ("Content-Encoding: identity", page),
    ("Content-Encoding: deflate", Array(Gzip.deflate(page)[10...].dropLast(8))),
  ])
  func `undoes codings, where they are really there`(fields: String, body: [UInt8]) throws {
    #expect(try payload(fields, body) == Self.page)
  }

  @Test func `gives what comes before a break`() throws {
    let long = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) }
    let packed = Gzip.deflate(long)
    let given = try #require(
      try payload("Content-Encoding: gzip", Array(packed.prefix(packed.count / 2)), limit: 1 << 20))
    #expect(given.count > 1000)
    #expect(long.starts(with: given))
  }

  @Test func `refuses codings it doesn't know, and bombs`() {
    #expect(throws: HTTPBodyFailure.unknownCoding("br")) { try payload("Content-Encoding: br", Self.page) }
    let bomb = Gzip.deflate([UInt8](repeating: 0, count: 1 << 20))
    #expect(throws: HTTPBodyFailure.overLimit) { try payload("Content-Encoding: gzip", bomb) }
  }
}
