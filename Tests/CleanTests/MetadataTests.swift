import Records
import Testing

@testable import Clean

struct MetadataTests {
  private func page(_ head: String) throws -> Clean.Cleaned { cleaned("<html>\(head)<body><p>\(prose)") }

  @Test(arguments: [
    ("<meta name=description content=' a\n b '>", "a b"),
    ("<meta property=og:description content=b><meta name=Description content=a>", "a"),
    ("<meta property=og:description content='caf&eacute;'>", "café"),
    ("<meta name=description content=''>", nil),
  ])
  func `reads the description`(head: String, expected: String?) throws {
    #expect(try page(head).page?.description == expected)
  }

  @Test(arguments: [
    ("<link rel=canonical href=/c>", "https://site.example/c"),
    ("<link rel='alternate CANONICAL' href=c><meta property=og:url content=/d>", "https://site.example/a/c"),
    ("<meta property=og:url content=https://www.site.example/d>", "https://www.site.example/d"),
    ("<link rel=canonical href='javascript:alert(1)'>", nil),
    ("<link rel=alternate href=/c>", nil),
  ])
  func `reads the canonical address`(head: String, expected: String?) throws {
    #expect(try page(head).page?.canonicalAddress == expected)
  }

  @Test(arguments: [
    ("<html lang=de-AT>", "de-AT"),
    ("<meta http-equiv=Content-Language content='fr, en'>", "fr"),
    ("<meta property=og:locale content=en_GB>", "en-GB"),
    ("<html lang=' '>", nil),
  ])
  func `reads the language`(head: String, expected: String?) {
    #expect(cleaned("\(head)<p>\(prose)").page?.language == expected)
  }
}
