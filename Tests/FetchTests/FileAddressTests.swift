import Testing

@testable import Fetch

struct FileAddressTests {
  @Test(arguments: [
    (["a.html"], "https://science.example/x/a.html"), (["y", "a.html"], "https://science.example/x/y/a.html"),
    (["a.html.gz"], "https://science.example/x/a.html"), (["y.gz", "a.txt"], "https://science.example/x/y.gz/a.txt"),
    (["a b.html"], "https://science.example/x/a%20b.html"), (["café.html"], "https://science.example/x/caf%C3%A9.html"),
    (["100%.html"], "https://science.example/x/100%25.html"), (["%41.html"], "https://science.example/x/%2541.html"),
    (["a?b=1#c.html"], "https://science.example/x/a%3Fb%3D1%23c.html"),
    (["mailto:a"], "https://science.example/x/mailto%3Aa"),
    (["a\\b"], "https://science.example/x/a%5Cb"), (["a-b_c.d~e"], "https://science.example/x/a-b_c.d~e"),
    (["...", "a"], "https://science.example/x/.../a"), (["utm_source=1"], "https://science.example/x/utm_source%3D1"),
  ])
  func `puts the path below the pattern's folder behind the base address`(parts: [String], address: String) throws {
    let source = try sources(#"[{ "name": "site", "files": "data/**", "base_url": "https://science.example/x/" }]"#)[0]
    let path = (["data"] + parts).joined(separator: "/")
    #expect(source.address(path: path, below: parts) == address)
  }

  @Test func `gives different files different addresses`() throws {
    let source = try sources(#"[{ "name": "site", "files": "**", "base_url": "https://science.example/" }]"#)[0]
    let names = ["a", "a;b", "a%3Bb", "a&b", "a;jsessionid=1", "a?sid=1", "A", "á", "a\u{301}", "a+b", "a b", "a//b"]
    let addresses = names.map { source.address(path: $0, below: $0.split(separator: "/").map(String.init)) }
    #expect(Set(addresses).count == names.count)
  }

  @Test(arguments: [
    ("data/a b.html", "site:data/a b.html"), ("data/a.txt.gz", "site:data/a.txt"), ("/srv/a", "site:/srv/a"),
  ])
  func `is the source and the path where there is no base address`(path: String, address: String) throws {
    let source = try sources(#"[{ "name": "site", "files": "data/**" }]"#)[0]
    #expect(source.address(path: path, below: ["ignored"]) == address)
  }
}
