/// Sketches of some texts, ready for a `NearTextIndex`; made on any core, about 1 KB for a text of 200 words.
package struct SketchBatch: Sendable {
  struct Entry: BitwiseCopyable, Sendable {
    /// Over the bytes.
    var raw: Hash128
    /// Over the words in lower case, in their order.
    var words: Hash128
    var wordCount: UInt32
    /// Shingles with repetitions; 0 for a text that is too short to match.
    var shingleCount: UInt32
  }

  var ids: [String] = []
  var entries: [Entry] = []
  /// `Signature.bins` bytes an entry; none for one that is too short.
  var signatures: [UInt8] = []
  /// All entries' shingles, one entry behind the other: the low 32 bits of each hash.
  var shingles: [UInt32] = []

  /// How many texts there are.
  package var count: Int { entries.count }

  package init() {}

  /// Empties the batch and keeps its memory.
  package mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    signatures.removeAll(keepingCapacity: true)
    shingles.removeAll(keepingCapacity: true)
  }
}
