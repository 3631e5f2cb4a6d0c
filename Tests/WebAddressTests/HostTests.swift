import Testing
import WebAddress

struct HostTests {
  private func host(_ text: String, scheme: String = "http") -> String? {
    Address(parsing: "\(scheme)://\(text)/")?.host
  }

  @Test(arguments: [
    ("EXAMPLE.Example", "example.example"), ("a.example.", "a.example."), ("%61.example", "a.example"),
    ("a_b.example", "a_b.example"), ("-a-.example", "-a-.example"), ("a..b", "a..b"),
    ("b%C3%BCcher.example", "xn--bcher-kva.example"),
  ])
  func `serialises a domain`(text: String, expected: String) {
    #expect(host(text) == expected)
  }

  @Test(arguments: ["a b", "a<b", "a%00b", "a%", "a%2Fb", "a|b", "a^b", "[1::2", "a]b", "%C2%AD", "a%7Fb"])
  func `refuses forbidden code points`(text: String) {
    #expect(host(text) == nil)
  }

  @Test func `leaves an opaque host as it is, escaped`() {
    #expect(host("Ab%41ü", scheme: "web+app") == "Ab%41%C3%BC")
    #expect(host("0x7f.1", scheme: "web+app") == "0x7f.1")
    #expect(host("a<b", scheme: "web+app") == nil)
    #expect(host("[::1]", scheme: "web+app") == "[::1]")
  }
}
