import Dedupe
import Records
import Testing

struct RepeatedBlocksTests {
  private func hash(_ block: String) throws -> ShortHash { try #require(RepeatedBlocks.hash(of: block)) }

  @Test func `finds what enough pages of a site have, each page counted once`() throws {
    let notice = try hash("All rights reserved.")
    var blocks = RepeatedBlocks(pages: 2)
    blocks.add(site: "a.example", blocks: [notice, notice])
    #expect(!blocks.isRepeated(notice, site: "a.example"))
    blocks.add(site: "b.example", blocks: [notice])
    #expect(!blocks.isRepeated(notice, site: "a.example"))
    blocks.add(site: "a.example", blocks: [try hash("ALL  rights reserved"), try hash("Other words")])
    #expect(blocks.isRepeated(notice, site: "a.example"))
    #expect(blocks.count(notice, site: "a.example") == 2)
    #expect(!blocks.isRepeated(try hash("Other words"), site: "a.example"))
  }

  @Test func `has no hash for a block without words`() {
    #expect(RepeatedBlocks.hash(of: " — ") == nil)
  }
}
