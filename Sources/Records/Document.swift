/// What fetch knows of one page or file: where it came from and where its bytes are.
package struct Document: Hashable, Sendable {
  /// What the bytes hold, recognised by name and content.
  package enum Kind: String, Sendable, CaseIterable {
    case html
    case text
    case csv
    case json
    case jsonLines = "json-lines"
    /// RSS, Atom and their like.
    case feed

    /// Whether it holds rows of tables in place of prose.
    package var holdsRows: Bool {
      switch self {
      case .html, .text: false
      case .csv, .json, .jsonLines, .feed: true
      }
    }
  }

  /// From the canonical address, see `Identity.document`.
  package var id: String
  /// The source's name in the config.
  package var source: String
  /// The canonical address: an absolute URL, or `SOURCE:PATH` for a file of a source without `base_url`.
  package var address: String
  /// The file's path: relative to the config's folder, or absolute where the config says so. A page's address.
  package var path: String
  package var kind: Kind
  /// The hash of the unpacked bytes.
  package var contentHash: ContentHash
  /// Length of the unpacked bytes.
  package var byteCount: Int
  /// When these bytes were first seen; a local file's modification time.
  package var fetchedAt: Timestamp
  /// The charset's label that came with the bytes over HTTP.
  package var charset: String?
  /// Where the bytes are kept: archive, offset and length, see `BodyPlace`; nil for a local file's own bytes.
  package var place: String?

  package init(
    id: String, source: String, address: String, path: String, kind: Kind, contentHash: ContentHash, byteCount: Int,
    fetchedAt: Timestamp, charset: String? = nil, place: String? = nil
  ) {
    self.id = id
    self.source = source
    self.address = address
    self.path = path
    self.kind = kind
    self.contentHash = contentHash
    self.byteCount = byteCount
    self.fetchedAt = fetchedAt
    self.charset = charset
    self.place = place
  }
}
