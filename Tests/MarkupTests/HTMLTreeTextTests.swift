import Testing

@testable import Markup

struct HTMLTreeTextTests {
  @Test(arguments: [
    ("<p> a\n b </p><p>c</p>", "a b c"),
    ("a<b>b</b>c", "abc"),
    ("a<br>b", "a b"),
    ("<ul><li>a<li>b</ul>c", "a b c"),
    ("a&nbsp; b", "a b"),
    ("<div>a</div>b<span> c</span>", "a b c"),
    ("", ""),
  ])
  func `folds white space and keeps blocks apart`(html: String, expected: String) {
    #expect(HTMLTree(parsing: Array(html.utf8)).foldedText(of: 0) == expected)
  }

  @Test func `gives an element's own text without its elements'`() throws {
    let tree = HTMLTree(parsing: Array("<p>a <b>b</b> c".utf8))
    #expect(try tree.foldedOwnText(of: #require(first(.p, in: tree))) == "a c")
  }
}
