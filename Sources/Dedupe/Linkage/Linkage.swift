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
    var reader = reader()
    return reader.evidence(a, b)
  }

  /// How likely two records are the same thing by their evidence alone, from 0 to 1.
  package func probability(_ a: Int, _ b: Int) -> Double {
    var reader = reader()
    return reader.probability(score: reader.evidence(a, b).reduce(0) { $0 + $1.weight })
  }

  /// What reads the evidence of many pairs.
  package func reader() -> LinkageReader { LinkageReader(model, rowOf: rowOf) }
}
