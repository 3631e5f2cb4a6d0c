/// Takes the endings of number, gender and case off words of languages other than English; little else, so that it
/// seldom joins what differs.
///
/// After J. Savoy's light and minimal stemmers ("Light stemming approaches for the French, Portuguese, German and
/// Hungarian languages", SAC 2006), with rules as data. Words come folded: lower case, without accents.
struct LightStemmer: Sendable {
  /// One ending and what stands in its place.
  struct Rule: Sendable {
    var ending: [UInt8]
    var replacement: [UInt8]
    /// The fewest bytes the word must have.
    var least: Int
    /// The letters one of which must stand before the ending; empty for any.
    var after: [UInt8]
  }

  /// In each step the first rule that fits is applied.
  private let steps: [[Rule]]
  /// Whether two equal consonants at the end become one.
  private let undoubles: Bool

  /// `steps` has one text a step: rules such as `aux:al/6`, which turns the end `aux` of words of 6 bytes or more into
  /// `al`, or `s:/4/bdfg`, which takes off an `s` after one of those letters.
  init(_ steps: [String], undoubles: Bool = false) {
    self.steps = steps.map { step in
      step.split(separator: " ").map { rule in
        let parts = rule.split(separator: "/").map(String.init)
        let ends = parts[0].split(separator: ":", omittingEmptySubsequences: false).map { Array($0.utf8) }
        return Rule(
          ending: ends[0], replacement: ends[1], least: Int(parts[1]) ?? 0,
          after: parts.count > 2 ? Array(parts[2].utf8) : [])
      }
    }
    self.undoubles = undoubles
  }

  /// Takes the ending off a folded word.
  func stem(_ word: inout [UInt8]) {
    for step in steps {
      guard let rule = step.first(where: { $0.fits(word) }) else { continue }
      word.removeLast(rule.ending.count)
      word += rule.replacement
    }
    let isDoubled =
      word.count > 3 && word.last == word[word.count - 2] && word.last.map { !"aeiou".utf8.contains($0) } == true
    if undoubles, isDoubled { word.removeLast() }
  }
}

extension LightStemmer.Rule {
  fileprivate func fits(_ word: [UInt8]) -> Bool {
    guard word.count >= least, word.count > ending.count, word.suffix(ending.count) == ending[...] else { return false }
    return after.isEmpty || after.contains(word[word.count - ending.count - 1])
  }
}
