import Testing

@testable import WebAddress

struct DomainTests {
  private func ascii(_ domain: String) -> String? {
    Domain.ascii(domain).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("BÜCHER.example", "xn--bcher-kva.example"), ("bu\u{308}cher.example", "xn--bcher-kva.example"),
    ("ｎｅｗｓ。example", "news.example"), ("a．b｡c", "a.b.c"), ("straße.example", "xn--strae-oqa.example"),
    ("so\u{AD}ft.ü.example", "soft.xn--tda.example"), ("a\u{200B}b.example", "ab.example"),
    ("ü.XN--TDA", "xn--tda.xn--tda"), ("ﬁle.example", "file.example"),
    ("Σίσυφος.example", "xn--kxa6ajbbmh.example"),
  ])
  func `maps to ASCII`(domain: String, expected: String) {
    #expect(ascii(domain) == expected)
  }

  @Test(arguments: [
    "ü.xn--a", "ü.xn--abc-", "ü.xn--", "ü.xn--é", "\u{308}a.ü", "ü.xn--99999999", "a\u{2025}ü",
  ])
  func `refuses labels that are not valid`(domain: String) {
    #expect(ascii(domain) == nil)
  }
}
