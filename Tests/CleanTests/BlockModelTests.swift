import Markup
import Records
import Testing

@testable import Clean

struct BlockModelTests {
  private func page(_ html: String) -> PageBlocks {
    PageBlocks(HTMLTree(parsing: Array(html.utf8)), address: "https://site.example/news/ice-on-the-lake")
  }

  @Test func `makes one row of named numbers a block`() {
    let page = page("<title>Ice</title><h1>Ice</h1><p>\(prose)<ul><li><a href=/x>x</a><li>y</ul>")
    #expect(page.blocks.map(\.kind) == [.heading, .paragraph, .listItem, .listItem])
    #expect(BlockFeatures(page).values.count == 4 * BlockFeatures.names.count)
    #expect(Set(BlockFeatures.names).count == BlockFeatures.names.count)
    let context = BlockContext(page)
    let around = ContextFeatures(page, context, answers: [0, 1000, 500, 3])
    #expect(around.values.count == 4 * ContextFeatures.names.count)
  }

  @Test func `judges text between navigation and footer`() {
    let page = page(
      """
      <body><nav class=menu><a href=/a>Home</a> <a href=/b>News</a></nav><article><h1>Ice on the lake</h1><p>\(prose)</p>
      <p>\(prose) Again.</p></article><footer class=site-footer>All rights reserved</footer>
      """)
    let answers = BlockModel.shared.judge(page, BlockContext(page))
    #expect(answers.count == 5)
    #expect((answers.first ?? 1000) < 200)
    #expect(answers[2] > 800 && answers[3] > 800)
    #expect((answers.last ?? 1000) < 200)
  }

  @Test func `holds no block for a page without text`() {
    let page = page("<svg><title>icon</title></svg><select><option>x</select>")
    #expect(page.blocks.isEmpty)
    #expect(BlockModel.shared.judge(page, BlockContext(page)).isEmpty)
  }
}
