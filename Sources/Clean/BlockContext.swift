/// Which blocks belong together: those of the elements around each block, and those of elements of one kind.
struct BlockContext {
  /// For each block in turn the blocks in the elements around it: parent, grandparent, its parent, the nearest repeated
  /// element, and the parent of that.
  let ranges: [Range<Int>]
  /// For each block the number of the first one whose element and parent have the same tags and classes.
  let patterns: [Int32]
  static let levels = 5

  /// The blocks in the element around the block's own.
  func parent(of block: Int) -> Range<Int> { ranges[block * BlockContext.levels] }

  init(_ page: PageBlocks) {
    let survey = page.survey
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(page.blocks.count * BlockContext.levels)
    var seen = FirstTable(capacity: page.blocks.count)
    var patterns: [Int32] = []
    func above(_ node: Int) -> Int { max(0, Int(survey.parent[node])) }
    func range(_ node: Int) -> Range<Int> { Int(survey.blockStart[node])..<Int(survey.blockEnd[node]) }
    for (number, block) in page.blocks.enumerated() {
      let parent = above(block.anchor)
      let grand = above(parent)
      let item = max(0, Int(survey.repeated[block.anchor]))
      for node in [parent, grand, above(grand), item, above(item)] { ranges.append(range(node)) }
      let key = survey.signature[block.anchor] &* 31 ^ survey.signature[parent]
      patterns.append(seen.first(key, number: Int32(number)))
    }
    self.ranges = ranges
    self.patterns = patterns
  }
}
