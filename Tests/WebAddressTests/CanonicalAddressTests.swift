import Testing
import WebAddress

struct CanonicalAddressTests {
  private func canonical(_ text: String) -> String? { Address(parsing: text)?.canonical.href }

  @Test(arguments: [
    ("https://ann:pw@a.example:443/x/../y", "https://a.example/y"),
    ("https://a.example/%7Eann/%41%2d%2fb%c3%a4", "https://a.example/~ann/A-%2Fb%C3%A4"),
    ("https://a.example/x?q=%61%26b%3d", "https://a.example/x?q=a%26b%3D"),
    ("https://a.example/x#part", "https://a.example/x"),
    ("https://a.example/x#!/route%2fa", "https://a.example/x#!/route%2Fa"),
    ("https://a.example/?", "https://a.example/"),
    ("https://a.example:8443/x?b=2&a=1&b=3", "https://a.example:8443/x?b=2&a=1&b=3"),
    ("https://www.a.example.//x//y/", "https://www.a.example.//x//y/"),
    ("https://a.example/?&&a=&b", "https://a.example/?&&a=&b"),
    ("http://[::0001]:80/", "http://[::1]/"),
  ])
  func `makes equal what names the same page`(text: String, expected: String) {
    #expect(canonical(text) == expected)
  }

  @Test(arguments: [
    "https://a.example/x%4%31", "https://a.example/%%34%31", "https://a.example/?q=%2%35",
    "https://a.example/.;jsessionid=1/x",
    "https://a.example/a;jsessionid=1;jsessionid=2", "https://a.example/?%75tm_source=1&%2541=1",
    "https://a.example/?utm_a&",
    "https://ann@a.example/#!%7e",
  ])
  func `changes nothing the second time`(text: String) throws {
    let once = try #require(Address(parsing: text)).canonical
    #expect(once.canonical == once)
  }

  @Test func `leaves alone what can't be fetched`() throws {
    for text in ["mailto:ann@a.example?x=%41#f", "file:///%41#f", "ftp://ann@a.example/"] {
      let address = try #require(Address(parsing: text))
      #expect(!address.isFetchable)
      #expect(address.canonical == address)
    }
    #expect(Address(parsing: "http://a.example")?.isFetchable == true)
  }
}
