import Records
import Testing

@testable import Clean

struct ThinPageTests {
  private func script(_ body: String) -> String {
    #"<script type=application/ld+json>{"@type":"Article","articleBody":""# + body + #""}</script>"#
  }

  @Test func `takes the article's body from structured data where the markup has next to none`() {
    let page = script("\(prose)\\n\(prose)")
    #expect(lines(cleaned("\(page)<div id=app><p>Loading</div>")) == ["paragraph: \(prose)", "paragraph: \(prose)"])
  }

  @Test func `keeps the markup's text where there is enough of it`() {
    #expect(lines(cleaned("\(script(prose))<p>\(prose)")) == ["paragraph: \(prose)"])
  }

  @Test func `falls back to the description`() {
    #expect(lines(cleaned("<meta name=description content='\(prose)'><div id=app></div>")) == ["paragraph: \(prose)"])
    #expect(cleaned("<meta name=description content='Short.'><div id=app></div>").page == nil)
  }
}
