/// One member of a cluster of two or more records.
package struct Member: Hashable, Sendable {
  package var record: RecordKey
  package var clusterID: String
  package var survivorID: String
  package var survives: Bool
  /// How many members the cluster has.
  package var members: Int
  /// What ties the member to another: `same key`, `decision`, `exact`, `near` or `linkage`; `survivor` for that one.
  package var rule: String
  /// How alike it and its partner are by the rule, from 0 to 1: for `near` the Jaccard similarity, for `linkage` the
  /// probability, else 1.
  package var similarity: Double
  /// The same in words.
  package var summary: String
  /// The same in lines; none for the survivor.
  package var evidence: [Evidence]
}

/// A record, or the survivor of a cluster, that is a variant of another.
package struct Variant: Hashable, Sendable {
  package var record: RecordKey
  /// The id of the record that stands for the family: the one that survives of those with the smallest id.
  package var variantOf: String
  package var rule: String
  package var similarity: Double
  package var evidence: [Evidence]
}

/// One line of what speaks for two records being the same thing, or variants of each other.
package struct Evidence: Hashable, Sendable {
  /// The record it was held against.
  package var partnerID: String
  /// The columns that were compared, with `, ` between them; for a linkage also `(prior)` and `(all texts)`; for a
  /// decision who made it.
  package var field: String
  /// How alike they are, in words.
  package var level: String
  /// In bits, for a linkage: the sum over its lines is the pair's score.
  package var weight: Double?
  /// For texts: shared among those in either.
  package var similarity: Double?
  /// For texts: the share of the shorter one that the other has.
  package var containment: Double?
}
