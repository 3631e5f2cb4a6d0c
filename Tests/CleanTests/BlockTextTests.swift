import Markup
import Records
import Testing

@testable import Clean

struct BlockTextTests {
  /// The texts of the page's blocks.
  private func texts(_ html: String, leavingOut: [Markup.Tag] = []) -> [String] {
    let tree = HTMLTree(parsing: Array(html.utf8))
    let page = PageBlocks(tree, leavingOut: Set(tree.nodes(tagged: leavingOut)), address: "")
    let reader = BlockText(tree: tree, isExcluded: page.isExcluded)
    return page.blocks.map { reader.read($0).block.text }
  }

  @Test(arguments: [
    ("<pre>\n\n  a\n    b\n\nc  \n \n</pre>", "  a\n    b\n\nc  "), ("<pre>a<br>b<br/><b>c</b></pre>", "a\nb\nc"),
    ("<pre><div>a</div><div>  b</div></pre>", "a\n  b"), ("<pre>a\r\nb\r\n</pre>", "a\nb"),
    ("<pre><code><span>a</span>\n<span>b</span></code></pre>", "a\nb"),
    ("<pre>a<ol><li>b</li><li>c</li></ol>d</pre>", "a\nb\nc\nd"),
  ])
  func `keeps the lines of code`(html: String, text: String) {
    #expect(texts(html) == [text])
  }

  @Test func `puts a bar between cells and keeps the empty ones`() {
    #expect(
      texts("<table><tr><td>a<td><td> b <b>c</b><tr><td><td>d<td>e<tr><td><td>f</table>") == [
        "a | | b c", "| d | e", "f",
      ])
  }

  @Test func `folds white space, and parts words where a block stands in a line`() {
    #expect(texts("<p>a\n  b<b>c</b> <i> d</i></p>") == ["a bc d"])
    #expect(texts("<h2>e<br>f</h2>") == ["e f"])
  }

  @Test func `leaves out what is left out, in lines, cells and code`() {
    #expect(texts("<p>a <span>b</span> c</p>", leavingOut: [.span]) == ["a c"])
    #expect(texts("<table><tr><td>a<td>b <span>c</span></table>", leavingOut: [.span]) == ["a | b"])
    #expect(texts("<pre>a\n<span>b</span></pre>", leavingOut: [.span]) == ["a"])
  }

  @Test func `gives the links in a block and the one around it`() {
    let tree = HTMLTree(
      parsing: Array("<a href=/x><p>a</p></a><p><a href=/y>b</a> c <a href=/z>d</a></p><p>e</p>".utf8))
    let page = PageBlocks(tree, address: "")
    let reader = BlockText(tree: tree, isExcluded: page.isExcluded)
    let links = page.blocks.map { reader.read($0).links.map { tree.text(ofAttribute: .href, of: $0) } }
    #expect(links == [["/x"], ["/y", "/z"], []])
  }
}
