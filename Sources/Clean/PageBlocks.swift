import Markup
import Records

/// A page's blocks with all that their features are made from.
struct PageBlocks {
  let tree: HTMLTree
  let isExcluded: [Bool]
  let blocks: [TextBlock]
  let survey: ElementSurvey
  let hints: PageHints
  /// Whether each block reads like prose.
  let isGood: [Bool]
  /// How many title words there are.
  let titleWords: Int
  /// Words of the whole page, of its prose and in its links.
  let words: Int32
  let goodWords: Int32
  let linkedWords: Int32
  /// Words before each block, of all blocks and of prose.
  let wordsBefore: [Int32]
  let goodBefore: [Int32]
  /// The heading each block stands under; -1 where there is none.
  let heading: [Int32]
  /// The deepest element with seven tenths of the prose.
  let core: HTMLTree.Node
  /// The element with most prose, what lies deeper counting less.
  let top: HTMLTree.Node
  let firstGood: Int
  let lastGood: Int
  let firstTitle: Int
  /// How often each text stands on the page.
  let copies: CountTable

  init(_ tree: HTMLTree, leavingOut: Set<HTMLTree.Node> = [], address: String) {
    self.tree = tree
    isExcluded = tree.unseen(leavingOut: leavingOut)
    let title = PageBlocks.titleWords(tree)
    titleWords = title.count
    var reader = BlockReader(
      tree, isExcluded: isExcluded, page: PageWords(title: title, described: DescribedText(tree)))
    let blocks = reader.read()
    let isGood = blocks.map(\.readsLikeProse)
    self.blocks = blocks
    self.isGood = isGood
    survey = ElementSurvey(tree, blocks, isGood: isGood)
    hints = PageHints(tree, address: address)
    (words, goodWords, linkedWords) = (survey.words[0], survey.good[0], survey.linked[0])
    wordsBefore = PageBlocks.runningSum(blocks.map(\.measure.words))
    goodBefore = PageBlocks.runningSum(blocks.indices.map { isGood[$0] ? blocks[$0].measure.words : 0 })
    heading = PageBlocks.headings(blocks)
    (core, top) = PageBlocks.centres(survey)
    firstGood = isGood.firstIndex(of: true) ?? 0
    lastGood = isGood.lastIndex(of: true) ?? blocks.count
    firstTitle = blocks.firstIndex { $0.kind == .heading && $0.level == 1 } ?? -1
    var copies = CountTable(capacity: blocks.count)
    for block in blocks { copies.add(block.measure.hash.value) }
    self.copies = copies
  }

  private static func titleWords(_ tree: HTMLTree) -> TitleWords {
    var words = TitleWords()
    if let node = tree.first(tagged: .title), node < tree.first(tagged: .body) ?? tree.count {
      for inner in node..<tree.end(of: node) { words.add(tree.bytes(of: inner)) }
    }
    return words
  }

  /// The sum of what stands before each.
  private static func runningSum(_ values: [Int32]) -> [Int32] {
    var sum: Int32 = 0
    return values.map { value in
      defer { sum += value }
      return sum
    }
  }

  private static func headings(_ blocks: [TextBlock]) -> [Int32] {
    var last: Int32 = -1
    return blocks.indices.map { number in
      defer { if blocks[number].kind == .heading { last = Int32(number) } }
      return last
    }
  }

  private static func centres(_ survey: ElementSurvey) -> (core: HTMLTree.Node, top: HTMLTree.Node) {
    var core = 0
    let bound = survey.good[0] / 10 * 7
    guard survey.good[0] > 0 else { return (0, 0) }
    var scores = [Float](repeating: 0, count: survey.words.count)
    var top = 0
    for node in stride(from: scores.count - 1, through: 0, by: -1) where survey.good[node] > 0 {
      scores[node] += Float(survey.ownGood[node])
      if scores[node] > scores[top] { top = node }
      let parent = Int(survey.parent[node])
      if parent >= 0 { scores[parent] += scores[node] * 0.8 }
    }
    for node in 0..<scores.count where survey.good[node] >= max(1, bound) && survey.depth[node] >= survey.depth[core] {
      core = node
    }
    return (core, top)
  }
}

extension TextBlock {
  /// Whether it is long enough, has common words and few links.
  fileprivate var readsLikeProse: Bool {
    return measure.words > 12 && measure.linkBytes * 5 < measure.bytes * 2
      && (measure.stopWords * 100 > measure.words * 15 || measure.commas + measure.sentences > 3)
  }
}
