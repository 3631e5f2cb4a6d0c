/// When two texts are near duplicates.
package struct NearTextRule: Hashable, Sendable {
  /// Texts whose sets of shingles have at least this Jaccard similarity (shared / in either) are near duplicates; above
  /// 0, at most 1.
  package var similarity: Double
  /// The share of pairs at exactly `similarity` that are to be found; pairs above it are found more surely still.
  package var recall: Double
  /// How many words in a row make a shingle; 1 to 64.
  package var shingleWords: Int
  /// Texts with fewer words never match anything, not even an equal text; at least `shingleWords`.
  package var minimumWords: Int

  /// `minimumWords` is the shingle's length where it isn't given.
  package init(similarity: Double = 0.8, recall: Double = 0.995, shingleWords: Int = 5, minimumWords: Int? = nil) {
    self.similarity = min(max(similarity, 0.05), 1)
    self.recall = min(max(recall, 0.5), 0.999_999)
    self.shingleWords = min(max(shingleWords, 1), 64)
    self.minimumWords = max(minimumWords ?? self.shingleWords, self.shingleWords)
  }
}
