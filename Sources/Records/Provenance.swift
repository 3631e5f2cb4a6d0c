/// Where a page or a record comes from; every row carries it.
package struct Provenance: Hashable, Sendable {
  /// The source's name in the config.
  package var source: String
  /// The document's canonical address.
  package var address: String
  /// When the document's bytes were first seen.
  package var fetchedAt: Timestamp
  /// The hash of the document's bytes.
  package var contentHash: ContentHash

  package init(source: String, address: String, fetchedAt: Timestamp, contentHash: ContentHash) {
    self.source = source
    self.address = address
    self.fetchedAt = fetchedAt
    self.contentHash = contentHash
  }

  /// The provenance of what is made from `document`.
  package init(of document: Document) {
    self.init(
      source: document.source, address: document.address, fetchedAt: document.fetchedAt,
      contentHash: document.contentHash)
  }
}
