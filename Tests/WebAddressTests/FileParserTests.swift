import Testing
import WebAddress

struct FileParserTests {
  @Test(arguments: [
    ("file:///etc/x", "file:///etc/x"),
    ("file:etc", "file:///etc"),
    ("file:/etc", "file:///etc"),
    ("file://localhost/etc", "file:///etc"),
    ("file://Server/share", "file://server/share"),
    ("file:///C|/x", "file:///C:/x"),
    ("file:///C:/../..", "file:///C:/"),
    ("file://C:/x", "file:///C:/x"),
    ("file:\\\\server\\x", "file://server/x"),
    ("file:", "file:///"),
    ("file:?q", "file:///?q"),
  ])
  func `parses a file's address`(text: String, href: String) {
    #expect(Address(parsing: text)?.href == href)
  }

  @Test(arguments: [
    ("x", "file:///C:/a/x"),
    ("../../../x", "file:///C:/x"),
    ("/x", "file:///C:/x"),
    ("/D:/x", "file:///D:/x"),
    ("D|/x", "file:///D:/x"),
    ("//server/x", "file://server/x"),
    ("?q", "file:///C:/a/b?q"),
    ("#f", "file:///C:/a/b#f"),
    ("", "file:///C:/a/b"),
    ("file:x", "file:///C:/a/x"),
  ])
  func `resolves against a file with a drive letter`(text: String, href: String) throws {
    let base = try #require(Address(parsing: "file:///C:/a/b"))
    #expect(Address(parsing: text, base: base)?.href == href)
  }

  @Test(arguments: ["file://a b/", "file://[::1/", "file://x:80/"])
  func `refuses a host that is none`(text: String) {
    #expect(Address(parsing: text) == nil)
  }
}
