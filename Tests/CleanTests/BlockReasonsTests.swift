import Markup
import Testing

@testable import Clean

struct BlockReasonsTests {
  @Test func `names three features with their values for each block, and the model's own probability`() {
    let html =
      "<nav><a href=/>Front</a></nav><main><h1>The lake</h1><p>\(prose)</p></main><footer>Printed here.</footer>"
    let page = PageBlocks(HTMLTree(parsing: Array(html.utf8)), address: "")
    let reasons = BlockReasons(page).blocks
    #expect(reasons.map(\.probability) == BlockModel.shared.judge(page, BlockContext(page)))
    #expect(reasons.map(\.text).last == "Printed here.")
    for block in reasons {
      let parts = block.decided.split(separator: ", ")
      #expect(parts.count == 3)
      #expect(parts.allSatisfy { $0.hasSuffix(")") && ($0.contains("(+") || $0.contains("(−")) })
    }
  }
}
