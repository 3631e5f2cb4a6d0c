import Markup
import Records

/// Chooses the blocks of the main text by their probabilities, all in thousandths.
struct BlockChoice {
  private let page: PageBlocks
  private var answers: [Int32]

  /// - Parameters:
  ///   - answers: the probability of each block.
  ///   - context: what stands around the blocks.
  init(_ page: PageBlocks, _ context: BlockContext, _ answers: [Int32]) {
    self.page = page
    self.answers = answers
    joinLists(context)
    joinHeadings()
    joinTerms()
    self.answers = self.answers.map(BlockChoice.cautious)
  }

  /// The chosen blocks' places, in order; none where the page has nothing but blocks that are surely no content.
  func choose() -> [Int] {
    guard let highest = answers.max(), highest >= BlockChoice.hopeless else { return [] }
    let isSmall = page.wordsAtLeastOne < BlockChoice.smallPage
    let bound = isSmall ? BlockChoice.sure : min(max(bestBound(), BlockChoice.least), BlockChoice.most)
    let isChosen = answers.indices.map { place in
      answers[place] >= min(isSmall && page.isPlain(place) ? BlockChoice.mostOfSmall : bound, highest)
    }
    return withoutRepetitions(isSmall ? withoutBareHeadings(isChosen) : answers.indices.filter { isChosen[$0] })
  }

  /// Bounds of what a block must reach; from cross-validation.
  private static let least: Int32 = 200
  private static let most: Int32 = 550
  /// A page of fewer words has little around its content but what is called so.
  private static let smallPage = 300
  private static let mostOfSmall: Int32 = 150
  private static let sure: Int32 = 700
  /// Below it a page's best block is none of its content.
  private static let hopeless: Int32 = 18

  /// Items of a list and rows of a table lean on each other.
  private mutating func joinLists(_ context: BlockContext) {
    var start = 0
    while start < answers.count {
      var end = start + 1
      while end < answers.count, page.blocks[end].kind == page.blocks[start].kind,
        context.parent(of: end) == context.parent(of: start)
      {
        end += 1
      }
      let isList = page.blocks[start].kind == .listItem || page.blocks[start].kind == .tableRow
      if isList, end > start + 1 { join(start..<end) }
      start = end
    }
  }

  private mutating func join(_ places: Range<Int>) {
    var (sum, words) = (0, 0)
    for place in places {
      let count = Int(max(1, page.blocks[place].measure.words))
      sum += Int(answers[place]) * count
      words += count
    }
    for place in places { answers[place] = (answers[place] + Int32(sum / words)) / 2 }
  }

  /// A heading leans on what follows it.
  private mutating func joinHeadings() {
    for place in answers.indices.dropLast().reversed() where page.blocks[place].kind == .heading {
      let next = answers[place + 1]
      if answers[place] < next { answers[place] = (2 * answers[place] + 3 * next) / 5 }
    }
  }

  /// A term stands with its description, as an interview's question with its answer.
  private mutating func joinTerms() {
    func tag(_ place: Int) -> Tag { page.tree.tag(of: page.blocks[place].anchor) }
    for place in answers.indices.dropLast().reversed() where tag(place) == .dt && tag(place + 1) == .dd {
      answers[place] = max(answers[place], answers[place + 1])
    }
  }

  /// Answers made smaller, those in the middle most; without it too much is taken, as cross-validation shows.
  private static func cautious(_ answer: Int32) -> Int32 { answer * (1500 + answer) / 2500 }

  /// The bound that promises the best F1 over words: what is chosen up to it is the more right the surer the page is.
  ///
  /// See Lipton, Elkan and Naryanaswamy, Optimal Thresholding of Classifiers to Maximize F1 Measure (2014).
  private func bestBound() -> Int32 {
    var words = [Int](repeating: 0, count: 1001)
    var expected = 0
    for (place, answer) in answers.enumerated() {
      let count = Int(max(1, page.blocks[place].measure.words))
      words[max(0, min(1000, Int(answer)))] += count
      expected += count * Int(answer)
    }
    var (chosen, right, best, bound) = (0, 0, 0.0, Int32(1000))
    for answer in stride(from: 1000, through: 0, by: -1) where words[answer] > 0 {
      chosen += words[answer] * 1000
      right += words[answer] * answer
      let score = 2 * Double(right) / Double(chosen + expected)
      if score > best { (best, bound) = (score, Int32(answer)) }
    }
    return bound
  }

  /// The chosen places; a heading goes with what stands under it, if that is something and all of it is left out.
  private func withoutBareHeadings(_ isChosen: [Bool]) -> [Int] {
    var chosen: [Int] = []
    var (hasDropped, hasKept) = (false, false)
    for place in answers.indices.reversed() {
      let isHeading = page.blocks[place].kind == .heading
      if isChosen[place], !isHeading || !hasDropped || hasKept { chosen.append(place) }
      hasDropped = !isHeading && (hasDropped || !isChosen[place])
      hasKept = !isHeading && (hasKept || isChosen[place])
    }
    return chosen.reversed()
  }

  /// Pages often carry a text twice, for narrow and wide screens.
  private func withoutRepetitions(_ places: [Int]) -> [Int] {
    var seen: Set<UInt32> = []
    return places.filter { place in
      let text = page.blocks[place].measure
      return text.bytes <= 70 || seen.insert(text.hash.value).inserted
    }
  }
}

extension PageBlocks {
  /// Whether neither links nor the elements around the block tell that it is no content.
  fileprivate func isPlain(_ place: Int) -> Bool {
    let block = blocks[place]
    let (tags, names) = (survey.tagDistance[block.anchor], survey.nameDistance[block.anchor])
    let isIn = { (place: ElementSurvey.Place) in tags[place.rawValue] < ElementSurvey.far }
    let isCalled = { (group: NameGroups.Group) in names[group.rawValue] < ElementSurvey.far }
    if block.measure.linkBytes * 2 > block.measure.bytes || isIn(.hidden) { return false }
    if isIn(.nav) || isIn(.aside) || isIn(.footer) || isIn(.form) { return false }
    if isIn(.header), !isIn(.article), !isIn(.main) { return false }
    return !isCalled(.navigation) && !isCalled(.foot) && !isCalled(.social) && !isCalled(.advert) && !isCalled(.side)
  }

  /// The page's words, a block without any counting as one.
  fileprivate var wordsAtLeastOne: Int { blocks.reduce(0) { $0 + Int(max(1, $1.measure.words)) } }
}
