import Records

/// Leaves out blocks that links dominate, headings over nothing but such blocks, and long texts said before.
struct LinkFilter {
  private let blocks: [ContentBlock]

  init(_ blocks: [ContentBlock]) { self.blocks = blocks }

  /// The blocks that stay, in order.
  var kept: [ContentBlock] {
    var keeps = linkJudgement()
    dropBareHeadings(&keeps)
    dropRepetitions(&keeps)
    return zip(blocks, keeps).compactMap { $1 ? $0 : nil }
  }

  /// A list or table is judged as a whole, all else block by block; headings stay.
  private func linkJudgement() -> [Bool] {
    var keeps = [Bool](repeating: true, count: blocks.count)
    var first = 0
    while first < blocks.count {
      var end = first + 1
      if blocks[first].group >= 0 {
        while end < blocks.count, blocks[end].group == blocks[first].group { end += 1 }
      }
      let text = blocks[first..<end].reduce(0) { $0 + $1.textBytes }
      let links = blocks[first..<end].reduce(0) { $0 + $1.linkBytes }
      let isHeading = end == first + 1 && blocks[first].block.kind == .heading
      if !isHeading, links * 10 > text * 6, text - links < 200 * (end - first) {
        for i in first..<end { keeps[i] = false }
      }
      first = end
    }
    return keeps
  }

  /// A heading goes with what stands under it, if that is something and all of it is left out.
  private func dropBareHeadings(_ keeps: inout [Bool]) {
    var hasDropped = false
    var hasKept = false
    for i in blocks.indices.reversed() {
      if blocks[i].block.kind == .heading {
        if hasDropped, !hasKept { keeps[i] = false }
        hasDropped = false
        hasKept = false
      } else if keeps[i] {
        hasKept = true
      } else {
        hasDropped = true
      }
    }
  }

  /// Pages often carry a text twice, for narrow and wide screens.
  private func dropRepetitions(_ keeps: inout [Bool]) {
    var seen: Set<String> = []
    for i in blocks.indices where keeps[i] && blocks[i].textBytes > 80 {
      if !seen.insert(blocks[i].block.text).inserted { keeps[i] = false }
    }
  }
}
