import Normalize
import Records
import Testing

struct CommentsOriginTests {
  @Test func `a comment offers every field it names, and is told from others by who wrote it`() {
    var page = samplePage()
    page.comments = [
      .init(author: "ada", date: "3 March 2026", text: "Soft water.", rule: "class comment"),
      .init(author: "tom", date: nil, text: "Soft water.", rule: "class comment"),
    ]
    let parts = CommentsOrigin.parts(of: ReadPage(page))
    #expect(CommentsOrigin.fields.map { parts[0].fields[$0.name] } == ["Soft water.", "ada", "3 March 2026"])
    #expect(CommentsOrigin.fields.map { parts[1].fields[$0.name] } == ["Soft water.", "tom", nil])
    #expect(parts[0].identity != parts[1].identity)
  }
}
