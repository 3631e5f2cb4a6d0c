package import Records

/// Keeps the index of one of a rule's texts up to date with the records, text by text.
package struct NearFinder: ~Copyable {
  /// The index; `finish` brings it up to date.
  package var index: NearTextIndex
  private let places: [Int]
  private let sketching: Sketching
  private var waiting: [SketchedText] = []
  private var waitingBytes = 0

  /// - Parameter columns: those whose values `add` will get.
  /// - Parameter jobs: cores that sketch texts at once.
  package init(
    _ rule: NearRule, columns: [TableSchema.PhysicalColumn], index: consuming NearTextIndex, jobs: Int = 1
  ) {
    places = rule.columns.compactMap { name in columns.firstIndex { $0.name == name } }
    sketching = Sketching(rule: rule.text, jobs: jobs)
    self.index = index
  }

  /// Looks at the text of the record with that key; sketches it where the index has another; throws `dedupe.near-disk`.
  package mutating func add(_ key: String, values: [Value]) throws(Failure) {
    let text = Array(nearText(places.map { values[$0] }).utf8)
    if index.holds(id: key, utf8: text) { return }
    waiting.append(SketchedText(id: key, utf8: text))
    waitingBytes += text.count
    if waiting.count == Self.batchCount || waitingBytes >= Self.batchBytes { try flush() }
  }

  /// Forgets records that are no more, joins what changed and keeps it for the next run; throws `dedupe.near-disk`.
  package mutating func finish(_ deduper: borrowing Deduper) throws(Failure) {
    try flush()
    // Each record is in it by now, so that any more are those of others.
    if index.count > deduper.count { index.removeAll { deduper.holds(key: $0) } }
    try index.join()
    try index.save()
  }

  private mutating func flush() throws(Failure) {
    for batch in sketching.sketches(of: waiting) { try index.add(batch) }
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
  }

  /// Texts, and bytes of them, that wait between two visits to the index.
  private static var batchCount: Int { 1024 }
  private static var batchBytes: Int { 4 << 20 }
}

/// The text that stands for the values of several columns.
package func nearText(_ values: [Value]) -> String {
  values.count == 1 ? comparedText(values[0]) ?? "" : values.compactMap { comparedText($0) }.joined(separator: "\n")
}
