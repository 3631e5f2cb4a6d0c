package import Records

/// What stands at one place in an archive.
package struct ArchivedDocument: Sendable {
  /// With `ARCHIVE!/NAME` for its path, and no place yet.
  package var document: Document
  package var body: [UInt8]
  /// Why it is no document.
  package var problem: Diagnostic?
}

/// What an archive holds beside documents.
struct PassedOver {
  /// How often, by what they are.
  private var counts: [String: Int] = [:]

  mutating func add(_ what: String) { counts[what, default: 0] += 1 }

  /// One warning that names them all; nil where there is nothing.
  func warning(_ place: Diagnostic.Location) -> Diagnostic? {
    guard !counts.isEmpty else { return nil }
    let list = counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    return Diagnostic(
      .warn, "fetch.passed-over", "What the archive holds beside documents: \(list).", at: place)
  }
}
