import Foundation

/// The records that were found to be the same thing, and why.
package struct Linkage: Sendable {
  /// Two records that are the same thing.
  package struct Pair: Hashable, Sendable {
    /// The records' numbers in the `LinkageTable`; between two tables `a` is of the first.
    package var a: Int
    package var b: Int
    /// How likely it is, from 0 to 1.
    package var probability: Double
  }

  /// What one field says about two records.
  package struct Evidence: Hashable, Sendable {
    /// The column, or `(prior)` for what holds before any comparison, or `(all texts)`.
    package var field: String
    /// How alike the values are, in words.
    package var level: String
    /// In bits; the sum over all fields is the pair's score, the logarithm to base 2 of the odds.
    package var weight: Double
  }

  /// Between two tables: the pairs, in the order of the first's ids. Within one table: none.
  package internal(set) var pairs: [Pair] = []
  /// Within one table: the clusters of two or more, each in the order of its members' ids, in the order of their first.
  package internal(set) var clusters: [[Int]] = []
  /// How many pairs were compared.
  package internal(set) var comparedPairs = 0

  private let model: LinkageModel
  private let rowOf: [Int32]

  init(_ model: LinkageModel, rowOf: [Int32]) {
    self.model = model
    self.rowOf = rowOf
  }

  /// How the columns were compared, in their order; columns with one value or none aren't.
  package var kinds: [(field: String, kind: FieldKind)] { model.fields.map { ($0.name, $0.kind) } }

  /// What speaks for two records being the same thing and what against: the prior, then the fields that both have.
  package func evidence(_ a: Int, _ b: Int) -> [Evidence] {
    let (x, y) = (Int(rowOf[a]), Int(rowOf[b]))
    var comparer = FieldComparer(fields: model.fields.count)
    var levels = [UInt8](repeating: LinkageModel.missing, count: model.fields.count)
    comparer.levels(model.fields, min(x, y), max(x, y), into: &levels)
    var evidence = [Evidence(field: "(prior)", level: "", weight: Double(model.prior))]
    for (place, field) in model.fields.enumerated() where levels[place] != LinkageModel.missing {
      evidence.append(
        Evidence(
          field: field.name, level: field.kind.name(ofLevel: Int(levels[place])),
          weight: Double(model.weight(place, levels[place], min(x, y)))))
    }
    return evidence
  }

  /// How likely two records are the same thing by their evidence alone, from 0 to 1.
  package func probability(_ a: Int, _ b: Int) -> Double {
    let score = evidence(a, b).reduce(0) { $0 + $1.weight }
    return 1 / (1 + exp2(-max(-60, min(60, score))))
  }
}
