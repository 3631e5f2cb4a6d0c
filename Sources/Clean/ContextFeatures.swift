import Records

/// What the first ensemble's answers around a block tell of it, in the order of `names`.
struct ContextFeatures {
  /// One row after another.
  private(set) var values: [Int16] = []
  static let count = names.count

  static let names = [
    "p", "p-1", "p+1", "p-2", "p+2", "p-3", "p+3", "near", "around", "parent", "grand", "great", "item", "list",
    "pattern", "patternCount", "page", "highest", "heading", "fromFirst", "fromLast", "before", "runLength",
    "parentMost", "listMost",
  ]

  /// The probability, in thousandths, from which a block counts as likely content.
  private static let likely: Int32 = 500

  private let answers: [Int32]
  private let context: BlockContext
  /// Sums over the blocks before each place: words times answer, words, words of likely blocks.
  private var sums: [Int] = [0]
  private var weights: [Int] = [0]
  private var likelyWords: [Int] = [0]
  private var patternSums: [Int]
  private var patternWords: [Int]
  private var patternCounts: [Int]
  private var runLengths: [Int32] = []

  /// - Parameter answers: the probability of each block in thousandths.
  init(_ page: PageBlocks, _ context: BlockContext, answers: [Int32]) {
    self.answers = answers
    self.context = context
    patternSums = [Int](repeating: 0, count: answers.count)
    (patternWords, patternCounts) = (patternSums, patternSums)
    sumUp(page)
    measureRuns()
    let first = answers.firstIndex { $0 >= ContextFeatures.likely } ?? 0
    let last = answers.lastIndex { $0 >= ContextFeatures.likely } ?? answers.count
    let highest = Int(answers.max() ?? 0)
    values.reserveCapacity(answers.count * ContextFeatures.count)
    var heading: Int32 = -1
    for place in answers.indices {
      addNear(place)
      addShared(place, highest: highest)
      add(Int(heading))
      add(place - first)
      add(place - last)
      add(sums[place] * 1000 / max(1, sums[answers.count]))
      add(Int(runLengths[place]))
      for level in [0, 4] { addLikelyShare(range(place, level)) }
      if page.blocks[place].kind == .heading { heading = answers[place] }
    }
  }

  private mutating func add(_ value: Int) { values.append(Int16(truncatingIfNeeded: max(-2000, min(32000, value)))) }

  private mutating func sumUp(_ page: PageBlocks) {
    for (place, block) in page.blocks.enumerated() {
      let words = Int(max(1, block.measure.words))
      let answer = Int(answers[place])
      let pattern = Int(context.patterns[place])
      sums.append(sums[place] + words * answer)
      weights.append(weights[place] + words)
      likelyWords.append(likelyWords[place] + (answers[place] >= ContextFeatures.likely ? words : 0))
      patternSums[pattern] += words * answer
      patternWords[pattern] += words
      patternCounts[pattern] += 1
    }
  }

  private mutating func measureRuns() {
    var start = 0
    while start < answers.count {
      let isLikely = answers[start] >= ContextFeatures.likely
      var end = start + 1
      while end < answers.count, (answers[end] >= ContextFeatures.likely) == isLikely { end += 1 }
      for _ in start..<end { runLengths.append(Int32(end - start)) }
      start = end
    }
  }

  private func range(_ place: Int, _ level: Int) -> Range<Int> { context.ranges[place * BlockContext.levels + level] }

  /// The mean over the blocks, by words.
  private func mean(_ range: Range<Int>) -> Int {
    (sums[range.upperBound] - sums[range.lowerBound]) / max(1, weights[range.upperBound] - weights[range.lowerBound])
  }

  private mutating func addNear(_ place: Int) {
    add(Int(answers[place]))
    for step in [-1, 1, -2, 2, -3, 3] {
      add(answers.indices.contains(place + step) ? Int(answers[place + step]) : -1)
    }
    for reach in [2, 6] { add(mean(max(0, place - reach)..<min(answers.count, place + reach + 1))) }
    for level in 0..<BlockContext.levels { add(mean(range(place, level))) }
  }

  private mutating func addShared(_ place: Int, highest: Int) {
    let pattern = Int(context.patterns[place])
    add(patternSums[pattern] / max(1, patternWords[pattern]))
    add(patternCounts[pattern])
    add(mean(0..<answers.count))
    add(highest)
  }

  private mutating func addLikelyShare(_ range: Range<Int>) {
    add((likelyWords[range.upperBound] - likelyWords[range.lowerBound]) * 1000 / max(1, likelyWords[answers.count]))
  }
}
