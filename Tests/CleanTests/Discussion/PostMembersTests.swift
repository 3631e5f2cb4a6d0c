import Markup
import Testing

@testable import Clean

struct PostMembersTests {
  private func members(_ html: String, _ name: String, without inner: String? = nil) throws -> PostMembers {
    let page = PageBlocks(HTMLTree(parsing: Array(html.utf8)), address: "")
    var cache = PostNameCache()
    let groups = PostGroups(page, takesAll: true, main: 0, mostMembers: 1000, &cache).all
    let marks = PostMarks(page, in: [0..<page.tree.count], &cache)
    let others = groups.first { $0.rule == inner.map { "class \($0)" } }.map { PostMembers($0, marks, page) }
    return PostMembers(try #require(groups.first { $0.rule == "class \(name)" }), marks, page, without: others)
  }

  private let thread = """
    <div class=post><p class=author>ada</p><time>3 May 2026</time><p>What is that over there?</p>
    <div class=post><p class=author>tom</p><p>A heron of the old kind.</p><ul><li class=note><i class=author>kim</i>
    <time>4 May 2026</time><p>No, a crane.</p></li><li class=note>Yes.</li></ul></div></div>
    <div class=post><p>Nobody wrote these words.</p></div>
    """

  @Test func `gives each element its own author, date and words`() throws {
    let found = try members(thread, "post")
    #expect(found.members.map { $0.author >= 0 } == [true, true, false])
    #expect(found.members.map { $0.date >= 0 } == [true, true, false])
    #expect(found.members.map(\.words) == [5, 10, 4])
    #expect([found.posts, found.wholePosts, found.authors] == [2, 2, 2])
  }

  @Test func `leaves out what stands in another group`() throws {
    let found = try members(thread, "post", without: "note")
    #expect(found.members.map(\.words) == [5, 6, 4])
    #expect([found.posts, found.wholePosts] == [2, 1])
    #expect(try members(thread, "note").isInside(found))
    #expect(try !found.isInside(members(thread, "note")))
    #expect(!found.isInside(found))
  }

  @Test func `takes steps in proportion to what there is, however deep the elements stand`() throws {
    let count = 2000
    let deep = String(repeating: "<div class=post><p class=author>ada</p>words", count: count)
    #expect(try members(deep, "post").steps < 20 * count)
  }
}
