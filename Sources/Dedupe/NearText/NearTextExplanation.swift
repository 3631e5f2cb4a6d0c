/// Why two texts are near duplicates, or not.
package struct NearTextExplanation: Hashable, Sendable {
  /// Shared shingles; 0 of 0 for texts too short to match.
  package var shingles: SharedShingles
  /// Whether the rule makes them near duplicates.
  package var areNear: Bool
  package var difference: WordDifference

  package init(_ first: String, _ second: String, _ rule: NearTextRule) {
    var sketcher = TextSketcher(rule)
    var batch = SketchBatch()
    sketcher.add(id: "", first, to: &batch)
    sketcher.add(id: "", second, to: &batch)
    shingles = Self.shared(batch)
    areNear = batch.entries.allSatisfy { $0.shingleCount > 0 } && shingles.jaccard >= rule.similarity
    difference = WordDifference(first, second)
  }

  private static func shared(_ batch: SketchBatch) -> SharedShingles {
    var comparer = ShingleComparer()
    let first = Int(batch.entries[0].shingleCount)
    // Both pointers are used within the closure.
    return unsafe batch.shingles.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return SharedShingles(shared: 0, inFirst: 0, inSecond: 0) }
      unsafe comparer.take(base, count: first)
      return unsafe comparer.compare(base + first, count: all.count - first)
    }
  }
}
