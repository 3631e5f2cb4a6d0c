import Foundation

/// Finds a model's weights from the records themselves by expectation and maximization, without labels.
struct ModelFitting {
  private let space: RowSpace
  private let fields: [Field]
  /// Pairs that may be the same thing; a share of all there are.
  private let candidates: PairLevels
  private let share: Double
  /// For each candidate 1 or 0 where a decision is known, else -1.
  private let known: [Double]
  /// Pairs drawn at random, which are different things but for a few.
  private let random: PairLevels
  private(set) var model: LinkageModel
  private var chance: [[Double]] = []

  static let rounds = 25
  /// The round from which on the model heeds what fields say together.
  static let settled = 4
  static let randomPairs = 200_000

  /// - Parameter share: the share of all candidates that `candidates` are.
  /// - Parameter labels: what is known about pairs: 1 for the same, 0 for different.
  init(_ space: RowSpace, _ fields: [Field], _ candidates: PairLevels, share: Double, labels: [UInt64: Double]) {
    self.space = space
    self.fields = fields
    self.candidates = candidates
    self.share = max(share, 1e-9)
    known = labels.isEmpty ? [] : candidates.pairs.map { labels[$0] ?? -1 }
    random = PairLevels(ModelFitting.drawn(space), fields)
    model = LinkageModel(fields: fields)
  }

  private static func drawn(_ space: RowSpace) -> [UInt64] {
    let (first, second) =
      space.boundary.map { (0..<$0, $0..<space.count) } ?? (0..<space.count, 0..<space.count)
    if first.isEmpty || second.isEmpty { return [] }
    if space.pairs <= Double(randomPairs) {
      return first.flatMap { a in second.compactMap { b in space.mayPair(a, b) && a < b ? packed(a, b) : nil } }
    }
    var state: UInt64 = 0
    func draw(_ rows: Range<Int>) -> Int {
      state += 1
      return rows.lowerBound + Int(mixed(state) % UInt64(rows.count))
    }
    return (0..<randomPairs).compactMap { _ in
      let (a, b) = (draw(first), draw(second))
      return a == b ? nil : packed(a, b)
    }
  }

  /// The model that explains the candidates best.
  mutating func fit() -> LinkageModel {
    chance = chances(random, [Double](repeating: 1, count: random.count), isRandom: true)
    model.prior = Float(log2(Double(max(1, space.count)) * 0.5 / max(1, space.pairs)))
    weigh(fields.map { ModelFitting.start(levels: $0.kind.levels) })
    // One field alone can't say what a level means: its levels among all pairs are what chance brings.
    for round in 0..<(fields.count > 1 ? ModelFitting.rounds : 0) {
      let posteriors = posteriors()
      let same = chances(candidates, posteriors, isRandom: false)
      if round % 2 == 0 { heedRandom(scales: round >= ModelFitting.settled) }
      model.prior = Float(log2(max(posteriors.reduce(0, +) / share, 1) / max(1, space.pairs)))
      weigh(same)
    }
    return model
  }

  /// Learns from the random pairs how likely levels are among different things, and what fields say together.
  private mutating func heedRandom(scales: Bool) {
    let different = random.pairs.indices.map { place in
      1 / (1 + odds(model.score(random.levels, from: place * random.width, rows(random.pairs[place]).0)))
    }
    chance = chances(random, different, isRandom: true)
    if scales {
      model.scale = sharedEvidence(random, different, model)
      model.scaleAgainst = model.scale
    }
  }

  /// Learns a model's weights anew from what it expects of the candidates, which it gives.
  mutating func reweigh(_ model: inout LinkageModel) -> [Double] {
    self.model = model
    let posteriors = posteriors()
    weigh(chances(candidates, posteriors, isRandom: false))
    model = self.model
    return posteriors
  }

  private mutating func weigh(_ same: [[Double]]) {
    for place in fields.indices {
      let raw = zip(same[place], chance[place]).map { Float(log2($0 / $1)) }
      if fields[place].kind == .text {
        let shares = zip(same[place], chance[place]).map { Float($0 + $1) }
        model.set(TextComparison.ordered(raw, shares: shares), field: place)
      } else {
        model.set(raw, field: place)
      }
    }
  }

  /// Before anything is known: among the same things, likeness is the likelier the greater it is, 256 times from end to
  /// end.
  private static func start(levels: Int) -> [Double] {
    let raw = (0..<levels).map { exp2(8 * Double($0) / Double(levels)) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  /// How likely each field's levels are among pairs that count as much as `shares` says.
  private func chances(_ pairs: PairLevels, _ shares: [Double], isRandom: Bool) -> [[Double]] {
    fields.indices.map { place in
      let count = fields[place].kind.levels
      var sums = [Double](repeating: 0, count: count)
      var offset = place
      for share in shares {
        let level = pairs.levels[offset]
        if level != LinkageModel.missing { sums[Int(level)] += share }
        offset += pairs.width
      }
      let total = sums.reduce(0, +) + 1
      var chances = sums.map { ($0 + 1 / Double(count)) / total }
      if isRandom { chances[count - 1] = max(chances[count - 1], model.chanceOfEqual[place]) }
      return chances
    }
  }

  /// The probability of each candidate to be the same thing.
  func posteriors() -> [Double] {
    var found = candidates.pairs.indices.map { place in
      odds(model.score(candidates.levels, from: place * candidates.width, rows(candidates.pairs[place]).0))
    }
    compete(&found, candidates.pairs, space)
    for place in known.indices where known[place] >= 0 { found[place] = known[place] }
    return found
  }
}

/// Turns odds of the first so many pairs into probabilities. Between two tables whose records have at most one partner,
/// a record's pairs compete (Sadinle 2017).
func compete(_ odds: inout [Double], _ pairs: [UInt64], _ space: RowSpace) {
  guard space.boundary != nil && space.isOneToOne else {
    for place in odds.indices { odds[place] /= 1 + odds[place] }
    return
  }
  var rivals = [Double](repeating: 0, count: space.count)
  for place in odds.indices {
    let (a, b) = rows(pairs[place])
    rivals[a] += odds[place]
    rivals[b] += odds[place]
  }
  for place in odds.indices {
    let (a, b) = rows(pairs[place])
    odds[place] /= 1 + rivals[a] + rivals[b] - odds[place]
  }
}
