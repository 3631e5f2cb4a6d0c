import Records
import Testing

@testable import Clean

struct LinksTests {
  private func links(_ html: String, at address: String = "https://site.example/a/page.html") -> [String] {
    (cleaned(html + "<p>\(prose)", at: address).page?.links ?? []).map {
      "\($0.address) \($0.text)\($0.inMainText ? " main" : "")"
    }
  }

  @Test(arguments: [
    ("<a href='b.html'>x</a>", ["https://site.example/a/b.html x main"]),
    ("<a href=' /b?q=1&amp;r#f '> x\n y </a>", ["https://site.example/b?q=1&r#f x y main"]),
    ("<a href=//other.example>x</a>", ["https://other.example/ x main"]),
    (
      "<a href='#top'>x</a><a href='javascript:y()'>x</a><a href=mailto:a@b.example>x</a><a>x</a><a href=''>x</a>",
      []
    ),
    ("<base href='/c/'><a href=b>x</a>", ["https://site.example/c/b x main"]),
    ("<base href='file:///etc/'><a href=passwd>x</a>", []),
    (
      "<a href=b>x</a><a href=b>y</a><a href=b>x</a>",
      ["https://site.example/a/b x main", "https://site.example/a/b y main"]
    ),
  ])
  func `makes links absolute and keeps those to the web`(html: String, expected: [String]) {
    #expect(links("<p>Some words before it " + html + " and after it.</p>") == expected)
  }

  @Test func `tells links in the main text from others`() {
    #expect(
      links("<nav><a href=/n>n</a></nav><p>See <a href=/m>m</a> for all the rest of it.</p>")
        == ["https://site.example/n n", "https://site.example/m m main"])
    #expect(
      links("<nav><a href=/m>m</a></nav><p>See <a href=/m>m</a> for all the rest of it.</p>")
        == ["https://site.example/m m main"])
  }

  @Test func `keeps links as written where the page's address is unknown`() {
    #expect(
      links(
        "<p>A <a href=b.html>b</a>, <a href=http://x.example>x</a>, <a href=tel:1>t</a>, <a href='#c'>c</a></p>",
        at: "site:a.html")
        == ["b.html b main", "http://x.example/ x main"])
  }
}
