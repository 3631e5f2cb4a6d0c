/// Refines a model by what is known beyond the candidates: decisions, and between two tables of which neither repeats
/// itself, that two records of one table are never the same thing however alike they look.
struct ModelRefining {
  let space: RowSpace
  let fields: [Field]
  let candidates: PairLevels
  let known: KnownPairs

  /// How often expectation and regression take turns; more of them drift away from what the candidates say.
  static let rounds = 3
  /// At most about this many pairs of each sort take part.
  static let sample = 100_000.0
  /// How many pairs a decided one counts as.
  static let decided = 5.0

  /// The model, with multipliers that tell candidates from near misses.
  ///
  /// - Parameter nearMisses: pairs of one table each that look alike.
  /// - Parameter share: the share of all candidates that `candidates` are.
  func refined(_ model: LinkageModel, _ fitting: inout ModelFitting, nearMisses: PairLevels, share: Double)
    -> LinkageModel
  {
    if nearMisses.count == 0 || space.pairsWithin == 0 { return model }
    var model = model
    let missPart = min(1, ModelRefining.sample / Double(nearMisses.count))
    let missShare = space.pairs / space.pairsWithin * share / missPart
    for _ in 0..<ModelRefining.rounds {
      let posteriors = fitting.reweigh(&model)
      var regression = LogisticFit(model, RowSpace(count: 2 * space.count, boundary: space.boundary))
      let floor = floor(model)
      for (place, pair) in candidates.pairs.enumerated() where score(model, place) >= floor {
        let share = known.isSame[pair] == nil ? 1 : ModelRefining.decided
        regression.add(pair, weights: weights(model, candidates, place), label: posteriors[place], share: share)
      }
      let count = regression.count
      for (place, pair) in nearMisses.pairs.enumerated() where isSampled(pair, share: missPart) {
        let (a, b) = rows(pair)
        let apart = packed(space.count + a, space.count + b)
        regression.add(apart, weights: weights(model, nearMisses, place), label: 0, share: missShare)
      }
      regression.fit()
      regression.balance(first: count)
      regression.apply(to: &model)
    }
    return model
  }

  /// The model, with multipliers that agree with clusters that were found: so a pair's weights learn from all the pairs
  /// that clustering heeded beside it.
  ///
  /// - Parameter clusters: the cluster of each row.
  func taught(_ model: LinkageModel, clusters: [Int32]) -> LinkageModel {
    var model = model
    let part = min(1, ModelRefining.sample / Double(max(1, candidates.count)))
    var regression = LogisticFit(model, RowSpace(count: space.count, boundary: nil))
    for (place, pair) in candidates.pairs.enumerated() where known.isSame[pair] != nil || isSampled(pair, share: part) {
      let (a, b) = rows(pair)
      let isSame = known.isSame[pair] ?? (clusters[a] == clusters[b])
      let share = known.isSame[pair] == nil ? 1 : ModelRefining.decided
      regression.add(pair, weights: weights(model, candidates, place), label: isSame ? 1 : 0, share: share)
    }
    regression.fit()
    regression.apply(to: &model)
    return model
  }

  /// What the candidates that take part score at least: those below are unlikely enough to say nothing.
  private func floor(_ model: LinkageModel) -> Float {
    if Double(candidates.count) <= ModelRefining.sample { return -.infinity }
    let scores = candidates.pairs.indices.map { score(model, $0) }.sorted(by: >)
    return scores[Int(ModelRefining.sample)]
  }

  private func score(_ model: LinkageModel, _ place: Int) -> Float {
    model.score(candidates.levels, from: place * candidates.width, rows(candidates.pairs[place]).0)
  }

  private func weights(_ model: LinkageModel, _ pairs: PairLevels, _ place: Int) -> [Float] {
    let row = rows(pairs.pairs[place]).0
    return fields.indices.map { model.unscaled($0, pairs.levels[place * pairs.width + $0], row) }
  }
}
