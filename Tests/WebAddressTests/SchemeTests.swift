import Testing

@testable import WebAddress

struct SchemeTests {
  @Test(arguments: [
    ("http", 80), ("https", 443), ("ws", 80), ("wss", 443), ("ftp", 21), ("file", nil), ("gopher", nil),
    ("httpsx", nil),
  ])
  func `knows a scheme's default port`(name: String, port: Int?) {
    #expect(Scheme(Array(name.utf8)[...]).defaultPort == port)
  }

  @Test func `takes six schemes for special`() {
    for name in ["http", "https", "ws", "wss", "ftp", "file"] {
      #expect(Scheme(Array(name.utf8)[...]).isSpecial)
    }
    for name in ["", "h", "blob", "mailto"] { #expect(!Scheme(Array(name.utf8)[...]).isSpecial) }
  }
}
