import Markup
import Testing

@testable import Clean

struct PostMarksTests {
  private func marks(_ html: String) -> PostMarks {
    let tree = HTMLTree(parsing: Array(html.utf8))
    var cache = PostNameCache()
    return PostMarks(PageBlocks(tree, address: ""), in: [0..<tree.count], &cache)
  }

  @Test(arguments: [
    ("<b class=username>ada</b>", "ada"),
    ("<p class=author>by <a href=/x>Olga Oolong</a> on Monday</p>", "Olga Oolong"),
    ("<a href=/users/7>kim</a>", "kim"), ("<cite class=fn>Lee says:</cite>", "Lee"),
    ("<div itemprop=author><img alt=x><span itemprop=name>Tom</span><i>Member</i></div>", "Tom"),
    ("<div><meta itemprop=author content='Ada Assam'>", "Ada Assam"),
    ("<div class=author-name><a class=author-name>ada</a> Moderator of the whole house and garden here</div>", "ada"),
  ])
  func `reads who wrote something`(html: String, name: String) {
    let marks = marks(html)
    #expect(marks.first(marks.authors.sorted { $0.rank < $1.rank }, marks.author)?.text == name)
  }

  @Test(arguments: [
    "<b class=username>#3</b>", "<b class=username>12 posts</b>", "<b class=username>Reply</b>",
    "<b class=username>3 May 2026</b>", "<img class=author alt=ada>", "<b class=username>Post # 4</b>",
    "<a class=author href=/x>https://site.example/ada</a>",
  ])
  func `takes nothing for a name that is none`(html: String) {
    let marks = marks(html)
    #expect(marks.first(marks.authors, marks.author) == nil)
  }

  @Test(arguments: [
    ("<time datetime=2026-01-03T10:00>lately</time>", "2026-01-03T10:00"), ("<time>3 May 2026</time>", "3 May 2026"),
    ("<span class=when>Posted 2 days ago</span>", "Posted 2 days ago"),
    ("<p>» 03.05.2026, 10:12 |</p>", "03.05.2026, 10:12"),
    ("<p>11-19-02, 06:39 PM</p>", "11-19-02, 06:39 PM"),
    ("<a title='2026-01-03 10:00Z'>Jan 3</a>", "2026-01-03 10:00Z"),
    ("<meta itemprop=datePublished content=2026-01-03>", "2026-01-03"),
  ])
  func `reads when it was written`(html: String, date: String) {
    let marks = marks("<div>" + html)
    #expect(marks.first(marks.dates.sorted { $0.rank < $1.rank }, marks.date)?.text == date)
  }

  @Test(arguments: [
    "<p>Joined: 3 May 2011</p>", "<dl><dt>Registered</dt><dd>3 May 2011</dd></dl>", "<p>Last edited 3 May 2026</p>",
    "<time class=edit-date>never</time>", "<p>Over 2000 fish</p>", "<p class=date>never</p>",
  ])
  func `takes no other date for it`(html: String) {
    let marks = marks("<div>" + html)
    #expect(marks.first(marks.dates, marks.date) == nil)
  }
}
