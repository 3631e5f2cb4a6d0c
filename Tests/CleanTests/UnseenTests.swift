import Markup
import Testing

@testable import Clean

struct UnseenTests {
  /// The texts that are seen.
  private func seen(_ html: String, leavingOut tags: [Markup.Tag] = []) -> [String] {
    let tree = HTMLTree(parsing: Array("<body>\(html)".utf8))
    let isExcluded = tree.unseen(leavingOut: Set(tree.nodes(tagged: tags)))
    return (0..<tree.count).filter { tree.isText($0) && !isExcluded[$0] }.map {
      String(decoding: tree.bytes(of: $0), as: UTF8.self)
    }
  }

  @Test(arguments: [
    "<select><option>out</select>", "<button>out</button>", "<textarea>out</textarea>", "<svg><text>out</text></svg>",
    "<object>out</object>", "<canvas>out</canvas>", "<video>out</video>",
  ])
  func `leaves out what no reader sees as text`(html: String) {
    #expect(seen("<p>in</p>\(html)<p>in too</p>") == ["in", "in too"])
  }

  @Test func `leaves out the elements that are named, with all in them`() {
    #expect(seen("<p>in</p><ul><li>out<b>out</b></li></ul>last", leavingOut: [.ul]) == ["in", "last"])
  }

  @Test(arguments: ["noscript", "template"])
  func `takes what scripts show only where it holds half of the text`(tag: String) {
    #expect(seen("<p>some words</p><\(tag)><p>four</p></\(tag)>") == ["some words"])
    #expect(seen("<p>four</p><\(tag)><p>some words</p></\(tag)>") == ["four", "some words"])
    #expect(seen("<\(tag)><p>all</p></\(tag)>") == ["all"])
  }

  @Test func `judges scripted parts one by one, and those inside with the one around`() {
    let parts = "<noscript><p>abc<noscript>def</noscript></p></noscript>"
    #expect(seen("<p>a long text of the page itself</p>" + parts + parts) == ["a long text of the page itself"])
  }
}
