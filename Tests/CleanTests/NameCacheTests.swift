import Markup
import Testing

@testable import Clean

struct NameCacheTests {
  /// What the first element of the markup's body says of itself.
  private func description(_ html: String, _ cache: inout NameCache) -> NameCache.Description {
    let tree = HTMLTree(parsing: Array("<body>\(html)".utf8))
    let body = tree.nodes(tagged: [.body])[0]
    return cache.describe(body + 1, tree.tag(of: body + 1), tree)
  }

  private func description(_ html: String) -> NameCache.Description {
    var cache = NameCache()
    return description(html, &cache)
  }

  private func bit(_ group: NameGroups.Group) -> UInt16 { 1 << UInt16(group.rawValue) }
  private func bit(_ place: ElementSurvey.Place) -> UInt16 { 1 << UInt16(place.rawValue) }

  @Test(arguments: [
    "<div class=sidebar>x", "<div id=sidebar>x", "<div itemprop=sidebar>x", "<div class='big sidebar-left' id=a>x",
  ])
  func `reads names from class, id and itemprop`(html: String) {
    #expect(description(html).names & bit(.side) != 0)
    #expect(description(html).names & bit(.comment) == 0)
  }

  @Test func `reads places from tag, role, itemprop and what hides`() {
    #expect(description("<nav>x").places == bit(ElementSurvey.Place.nav))
    #expect(description("<div role=navigation>x").places == bit(ElementSurvey.Place.nav))
    #expect(description("<div itemprop=articleBody>x").places == bit(ElementSurvey.Place.bodyRole))
    for html in ["<div hidden>x", "<div aria-hidden=true>x"] {
      #expect(description(html).places == bit(ElementSurvey.Place.hidden))
    }
    for html in ["<div aria-hidden=false>x", "<div role=none>x", "<div>x"] { #expect(description(html).places == 0) }
  }

  @Test func `gives elements of one tag and class the same signature, and others another`() {
    let signature = description("<p class='a b'>x").signature
    #expect(description("<p class='a b' id=c>y").signature == signature)
    let others = ["<div class='a b'>x", "<p class=a>x", "<p>x"].map { description($0).signature }
    #expect(!others.contains(signature))
    #expect(Set(others).count == 3)
  }

  @Test func `says the same of a class it has met before`() {
    var cache = NameCache()
    let first = description("<p class=sidebar>x", &cache)
    let second = description("<p class=sidebar>x", &cache)
    #expect(first.names == second.names && first.signature == second.signature)
    #expect(description("<p class=main-text>x", &cache).names != first.names)
  }
}
