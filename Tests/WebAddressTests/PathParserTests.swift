import Testing
import WebAddress

struct PathParserTests {
  @Test(arguments: [
    ("/a/./b", "/a/b"), ("/a/../b", "/b"), ("/a/%2e/b", "/a/b"), ("/a/.%2E/b", "/b"), ("/a/%2e%2E", "/"),
    ("/a/.", "/a/"), ("/a/..", "/"), ("/...", "/..."), ("/a/%2e%2e%2e", "/a/%2e%2e%2e"),
    ("/..a/.b", "/..a/.b"),
    ("//a//", "//a//"), ("\\a\\b", "/a/b"), ("", "/"),
  ])
  func `resolves dot segments`(path: String, expected: String) {
    #expect(Address(parsing: "http://a.example\(path)")?.path == expected)
  }

  @Test func `escapes what each part must escape`() {
    let address = Address(parsing: "http://a.example/ \"<>`{}^|'ü%zz?  \"<>'`^#  \"<>`'")
    #expect(address?.path == "/%20%22%3C%3E%60%7B%7D%5E|'%C3%BC%zz")
    #expect(address?.query == "%20%20%22%3C%3E%27`^")
    #expect(address?.fragment == "%20%20%22%3C%3E%60'")
    #expect(Address(parsing: "web+app://h/?'")?.query == "'")
  }
}
