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

  @Test(arguments: [
    ("<meta property=og:site_name content='The Lake Post'>", "The Lake Post", "meta og:site_name"),
    (
      #"<script type=application/ld+json>{"@type":"WebSite","name":"Lake &amp; Post"}</script>"#, "Lake & Post",
      "jsonLD WebSite"
    ),
    ("<meta name=application-name content=Lake>", "Lake", "meta application-name"),
    (
      #"<script type=application/ld+json>{"@type":"Article","publisher":{"name":"Lake"}}</script>"#, "Lake",
      "jsonLD publisher"
    ),
  ])
  func `reads the site's name`(head: String, name: String, rule: String) throws {
    #expect(try page(head).page?.siteName == Page.Found(name, rule: rule))
  }

  @Test(arguments: [
    ("<meta property=og:image content=/ice.png>", "https://site.example/ice.png", "meta og:image"),
    (
      #"<script type=application/ld+json>{"@type":"Article","image":{"url":"ice.png"}}</script>"#,
      "https://site.example/a/ice.png", "jsonLD image"
    ),
  ])
  func `reads the image`(head: String, address: String, rule: String) throws {
    #expect(try page(head).page?.image == Page.Found(address, rule: rule))
  }

  @Test func `reads licence and tags`() throws {
    let found = try page(
      "<link rel=license href=https://licence.example/by><meta name=keywords content='ice, snow;Ice , '>"
    ).page
    #expect(found?.licence == Page.Found("https://licence.example/by", rule: "rel license"))
    #expect(found?.tags == ["ice", "snow"].map { Page.Found($0, rule: "meta keywords") })
    let tagged = try page("<meta property=article:tag content=Ice><meta name=keywords content=x>").page
    #expect(tagged?.tags == [Page.Found("Ice", rule: "meta article:tag")])
  }
}
