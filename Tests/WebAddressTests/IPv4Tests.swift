import Testing
import WebAddress

struct IPv4Tests {
  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1"), ("192.0.2.1.", "192.0.2.1"), ("0xC0.0.02.01", "192.0.2.1"),
    ("3221225985", "192.0.2.1"),
    ("127.1", "127.0.0.1"), ("1.2.772", "1.2.3.4"), ("0", "0.0.0.0"), ("0x", "0.0.0.0"),
    ("0377.0", "255.0.0.0"),
    ("4294967295", "255.255.255.255"), ("192.0.2.1%2E", "192.0.2.1"), ("１２７.１", "127.0.0.1"),
  ])
  func `reads every form of a number`(text: String, expected: String) {
    #expect(Address(parsing: "http://\(text)/")?.host == expected)
  }

  @Test(arguments: [
    "256.0.0.1", "1.2.3.256", "1.2.3.4.5", "4294967296", "1..2", "a.1", "08", "0x1g.0x1", "1.2.3.0x100",
    "a.0x",
    "99999999999999999999999999",
  ])
  func `refuses numbers that make no address`(text: String) {
    #expect(Address(parsing: "http://\(text)/") == nil)
  }

  @Test(arguments: ["1.a", "0xg", "1.2.3.4a", "1.."])
  func `takes other domains for domains`(text: String) {
    #expect(Address(parsing: "http://\(text)/")?.host == text)
  }
}
