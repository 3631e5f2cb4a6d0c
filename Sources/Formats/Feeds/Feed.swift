package import WebAddress

/// A feed of any format in one shape; dates are as written.
package struct Feed: Sendable, Equatable {
  /// The formats that are told apart.
  package enum Format: String, Sendable, CaseIterable {
    /// RSS 0.91 to 2.0.
    case rss
    /// RSS 0.90 and 1.0.
    case rdf
    /// Atom 0.3 and 1.0.
    case atom
    /// The Channel Definition Format.
    case cdf
    case json
  }

  package var format: Format
  /// Whether the bytes were as their format has it; a feed is read even where they aren't.
  package var isWellFormed: Bool
  /// What the feed says of itself.
  package var channel: FeedChannel
  package var entries: [FeedEntry]
}

/// What a feed says of itself, or of the feed that an entry was taken from.
package struct FeedChannel: Sendable, Equatable {
  package var id: String?
  package var title: FeedText?
  package var subtitle: FeedText?
  /// What is said for people who open the feed in a browser.
  package var info: FeedText?
  package var rights: FeedText?
  /// The address of the page that the feed is of.
  package var link: String?
  package var links: [FeedLink] = []
  package var language: String?
  package var published: String?
  package var updated: String?
  package var created: String?
  package var authors: [FeedPerson] = []
  package var contributors: [FeedPerson] = []
  package var publisher: FeedPerson?
  package var generator: FeedGenerator?
  package var categories: [FeedCategory] = []
  package var icon: String?
  package var logo: String?
  package var image: FeedImage?

  package init() {}
}

/// One entry (item) of a feed.
package struct FeedEntry: Sendable, Equatable {
  /// The entry's own id: Atom's `id`, RSS's `guid`, RDF's `about`.
  package var id: String?
  package var title: FeedText?
  /// The address of the page that the entry is about.
  package var link: String?
  package var links: [FeedLink] = []
  package var published: String?
  package var updated: String?
  package var created: String?
  package var authors: [FeedPerson] = []
  package var contributors: [FeedPerson] = []
  package var publisher: FeedPerson?
  package var categories: [FeedCategory] = []
  package var rights: FeedText?
  /// What is said to be a summary, and RSS's `description`.
  package var summary: FeedText?
  /// The contents, one for each form in which the entry has it.
  package var content: [FeedText] = []
  package var image: FeedImage?
  /// The address of the page with comments.
  package var comments: String?
  /// The address of the licence.
  package var license: String?
  /// The feed that the entry was taken from.
  package var source: FeedChannel?

  package init() {}

  /// The files that come with the entry.
  package var enclosures: [FeedLink] { links.filter { $0.relation == "enclosure" } }
  /// The summary, or the first content where there is none.
  package var description: FeedText? { summary ?? content.first }
}

/// A text and what it is written in.
package struct FeedText: Sendable, Equatable {
  /// Plain text, or markup that holds nothing active and only absolute addresses, as far as `base` is known.
  package var value: String
  /// A media type: `text/plain`, `text/html`, `application/xhtml+xml`, or another that the feed names.
  package var type: String
  /// A language tag.
  package var language: String?
  /// Against what relative addresses stand.
  package var base: String?

  package var isMarkup: Bool { FeedText.isMarkup(type) }

  static func isMarkup(_ type: String) -> Bool { type == "text/html" || type == "application/xhtml+xml" }
}

/// A link of a feed or an entry.
package struct FeedLink: Sendable, Equatable {
  package var address: String
  /// `alternate` where the feed doesn't say.
  package var relation: String
  package var type: String?
  package var title: String?
  package var language: String?
  /// Bytes, as written.
  package var length: String?
}

/// A person or an organisation, of whom something is known.
package struct FeedPerson: Sendable, Equatable {
  package var name: String?
  package var email: String?
  package var address: String?

  /// Name and e-mail address, as `NAME (EMAIL)` where both are known.
  package var text: String {
    guard let name else { return email ?? "" }
    return email.map { "\(name) (\($0))" } ?? name
  }
}

/// A category, tag or keyword.
package struct FeedCategory: Sendable, Equatable {
  package var term: String
  /// Whose list the term is of.
  package var scheme: String?
  package var label: String?
}

/// The program that wrote a feed.
package struct FeedGenerator: Sendable, Equatable {
  package var name: String
  package var address: String?
  package var version: String?
}

/// A picture that stands for a feed or an entry.
package struct FeedImage: Sendable, Equatable {
  package var address: String?
  package var title: String?
  package var link: String?
}

/// Why something isn't read as a feed.
package enum FeedFailure: Error, Hashable, Sendable {
  /// The first element, or JSON's kind of value, isn't a feed's.
  case notAFeed(root: String)
  /// There is no element in it.
  case empty
}

/// What came with a feed's bytes.
package struct FeedContext: Sendable {
  /// Where the feed is, or where `Content-Location` says it is.
  package var address: Address?
  /// The label of an encoding that came with the bytes.
  package var charsetHint: String?
  /// What `Content-Language` says.
  package var language: String?

  package init(address: Address? = nil, charsetHint: String? = nil, language: String? = nil) {
    self.address = address
    self.charsetHint = charsetHint
    self.language = language
  }
}
