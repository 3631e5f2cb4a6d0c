import Normalize
import Records
import Testing

struct PostsOriginTests {
  @Test func `a post offers every field it names, and is told from others by who wrote it`() {
    var page = samplePage()
    page.posts = [
      .init(author: "ada", date: "3 March 2026", text: "Soft water.", rule: "class post"),
      .init(author: "tom", date: nil, text: "Soft water.", rule: "class post"),
    ]
    let parts = PostsOrigin.parts(of: ReadPage(page))
    #expect(PostsOrigin.fields.map { parts[0].fields[$0.name] } == ["Soft water.", "ada", "3 March 2026"])
    #expect(PostsOrigin.fields.map { parts[1].fields[$0.name] } == ["Soft water.", "tom", nil])
    #expect(parts[0].identity != parts[1].identity)
  }
}
