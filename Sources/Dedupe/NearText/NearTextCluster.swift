/// Documents that are the same text, or nearly.
package struct NearTextCluster: Hashable, Sendable {
  /// The smallest id among the members, as bytes.
  package var id: String
  /// Two or more, in the order of their ids.
  package var members: [NearTextMember]
  /// The true Jaccard similarity of the two members that look least alike.
  package var weakest: Double
  /// Whether those two alone would not be near duplicates: they are linked by others.
  package var isChain: Bool
}

/// One document of a cluster, and what joined it.
package struct NearTextMember: Hashable, Sendable {
  /// How the document and its partner are alike.
  package enum Match: String, Sendable {
    /// The cluster's first document, whose id is the cluster's.
    case first
    /// The bytes are equal.
    case exact
    /// The words are equal; case, spacing or punctuation differs.
    case sameWords = "same words"
    /// The shingles' similarity reaches the rule's.
    case near
    /// In a cluster too large to look at each pair: linked to the partner by others.
    case linked
  }

  package var id: String
  package var match: Match
  /// The document it was held against: the cluster's first, or where they are not similar enough, one that leads there.
  package var partner: String
  /// Of this document and its partner.
  package var jaccard: Double
  /// The share of the shorter text's shingles that the other has.
  package var containment: Double
}
