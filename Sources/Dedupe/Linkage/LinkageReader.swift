import Foundation

/// Reads what a linkage says about pairs of records; remembers values it compared, so one serves for many pairs.
package struct LinkageReader {
  private let model: LinkageModel
  private let rowOf: [Int32]
  private var comparer: FieldComparer
  private var levels: [UInt8]

  init(_ model: LinkageModel, rowOf: [Int32]) {
    self.model = model
    self.rowOf = rowOf
    comparer = FieldComparer(fields: model.fields.count)
    levels = [UInt8](repeating: LinkageModel.missing, count: model.fields.count)
  }

  /// What speaks for two records being the same thing and what against: the prior, then the fields that both have.
  package mutating func evidence(_ a: Int, _ b: Int) -> [Linkage.Evidence] {
    let (x, y) = compare(a, b)
    var evidence = [Linkage.Evidence(field: "(prior)", level: "", weight: Double(model.prior))]
    for (place, field) in model.fields.enumerated() where levels[place] != LinkageModel.missing {
      evidence.append(
        Linkage.Evidence(
          field: field.name, level: field.kind.name(ofLevel: Int(levels[place])),
          weight: Double(model.weight(place, levels[place], min(x, y)))))
    }
    return evidence
  }

  /// The logarithm to base 2 of the odds that two records are the same thing.
  package mutating func score(_ a: Int, _ b: Int) -> Double {
    let (x, y) = compare(a, b)
    return Double(model.score(levels, from: 0, min(x, y)))
  }

  /// How likely records with that score are the same thing, from 0 to 1.
  package func probability(score: Double) -> Double { 1 / (1 + exp2(-max(-60, min(60, score)))) }

  private mutating func compare(_ a: Int, _ b: Int) -> (Int, Int) {
    let (x, y) = (Int(rowOf[a]), Int(rowOf[b]))
    comparer.levels(model.fields, min(x, y), max(x, y), into: &levels)
    return (x, y)
  }
}
