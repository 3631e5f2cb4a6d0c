import Testing

@testable import WebAddress

struct PlainAddressTests {
  private let base = Address(parsing: "https://shop.example/tea/index.html?x=1")

  @Test(arguments: [
    "https://shop.example/", "http://a.b-c.example/x/y.html?q=1&r=(2)#", "https://shop.example/a.b/..c", "/tea/1?x=/?",
    "https://shop.example/a?b=c", "https://shop.example/a//b", "/", "/a;b=1", "https://s3.eu-1.example/~me/@you:1",
    "https://shop.example/a?b'c", "https://shop.example/a/./b", "https://shop.example/a/../b", "/a/.b",
    "//cdn.example/x",
    "https://shop.example", "https://shop.example/a%2e", "https://Shop.example/", "https://192.0.2.1/", "https://a.1/",
    "https://xn--bcher-kva.example/", "https://ab--cd.example/", "https://a..example/", "https://a.example./",
    "https://shop.example:443/", "https://u@shop.example/", "https://shop.example/a b", "https://shop.example/\\",
    "https://localhost/x", "https://0x7f.1/", "https://a.0x1/", "ftp://shop.example/a", "https:///a.example/", "?a",
    "#a",
    "https://-a.example/", "https://a-.example/", "https://shop.example/ä", " https://shop.example/",
  ])
  func `the quick way and the long way give the same address`(text: String) {
    for base in [nil, base] {
      let quick = Address(parsing: text, base: base)
      let long = Address(reading: text, base: base)
      #expect(quick?.href == long?.href)
      #expect(quick.map(parts) == long.map(parts))
    }
  }

  @Test func `most links go the quick way`() {
    #expect(Address(plain: "https://shop.example/tea/1.html?x=1&y=2") != nil)
    #expect(base.flatMap { Address(plainPath: "/tea/1.html", on: $0) } != nil)
  }

  private func parts(_ address: Address) -> [String?] {
    [
      address.scheme, address.username, address.password, address.host, address.port.map(String.init), address.path,
      address.query, address.fragment, address.canonical.href,
    ]
  }
}
