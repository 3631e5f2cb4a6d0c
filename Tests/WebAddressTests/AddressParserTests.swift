import Testing
import WebAddress

struct AddressParserTests {
  @Test(arguments: [
    ("https://a.example/b", "https://a.example/b"),
    ("  \n https://a.example/b\t ", "https://a.example/b"),
    ("ht\ntps://a.exa\tmple/b", "https://a.example/b"),
    ("https:a.example", "https://a.example/"),
    ("https:////a.example", "https://a.example/"),
    ("web+app://Host/x", "web+app://Host/x"),
    ("web+app://Host", "web+app://Host"),
    ("web+app:/x/../y", "web+app:/y"),
    ("web+app:/.//y", "web+app:/.//y"),
    ("web+app:some text?q", "web+app:some text?q"),
    ("web+app:some text ?q", "web+app:some text%20?q"),
    ("blob:https://a.example/1", "blob:https://a.example/1"),
    ("data:text/plain,ä", "data:text/plain,%C3%A4"),
  ])
  func `parses an absolute address`(text: String, href: String) {
    #expect(Address(parsing: text)?.href == href)
  }

  @Test(arguments: [
    "", "a.example", "/x", "?q", "#f", "1http://a.example", "ht!tp://a.example", "https://", "https://?q",
    "://a.example",
    "http://user@", "http://a.example:x/", "http://a.example:65536/", "http://:80/",
  ])
  func `refuses what is no absolute address`(text: String) {
    #expect(Address(parsing: text) == nil)
  }

  @Test(arguments: [
    ("", "https://a.example/b/c?q=1"),
    ("d", "https://a.example/b/d"),
    ("./d/", "https://a.example/b/d/"),
    ("..", "https://a.example/"),
    ("../../../d", "https://a.example/d"),
    ("/d", "https://a.example/d"),
    ("\\d", "https://a.example/d"),
    ("//other.example", "https://other.example/"),
    ("?r", "https://a.example/b/c?r"),
    ("#g", "https://a.example/b/c?q=1#g"),
    ("https:d", "https://a.example/b/d"),
    ("http:d", "http://d/"),
    ("mailto:x", "mailto:x"),
  ])
  func `resolves against a base`(text: String, href: String) throws {
    let base = try #require(Address(parsing: "https://a.example/b/c?q=1#f"))
    #expect(Address(parsing: text, base: base)?.href == href)
  }

  @Test func `keeps the base's user and port`() throws {
    let base = try #require(Address(parsing: "https://ann:pw@a.example:8443/b"))
    #expect(Address(parsing: "/c", base: base)?.href == "https://ann:pw@a.example:8443/c")
    #expect(Address(parsing: "//b.example/c", base: base)?.href == "https://b.example/c")
    #expect(Address(parsing: "/c", base: base)?.port == 8443)
    #expect(Address(parsing: "//b.example/c", base: base)?.port == nil)
  }

  @Test func `resolves only a fragment against an opaque path`() throws {
    let base = try #require(Address(parsing: "mailto:ann@a.example?subject=x"))
    #expect(Address(parsing: "#f", base: base)?.href == "mailto:ann@a.example?subject=x#f")
    #expect(Address(parsing: "x", base: base) == nil)
    #expect(Address(parsing: "", base: base) == nil)
  }

  @Test func `resolves a path of two slashes without inventing a host`() throws {
    let base = try #require(Address(parsing: "web+app:/a"))
    let address = try #require(Address(parsing: "/.//b", base: base))
    #expect(address.href == "web+app:/.//b")
    #expect(address.path == "//b")
    #expect(Address(parsing: "c", base: address)?.href == "web+app:/.//c")
  }
}
