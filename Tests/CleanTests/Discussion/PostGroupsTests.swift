import Markup
import Testing

@testable import Clean

struct PostGroupsTests {
  private func groups(_ html: String, takesAll: Bool = true, most: Int = 100) -> [String] {
    let tree = HTMLTree(parsing: Array(html.utf8))
    var cache = PostNameCache()
    let page = PageBlocks(tree, address: "")
    return PostGroups(page, takesAll: takesAll, main: 0, mostMembers: most, &cache).all.map {
      "\($0.rule) \($0.nodes.count)"
    }
  }

  @Test func `groups elements by class, by id but for its number, and by type`() {
    let html = """
      <div class="row a" id=p1>one</div><div class="row b" id=p2>two</div><p class=row>three</p>
      <i itemscope itemtype=https://schema.org/Comment><b>four</b></i><p itemscope itemtype=https://schema.org/Answer>five</p>
      """
    #expect(groups(html) == ["class row 2", "itemtype 1"])
    #expect(groups("<div id=c1>one</div><div id=c2>two</div><div id=c>three</div>") == ["id c 2"])
  }

  @Test func `takes comments alone where the page is no discussion`() {
    let html = "<div class=row>one</div><div class=row>two</div><div class=comment>three</div>"
    #expect(groups(html) == ["class row 2", "class comment 1"])
    #expect(groups(html, takesAll: false) == ["class comment 1"])
  }

  @Test func `ends when there are too many`() {
    let many = String(repeating: "<div class=comment>x</div>", count: 50)
    #expect(groups(many, most: 10) == ["class comment 4"])
    #expect(groups(many, most: 1000) == ["class comment 50"])
  }
}
