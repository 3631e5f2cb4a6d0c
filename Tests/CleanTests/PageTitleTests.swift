import Records
import Testing

@testable import Clean

struct PageTitleTests {
  @Test(arguments: [
    ("<title>Ice | The Lake Post</title>", "", "Ice | The Lake Post", "title"),
    ("<title>Ice on the lake | Lake Post</title>", "", "Ice on the lake", "title"),
    ("<title>Ice - Lake Post</title>", "<h1>Ice on it</h1>", "Ice on it", "h1"),
    ("<title>Ice - Lake Post</title>", "<h1>Ice</h1><h1>Snow</h1>", "Ice", "h1"),
    (
      "<meta property=og:site_name content='Lake Post'><meta property=og:title content='Ice – Lake Post'>",
      "", "Ice", "meta og:title"
    ),
    ("<title>Ice - Snow</title>", "", "Ice - Snow", "title"),
    (
      "<meta property=og:title content='Ice'><title>x</title>", "<h1>a</h1><h1>b</h1>", "Ice", "meta og:title"
    ),
    ("<title> </title>", "<h1>a</h1><h1>b</h1>", "a", "h1"),
    ("<svg><title>icon</title></svg><title>Ice</title>", "", "Ice", "title"),
  ])
  func `chooses a title and says by which rule`(head: String, heading: String, title: String, rule: String) {
    let page = cleaned("\(head)<body>\(heading)<p>\(prose)").page
    #expect(page?.title == title)
    #expect(page?.titleRule == rule)
  }

  @Test func `leaves a page without any title untitled`() {
    #expect(cleaned("<p>\(prose)").page?.title == nil)
  }
}
