import Testing
import WebAddress

struct AddressTests {
  @Test func `cuts an address into its parts`() throws {
    let address = try #require(Address(parsing: "HTTP://ann:s%20t@News.Example:8080/a/b?q=1#top"))
    #expect(address.href == "http://ann:s%20t@news.example:8080/a/b?q=1#top")
    #expect(address.scheme == "http")
    #expect(address.username == "ann")
    #expect(address.password == "s%20t")
    #expect(address.host == "news.example")
    #expect(address.port == 8080)
    #expect(address.path == "/a/b")
    #expect(address.query == "q=1")
    #expect(address.fragment == "top")
    #expect(address.isSpecial)
    #expect("\(address)" == address.href)
  }

  @Test func `tells missing parts from empty ones`() throws {
    let bare = try #require(Address(parsing: "https://a.example"))
    #expect(bare.path == "/")
    #expect(bare.query == nil && bare.fragment == nil && bare.port == nil)
    #expect(bare.username.isEmpty && bare.password.isEmpty)
    let empty = try #require(Address(parsing: "https://a.example/?#"))
    #expect(empty.query == "" && empty.fragment == "")
    let mail = try #require(Address(parsing: "mailto:ann@a.example"))
    #expect(mail.host == nil)
    #expect(mail.path == "ann@a.example")
    #expect(!mail.isSpecial)
    #expect(Address(parsing: "file:///x")?.host == "")
  }

  @Test func `knows a password without a name and a name without a password`() throws {
    let secret = try #require(Address(parsing: "ftp://:pw@a.example/"))
    #expect(secret.username.isEmpty && secret.password == "pw")
    let named = try #require(Address(parsing: "ftp://ann:@a.example/"))
    #expect(named.href == "ftp://ann@a.example/")
    #expect(named.username == "ann" && named.password.isEmpty)
  }

  @Test func `is equal where the serialised form is`() throws {
    let plain = try #require(Address(parsing: "http://a.example/x"))
    let odd = try #require(Address(parsing: " hTTp:\\\\A.example:80/./x"))
    #expect(plain == odd)
    #expect(Set([plain, odd]).count == 1)
    #expect(plain != Address(parsing: "http://a.example/y"))
  }
}
