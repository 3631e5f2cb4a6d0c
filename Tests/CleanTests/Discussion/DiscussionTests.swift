import Records
import Testing

@testable import Clean

struct DiscussionTests {
  /// The posts as lines `author, date: text`.
  private func lines(_ posts: [Page.Post]?) -> [String] {
    (posts ?? []).map {
      "\($0.author ?? "?"), \($0.date ?? "?"): \($0.text.split(separator: "\n").joined(separator: " / "))"
    }
  }

  private func comment(_ name: String, _ date: String, _ text: String, _ inside: String = "") -> String {
    """
    <li class="comment depth-1" id=comment-\(date.filter(\.isNumber))><article class=comment-body><footer class=comment-meta>
    <div class="comment-author vcard"><b class=fn>\(name)</b> <span class=says>says:</span></div>
    <div class=comment-metadata><a href=#c><time datetime=\(date)>lately</time></a></div></footer>
    <div class=comment-content>\(text)</div><div class=reply><a href=#r>Reply</a></div></article>\(inside)</li>
    """
  }

  private func article(_ comments: String) -> Cleaned {
    cleaned(
      """
      <title>The lake</title><main><article class=post><h1>The lake</h1><p>\(prose)</p><p>\(prose) Again.</p></article>
      <div id=comments class=comments-area><h2>2 comments</h2><ol class=comment-list>\(comments)</ol>
      <div id=respond class=comment-respond><h3>Leave a reply</h3><form class=comment-form><label>Name</label></form></div>
      </div></main>
      """)
  }

  @Test func `finds the comments of readers apart from the main text, answers among them`() {
    let answer = comment("Tom", "2026-01-04", "<p>Read the parish book.</p>")
    let result = article(
      comment(
        "Ada", "2026-01-03", "<p>How was that measured?</p><p>With a stick?</p>", "<ol class=children>\(answer)</ol>")
        + comment("Olga", "2026-01-05", "<p>Thanks!</p>"))
    #expect(
      lines(result.page?.comments) == [
        "Ada, 2026-01-03: How was that measured? / With a stick?", "Tom, 2026-01-04: Read the parish book.",
        "Olga, 2026-01-05: Thanks!",
      ])
    #expect(result.page?.posts.isEmpty == true)
  }

  @Test func `leaves comments out of an article's main text`() {
    let few = article(comment("Ada", "2026-01-03", "<p>How was that measured in those years, with a stick?</p>"))
    #expect(few.page?.text.contains("Again.") == true)
    #expect(few.page?.text.contains("with a stick") == false)
  }

  @Test func `finds a comment that stands alone, without the form below it`() {
    let result = article(comment("Ada", "2026-01-03", "<p>Nice.</p>"))
    #expect(lines(result.page?.comments) == ["Ada, 2026-01-03: Nice."])
  }

  @Test(arguments: [
    "", "<li class=comment-respond><form><label>Name</label><p>Be kind to one another.</p></form></li>",
    "<li class=recent-comments><a class=author href=/u/ada>Ada</a> on <a href=/x>The mill</a> <time>2 May 2026</time></li>",
    "<li class=comment-policy>We read all comments before they are shown here.</li>",
  ])
  func `finds none where nobody wrote any`(html: String) {
    #expect(article(html).page?.comments.isEmpty == true)
  }

  @Test func `takes no list of articles for comments or posts`() {
    let cards = (1...6).map {
      """
      <article class="post has-comments"><h2><a href=/a\($0)>Article \($0)</a></h2><span class=author>Ada</span>
      <time datetime=2026-01-0\($0)>today</time><p>\(prose)</p><a class=comments-link href=/a\($0)#c>2 comments</a></article>
      """
    }.joined()
    let result = cleaned("<main><h1>News</h1>\(cards)</main>", at: "https://site.example/news/")
    #expect(result.page?.comments.isEmpty == true)
    #expect(result.page?.posts.isEmpty == true)
  }

  private func post(_ name: String, _ date: String, _ text: String) -> String {
    """
    <div class=post id=p\(name.count)><dl class=postprofile><dt><a class=username href=/member/1>\(name)</a></dt>
    <dd>Joined: 3 May 2011</dd></dl><div class=postbody><p class=author>by \(name) » \(date)</p>
    <div class=content>\(text)</div><div class=signature>Sent from my boat on 2 May 2020</div></div></div>
    """
  }

  @Test func `finds the posts of a forum, each with author and date as written`() {
    let result = cleaned(
      "<h1>Ice</h1><div id=page-body>" + post("ada", "Sat Jan 03, 2026 9:12 am", "Is the ice safe?<br>I fear not.")
        + post("tom", "Sat Jan 03, 2026 9:40 am", "<blockquote><p>Is it?</p></blockquote>No.") + "</div>",
      at: "https://forum.lake.example/viewtopic.php?t=7")
    #expect(
      lines(result.page?.posts) == [
        "ada, Sat Jan 03, 2026 9:12 am: Is the ice safe? I fear not.",
        "tom, Sat Jan 03, 2026 9:40 am: Is it? / No.",
      ])
    #expect(result.page?.posts.first?.rule == "class post")
    #expect(result.page?.comments.isEmpty == true)
  }

  @Test func `tells comments from the posts that they stand under`() {
    func answer(_ type: String, _ name: String, _ text: String, _ comments: String) -> String {
      """
      <div class="\(type.lowercased())" itemscope itemtype="https://schema.org/\(type)" itemprop=x><div itemprop=text>\(text)</div>
      <time itemprop=dateCreated datetime=2026-02-0\(name.count)>then</time>
      <div itemprop=author itemscope itemtype="https://schema.org/Person"><span itemprop=name>\(name)</span></div>
      <ul class=comments-list>\(comments)</ul></div>
      """
    }
    func remark(_ name: String, _ text: String) -> String {
      "<li class=comment><span class=comment-copy>\(text)</span> <a class=comment-user href=/users/9>\(name)</a> "
        + "<span class=comment-date title='2026-02-03 10:00:00Z'>Feb 3</span></li>"
    }
    let result = cleaned(
      "<h1>Why does ice float?</h1>"
        + answer("Question", "ada", "<p>Why does ice float at all?</p>", remark("kim", "See the book of tides."))
        + answer(
          "Answer", "olga", "<p>Because it takes more room than water.</p>",
          remark("lee", "Well put, as it should be.") + remark("kim", "Short and right, for once.")),
      at: "https://lake.example/questions/3")
    #expect(
      lines(result.page?.posts) == [
        "ada, 2026-02-03: Why does ice float at all?", "olga, 2026-02-04: Because it takes more room than water.",
      ])
    #expect(
      lines(result.page?.comments) == [
        "kim, 2026-02-03 10:00:00Z: See the book of tides.", "lee, 2026-02-03 10:00:00Z: Well put, as it should be.",
        "kim, 2026-02-03 10:00:00Z: Short and right, for once.",
      ])
  }

  @Test func `takes what JSON-LD describes where the markup says less`() {
    let data = """
      {"@type":"DiscussionForumPosting","author":{"name":"ada"},"datePublished":"2026-01-03","text":"Is it safe?",
      "comment":[{"@type":"Comment","author":"tom","datePublished":"2026-01-04","text":"No."}]}
      """
    let result = cleaned("<h1>Ice</h1><p>\(prose)</p><script type=application/ld+json>\(data)</script>")
    #expect(lines(result.page?.posts) == ["ada, 2026-01-03: Is it safe?", "tom, 2026-01-04: No."])
  }
}
