import Markup
import Records
import Testing

@testable import Clean

struct PagePiecesTests {
  @Test func `ends a piece where a block begins or ends`() {
    let tree = HTMLTree(parsing: Array("<div>one <b>two</b><p>three<br>four</p>five</div> <a href=x>six</a>".utf8))
    let pieces = PagePieces(tree).pieces
    #expect(pieces.map(\.text) == ["one two", "three", "four", "five", "six"])
    #expect(pieces.map(\.linkBytes) == [0, 0, 0, 0, 3])
  }

  @Test(arguments: [
    (["menu", "a", "b", "foot"], ["a", "b"], "0110"), (["a", "x", "a"], ["x", "a"], "011"),
    (["1", "2", "3"], ["1 | 2"], "110"), (["a", "ab", "c"], ["ab"], "010"), (["a", "b"], ["nothing", "b"], "01"),
    ([], ["a"], ""), (["a"], [], "0"),
  ])
  func `finds the pieces that blocks are made of`(_ pieces: [String], _ kept: [String], _ expected: String) {
    let aligned = PagePieces.align(pieces, with: kept.map { Page.Block(.paragraph, $0) })
    #expect(aligned.isKept.map { $0 ? "1" : "0" }.joined() == expected)
    #expect(aligned.missing.map(\.text) == kept.filter { $0 == "nothing" || pieces.isEmpty })
  }
}
