/// How many shingles two texts have and share, each counted once.
package struct SharedShingles: Hashable, Sendable {
  package var shared: Int
  package var inFirst: Int
  package var inSecond: Int

  /// Shared shingles among those in either.
  package var jaccard: Double { share(of: inFirst + inSecond - shared) }

  /// Shared shingles among those of the shorter text: 1 where one text holds the other whole.
  package var containment: Double { share(of: min(inFirst, inSecond)) }

  private func share(of all: Int) -> Double { all == 0 ? 0 : Double(shared) / Double(all) }
}
