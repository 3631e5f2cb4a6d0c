import Records
import Testing

struct ContentHashTests {
  @Test(arguments: [
    // FIPS 180-4's examples.
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `is the SHA-256 of the bytes`(text: String, hex: String) {
    #expect(ContentHash(of: text).hex == hex)
    #expect(ContentHash(of: Array(text.utf8)).description == hex)
    #expect(ContentHash(of: text) == ContentHash(hex: hex))
  }

  @Test(arguments: [
    (["salt", ""] as [String?], "6a6f7896dba7d7ffa16b4a497863ad15d34e1e8bebe49d5f3215fd1dad255240"),
    (["salt"], "476a98d518cb5249b94d0c8cc30151c8a08177dac351e993a347914a51e98986"),
    (["sal", "t"], "4854eefa8f3a27145b80d93e214407e5dfe2c024c8d6b5946d4bf8762d7ce1ae"),
    (["a", "", nil], "43a23bd9c5c0bd670013ce44b6d58329f62bb62085e7129c26f1bbb8afe42c4f"),
  ])
  func `keeps fields apart by their lengths`(fields: [String?], hex: String) {
    var hasher = ContentHasher()
    for field in fields { hasher.append(field: field) }
    #expect(hasher.finish().hex == hex)
  }

  @Test(arguments: [4095, 4096, 4097, 10_000])
  func `hashes long fields as it hashes short ones`(length: Int) {
    // A field is its length in 8 bytes, little endian, and its text; here the text stands behind a number.
    let text = String(repeating: "t", count: length)
    var (parts, whole) = (ContentHasher(), ContentHasher())
    parts.append(field: "a")
    parts.append(field: text)
    whole.append(field: "a")
    whole.append(number: UInt64(length))
    #expect(parts.finish() != whole.finish())
    var bytes: [UInt8] = [1, 0, 0, 0, 0, 0, 0, 0, 97]
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    bytes += Array(text.utf8)
    var again = ContentHasher()
    again.append(field: "a")
    again.append(field: text)
    #expect(again.finish() == ContentHash(of: bytes))
  }

  @Test func `gives as many digits as are asked for`() {
    var (some, all) = (ContentHasher(), ContentHasher())
    some.append(field: "salt")
    all.append(field: "salt")
    #expect(some.finish(digits: 24) == "476a98d518cb5249b94d0c8c")
    #expect(all.finish(digits: 64).count == 64)
  }
}
