package import Records

/// An address that a source offers, to be asked for.
package struct WebOffer: Hashable, Sendable {
  /// What is behind an address.
  package enum Role: String, Sendable {
    case page
    /// A list of further addresses: a sitemap or a feed.
    case index
  }

  /// The canonical address, under which it is known.
  package var key: String
  /// What is asked for, without credentials.
  package var target: String
  package var role: Role
  /// Links from where the source begins.
  package var depth: Int
  /// When it last changed, as a sitemap says.
  package var lastChanged: Timestamp?

  package init(key: String, target: String, role: Role = .page, depth: Int = 0, lastChanged: Timestamp? = nil) {
    self.key = key
    self.target = target
    self.role = role
    self.depth = depth
    self.lastChanged = lastChanged
  }
}

/// An address whose turn has come, with what is known of it.
package struct DueAddress: Hashable, Sendable {
  package var source: String
  package var offer: WebOffer
  /// Its place in the queue.
  package var turn: Int
  package var etag: String?
  package var lastModified: String?
  /// The hash of the body that is kept, and where; nil where none is.
  package var contentHash: ContentHash?
  package var place: String?
  /// Where redirects led when it was fetched; nil where there were none.
  package var finalAddress: String?

  package init(source: String, offer: WebOffer, turn: Int) {
    self.source = source
    self.offer = offer
    self.turn = turn
  }
}
