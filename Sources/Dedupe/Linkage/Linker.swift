import Foundation

/// Finds the records of one or two tables that are the same thing: fields compared by kinds found in the data, weighed
/// by Fellegi and Sunter's model, which is fitted without labels.
///
/// The result depends on the records, the settings and the decisions alone, not on the order in which they came.
package struct Linker {
  /// Raise it when the same input would give other results.
  package static let version = 1

  private let space: RowSpace
  /// For each row the record's number, and the other way round.
  private let order: [Int32]
  private let rowOf: [Int32]
  private let fields: [Field]
  private let settings: LinkageSettings
  private let known: KnownPairs

  /// Levels of at most this many pairs are kept, rather than compared twice.
  static let keptPairs = 6_000_000
  /// About this many candidates teach the model.
  static let sample = 400_000.0
  /// Between clusters, no pair counts more than this many bits.
  static let clip: Float = 10

  /// - Parameter table: at most 33 million records.
  /// - Parameter decisions: pairs whose answer is known; they hold, and others are learnt from them.
  package init(
    _ table: consuming LinkageTable, settings: LinkageSettings = LinkageSettings(), decisions: [LinkageDecision] = []
  ) {
    var table = table
    let order = table.order()
    var rowOf = [Int32](repeating: 0, count: order.count)
    for (row, number) in order.enumerated() { rowOf[Int(number)] = Int32(row) }
    let space = RowSpace(count: table.count, boundary: table.boundary, isOneToOne: settings.isOneToOne)
    var fields: [Field] = []
    for (place, name) in table.columns.enumerated() {
      let column = table.take(place, in: order)
      if column.distinct > 1 { fields.append(Field(name: name, column: column, kind: settings.kinds[name])) }
    }
    if let whole = Field.together(fields, rows: space.count) { fields.append(whole) }
    known = KnownPairs(decisions, space) { Int(rowOf[$0]) }
    self.fields = fields
    self.settings = settings
    self.space = space
    self.order = order
    self.rowOf = rowOf
  }

  /// Finds the pairs or clusters.
  package func link() -> Linkage {
    let (candidates, nearMisses) = candidates()
    let kept = candidates.count <= Linker.keptPairs ? PairLevels(candidates, fields) : nil
    let sample = sample(of: candidates, kept)
    let share = Double(sample.count) / Double(max(1, candidates.count))
    var model = fitted(sample, share: share, nearMisses)
    if space.boundary != nil {
      return linkage(model, candidates) { $0.pairs = pairs(scored(candidates, kept, model)) }
    }
    var names = clusters(scored(candidates, kept, model), model)
    model = refining(sample).taught(model, clusters: names)
    names = clusters(scored(candidates, kept, model), model)
    return linkage(model, candidates) { $0.clusters = grouped(names) }
  }

  /// The pairs that may be the same thing, and those inside two tables that look so; the blocks are gone with the call.
  private func candidates() -> (pairs: [UInt64], nearMisses: [UInt64]) {
    let blocking = CandidatePairs(space, fields, keys: keys, pairLimit: settings.pairLimit)
    return (blocking.pairs(and: known.pairs), isOneToOne ? blocking.pairs(within: true) : [])
  }

  private func linkage(_ model: LinkageModel, _ candidates: [UInt64], _ fill: (inout Linkage) -> Void) -> Linkage {
    var linkage = Linkage(model, rowOf: rowOf)
    linkage.comparedPairs = candidates.count
    fill(&linkage)
    return linkage
  }

  private var isOneToOne: Bool { space.boundary != nil && settings.isOneToOne }

  private var keys: [[Int]] {
    settings.blocking.map { names in names.compactMap { name in fields.firstIndex { $0.name == name } } }
      .filter { !$0.isEmpty }
  }

  private var threshold: Float {
    let share = max(1e-9, min(1 - 1e-9, settings.threshold))
    return Float(log2(share / (1 - share)))
  }

  /// The candidates that teach the model.
  private func sample(of candidates: [UInt64], _ kept: PairLevels?) -> PairLevels {
    let wanted = min(1, Linker.sample / Double(max(1, candidates.count)))
    if wanted == 1, let kept { return kept }
    func isTaken(_ pair: UInt64) -> Bool { isSampled(pair, share: wanted) || known.isSame[pair] != nil }
    if let kept { return kept.filtered { isTaken(kept.pairs[$0]) } }
    return PairLevels(candidates.filter(isTaken), fields)
  }

  private func refining(_ sample: PairLevels) -> ModelRefining {
    ModelRefining(space: space, fields: fields, candidates: sample, known: known)
  }

  private func fitted(_ sample: PairLevels, share: Double, _ nearMisses: [UInt64]) -> LinkageModel {
    var fitting = ModelFitting(space, fields, sample, share: share, labels: known.labels)
    let model = fitting.fit()
    let misses = PairLevels(sampledMisses(nearMisses), fields)
    // Equal records of one table say that it repeats itself after all.
    let unlike = misses.filtered { !misses.isEqual($0, fields) }
    return refining(sample).refined(model, &fitting, nearMisses: unlike, share: share)
  }

  private func sampledMisses(_ nearMisses: [UInt64]) -> [UInt64] {
    let wanted = min(1, ModelRefining.sample / Double(max(1, nearMisses.count)))
    return wanted == 1 ? nearMisses : nearMisses.filter { isSampled($0, share: wanted) }
  }

  /// The candidates that come near the threshold.
  private func scored(_ candidates: [UInt64], _ kept: PairLevels?, _ model: LinkageModel) -> [ScoredPair] {
    var scored: [ScoredPair] = []
    let threshold = threshold
    let scorer = ModelScore(model)
    for place in candidates.indices {
      let (a, b) = rows(candidates[place])
      let score =
        if let kept { model.score(kept.levels, from: place * kept.width, a) } else { scorer.unclipped(a, b) }
      if score >= threshold { scored.append(ScoredPair(a: Int32(a), b: Int32(b), score: score)) }
    }
    return scored
  }

  private func clusters(_ found: [ScoredPair], _ model: LinkageModel) -> [Int32] {
    var scored = found
    for place in scored.indices { scored[place].score = min(Linker.clip, scored[place].score) }
    var clustering = AverageLink(rows: space.count, threshold: threshold, score: ModelScore(model))
    return clustering.clusters(scored, same: known.pairs(same: true), different: known.pairs(same: false))
  }

  private func grouped(_ names: [Int32]) -> [[Int]] {
    var sizes = [Int32](repeating: 0, count: names.count)
    for name in names { sizes[Int(name)] += 1 }
    var groups: [Int32: [Int]] = [:]
    for (row, name) in names.enumerated() where sizes[Int(name)] > 1 {
      groups[name, default: []].append(Int(order[row]))
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private func pairs(_ scored: [ScoredPair]) -> [Linkage.Pair] {
    var wanted = scored.filter { known.isSame[packed(Int($0.a), Int($0.b))] == nil }
    for (a, b) in known.pairs(same: true) { wanted.append(ScoredPair(a: Int32(a), b: Int32(b), score: .infinity)) }
    let found = settings.isOneToOne ? oneToOne(wanted, rows: space.count) : wanted
    return found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }.map { pair in
      let odds = exp2(Double(max(-60, min(60, pair.score))))
      return Linkage.Pair(
        a: Int(order[Int(pair.a)]), b: Int(order[Int(pair.b)]),
        probability: pair.score == .infinity ? 1 : odds / (1 + odds))
    }
  }
}

/// Scores pairs of rows by a model, clipped so that no pair decides alone on a cluster.
final class ModelScore: PairScore {
  private let model: LinkageModel
  private var comparer: FieldComparer
  private var levels: [UInt8]

  init(_ model: LinkageModel) {
    self.model = model
    comparer = FieldComparer(fields: model.fields.count)
    levels = [UInt8](repeating: LinkageModel.missing, count: model.fields.count)
  }

  func unclipped(_ a: Int, _ b: Int) -> Float {
    comparer.levels(model.fields, min(a, b), max(a, b), into: &levels)
    return model.score(levels, from: 0, min(a, b))
  }

  func score(_ a: Int, _ b: Int) -> Float { max(-Linker.clip, min(Linker.clip, unclipped(a, b))) }
}
