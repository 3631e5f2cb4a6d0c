import Markup
import Records
import Testing

@testable import Clean

struct MainTextTests {
  @Test(arguments: [
    "<nav><p>out</p></nav>", "<header>out</header>", "<footer>out</footer>", "<aside>out</aside>",
    "<form>out</form>",
    "<div hidden>out</div>", "<div role=navigation>out</div>", "<div aria-hidden=true>out</div>",
    "<div class=site-footer>out</div>", "<div id=shareBar>out</div>", "<button>out</button>",
    "<template>out</template>",
    "<div class=menu><a href=/x>out</a></div>", "<ul><li><a href=/x>out</a><li><a href=/y>out</a></ul>",
  ])
  func `leaves out what is no content`(html: String) {
    let result = cleaned("<body>\(html)<div><p>\(prose)</p><p>\(prose) Again.</p></div>\(html)")
    #expect(result.page?.text.contains("out") == false)
    #expect(result.page?.text.hasPrefix(prose) == true)
  }

  @Test func `keeps an article's own header`() {
    let result = cleaned(
      "<body><header>Site</header><article><header><h1>Title</h1></header><p>\(prose)</p></article>")
    #expect(lines(result) == ["heading1: Title", "paragraph: \(prose)"])
  }

  @Test func `keeps content that stands in a form or a hidden element that scripts show`() {
    #expect(cleaned("<body><form><p>\(prose)</form>").page?.text == prose)
    #expect(cleaned("<body><div hidden><p>\(prose)</div>").page?.text == prose)
    #expect(cleaned("<body><noscript><p>\(prose)</noscript>").page?.text == prose)
  }

  @Test func `heeds class names only as long as text is left`() {
    let parts = (0..<5).map { "<section class=promo><p>\($0) \(prose)</p></section>" }.joined()
    #expect(cleaned("<body>\(parts)").page?.blocks.count == 5)
  }

  @Test func `leaves out a heading over links alone`() {
    let result = cleaned(
      "<main><h1>Title</h1><p>\(prose)</p><h2>More</h2><ul><li><a href=/a>One thing</a><li><a href=/b>Another</a></ul></main>"
    )
    #expect(lines(result) == ["heading1: Title", "paragraph: \(prose)"])
  }

  private let cards = (0..<12).map {
    "<div class=posting><h3>Job \($0)</h3><p>Work on \($0) days. \(prose)</p></div>"
  }.joined()

  @Test func `keeps cards under an article out of its text`() throws {
    let html = "<main><h1>Title</h1><p>\(prose)</p><div class=more-jobs>\(cards)</div></main>"
    let result = cleaned(html, items: [try rule("cards", ".posting", ["title": "h3"])])
    #expect(lines(result) == ["heading1: Title", "paragraph: \(prose)"])
    #expect(result.page?.items.count == 12)
    #expect(result.page?.items.last?.fields == ["title": "Job 11"])
  }

  @Test func `keeps the text of an item that is the page`() throws {
    let html = "<main class=job><h1>Title</h1><p>\(prose)</p></main><aside>\(prose.prefix(60))</aside>"
    let result = cleaned(html, items: [try rule("jobs", ".job")])
    #expect(lines(result) == ["heading1: Title", "paragraph: \(prose)"])
    #expect(result.page?.items.first?.text == "Title " + prose)
  }

  @Test func `keeps the text of a page that is all items`() throws {
    let result = cleaned("<main><h1>Jobs</h1>\(cards)</main>", items: [try rule("cards", ".posting")])
    #expect(result.page?.blocks.filter { $0.kind == .paragraph }.count == 12)
  }

  @Test func `leaves out elements that aren't the better part of it`() throws {
    let tree = HTMLTree(
      parsing: Array("<main><p>\(prose)</p><p>\(prose) Again.</p><p>\(prose) And again.</p></main>".utf8))
    let main = MainText(tree, items: [])
    let parts = tree.nodes(tagged: [.p]).map { $0..<tree.end(of: $0) }
    #expect(main.blocks.count == 3)
    #expect(main.leavingOut([parts[1]]).blocks.map(\.block.text) == [prose, "\(prose) And again."])
    #expect(main.leavingOut([parts[1], parts[2]]).blocks.count == 3)
    #expect(main.leavingOut([]).blocks.count == 3)
  }
}
