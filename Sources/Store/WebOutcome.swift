package import Records

/// What asking for an address came to.
package struct WebOutcome: Sendable {
  package enum Ending: Sendable {
    /// A body that is new, as a document or a reject of it.
    case body(FetchedFile)
    /// A list of addresses, whose body is kept at a place.
    case index(contentHash: ContentHash, place: String)
    /// The body that is kept is still the page's.
    case unchanged
    /// No good answer; the row where nothing is kept, and a warning where something is.
    case failure(FetchedFile, stale: Diagnostic)
    /// The page isn't there any more, or has been without a good answer for too long; the row where nothing is kept.
    case gone(FetchedFile)
  }

  package var source: String
  package var key: String
  package var ending: Ending
  /// The answer's status; nil where there was none.
  package var status: Int?
  package var etag: String?
  package var lastModified: String?
  package var freshUntil: Timestamp?
  /// Where redirects led.
  package var finalAddress: String?
  /// What the page calls its canonical address.
  package var canonicalAddress: String?

  package init(source: String, key: String, ending: Ending) {
    self.source = source
    self.key = key
    self.ending = ending
  }
}
