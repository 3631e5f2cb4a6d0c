import Compression
import Formats
import Testing

/// Every file of an archive, and why it ended early.
private func read(
  _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()
) -> (members: [ArchiveMember], failure: ArchiveFailure?) {
  var members: [ArchiveMember] = []
  do {
    var reader = try ArchiveReader(MemoryBytes(bytes), limits: limits)
    while let member = try reader.next() { members.append(member) }
    return (members, nil)
  } catch {
    return (members, error)
  }
}

extension ArchiveMember {
  fileprivate var text: String? {
    guard case .bytes(let bytes) = content else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  fileprivate var refusal: ArchiveRefusal? {
    guard case .refused(let refusal) = content else { return nil }
    return refusal
  }
}

struct ZipReaderTests {
  @Test func `reads stored and deflated files, and says what it doesn't read`() {
    let (members, failure) = read(ArchiveSamples.zip)
    #expect(failure == nil)
    #expect(members.map(\.name) == ["birds/heron.html", "birds/étang.txt", "etc/reeds.txt", "link", "bz"])
    #expect(members.map(\.text) == ["<p>heron</p>", String(repeating: "pond ", count: 40), "reeds", nil, nil])
    #expect(members.suffix(2).map(\.refusal) == [.notAFile, .unknownMethod(12)])
  }

  @Test(arguments: [ArchiveSamples.streamedZip, ArchiveSamples.wideZip])
  func `reads sizes that come after a file, and 64-bit records`(bytes: [UInt8]) {
    let (members, failure) = read(bytes)
    #expect(failure == nil)
    #expect(members.map(\.name) == ["a.html"])
    #expect(members.first?.text?.hasPrefix("<p>otter</p>") == true)
  }

  @Test func `refuses an encrypted file`() {
    #expect(read(ArchiveSamples.encryptedZip).members.map(\.refusal) == [.encrypted])
  }

  @Test func `refuses a file whose checksum doesn't agree, and reads the others`() {
    var bytes = ArchiveSamples.zip
    bytes[30 + 16 + 4] ^= 1
    let (members, failure) = read(bytes)
    #expect(failure == nil)
    #expect(members[0].refusal == .damaged)
    #expect(members[1].text != nil)
  }

  @Test func `reads a zip that stands behind other bytes`() {
    let (members, failure) = read(
      Array("PK\u{3}\u{4} not the first file, but what unpacks it".utf8) + ArchiveSamples.zip)
    #expect(failure == nil)
    #expect(members.first?.text == "<p>heron</p>")
  }

  @Test func `refuses files beyond the limits`() {
    #expect(read(ArchiveSamples.zip, limits: ArchiveLimits(memberBytes: 100)).members.map(\.refusal)[1] == .tooLarge)
    #expect(read(ArchiveSamples.zip, limits: ArchiveLimits(members: 2)).failure == .tooLarge)
  }

  @Test func `reads nothing wrong out of any cut or changed byte`() {
    let whole = ArchiveSamples.streamedZip
    for length in 0..<whole.count { #expect(read(Array(whole[..<length])).members.isEmpty) }
    let good = read(whole).members
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0xFF
      let texts = read(bytes).members.compactMap(\.text)
      #expect(texts.isEmpty || texts == good.compactMap(\.text))
    }
  }
}

struct TarReaderTests {
  @Test(arguments: [ArchiveSamples.ustar, ArchiveSamples.pax, ArchiveSamples.gnuTar])
  func `reads files, and says what is none`(packed: [UInt8]) throws {
    let tar = try Gzip.inflate(packed, limit: 1 << 20)
    for bytes in [packed, tar] {
      let (members, failure) = read(bytes)
      #expect(failure == nil)
      #expect(members.map(\.text) == ["<p>heron</p>", String(repeating: "pond ", count: 200), nil, nil, "last"])
      #expect(members[2...3].map(\.refusal) == [.notAFile, .notAFile])
      #expect(members[0].name == "birds/heron.html")
      #expect(members[1].name.hasPrefix("long/reed/reed/"))
      #expect(members[1].name.hasSuffix("/étang.txt") || members[1].name.hasSuffix("/etang.txt"))
    }
  }

  @Test func `gives what stands before a cut`() throws {
    let tar = try Gzip.inflate(ArchiveSamples.ustar, limit: 1 << 20)
    let (members, failure) = read(Array(tar[..<2100]))
    #expect(members.map(\.text) == ["<p>heron</p>"])
    #expect(failure == .truncated)
    #expect(read(Array(ArchiveSamples.ustar.dropLast(20))).failure == .truncated)
  }

  @Test func `gives what stands before damage`() throws {
    var tar = try Gzip.inflate(ArchiveSamples.ustar, limit: 1 << 20)
    tar[1536 + 150] ^= 0xFF
    let (members, failure) = read(tar)
    #expect(members.count == 1)
    #expect(failure == .damaged(offset: 1536))
  }

  @Test func `passes over files that are too large`() {
    let (members, failure) = read(ArchiveSamples.pax, limits: ArchiveLimits(memberBytes: 100))
    #expect(failure == nil)
    #expect(members[1].refusal == .tooLarge)
    #expect(members.last?.text == "last")
  }
}

struct ArchiveReaderTests {
  @Test func `tells archives by their first bytes`() throws {
    #expect(ArchiveReader.format(of: ArchiveSamples.zip) == .zip)
    #expect(ArchiveReader.format(of: ArchiveSamples.pax) == .gzip)
    #expect(ArchiveReader.format(of: try Gzip.inflate(ArchiveSamples.pax, limit: 1 << 20)) == .tar)
    #expect(ArchiveReader.format(of: Array("<html>".utf8)) == nil)
    #expect(ArchiveReader.format(of: [UInt8](repeating: 0, count: 1024)) == nil)
  }

  @Test func `says what is no archive`() {
    #expect(read(Array("<html>".utf8)).failure == .notAnArchive)
    #expect(read(Gzip.deflate(Array("<html>".utf8))).failure == .notAnArchive)
  }

  @Test func `stops at what grows beyond reason`() throws {
    var large = Array(try Gzip.inflate(ArchiveSamples.ustar, limit: 1 << 20)[512..<1024])
    // A size of 24 MiB, in octal, and the checksum that goes with it.
    large.replaceSubrange(124..<136, with: Array("00140000000\0".utf8))
    let sum = (large[..<148] + large[156...]).reduce(256) { $0 + Int($1) }
    let octal = String(sum, radix: 8)
    large.replaceSubrange(148..<156, with: Array(("000000".dropLast(octal.count) + octal + "\0 ").utf8))
    let bomb = Gzip.deflate(large + [UInt8](repeating: 0, count: 24 << 20))
    #expect(read(bomb, limits: ArchiveLimits(memberBytes: 1000)).failure == .tooLarge)
  }
}
