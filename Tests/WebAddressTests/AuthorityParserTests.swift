import Testing
import WebAddress

struct AuthorityParserTests {
  @Test(arguments: [
    ("http://a.example:80/", "http://a.example/"),
    ("https://a.example:443/", "https://a.example/"),
    ("ws://a.example:80/", "ws://a.example/"),
    ("ftp://a.example:21/", "ftp://a.example/"),
    ("http://a.example:443/", "http://a.example:443/"),
    ("http://a.example:/", "http://a.example/"),
    ("http://a.example:00080/", "http://a.example/"),
    ("http://a.example:0/", "http://a.example:0/"),
  ])
  func `leaves out the default port`(text: String, href: String) {
    #expect(Address(parsing: text)?.href == href)
  }

  @Test(arguments: [
    ("http://a@b@c.example/", "http://a%40b@c.example/"),
    ("http://@c.example/", "http://c.example/"),
    ("http://:@c.example/", "http://c.example/"),
    ("http://a:b:c@d.example/", "http://a:b%3Ac@d.example/"),
    ("http://ä b@c.example/", "http://%C3%A4%20b@c.example/"),
    ("http://c.example?a@b", "http://c.example/?a@b"),
    ("http://c.example\\@d", "http://c.example/@d"),
  ])
  func `tells the user from the host`(text: String, href: String) {
    #expect(Address(parsing: text)?.href == href)
  }
}
