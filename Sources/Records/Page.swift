/// What clean finds in one document: metadata, main text as typed blocks, links, and the items its selectors cut out.
package struct Page: Hashable, Sendable {
  /// A piece of the main text.
  package struct Block: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
      case heading, paragraph, listItem, tableRow, quote, code
      /// What stands under a figure or over a table.
      case caption
    }
    package var kind: Kind
    /// 1 to 6 for a heading, nil for all else.
    package var level: Int?
    /// One line of text (several in code), white space folded.
    package var text: String

    package init(_ kind: Kind, level: Int? = nil, _ text: String) {
      self.kind = kind
      self.level = level
      self.text = text
    }
  }

  /// A date as the page writes it, not yet read.
  package struct WrittenDate: Hashable, Sendable, Codable {
    package enum Role: String, Sendable, Codable {
      case published, modified
    }
    package var role: Role
    package var text: String
    /// What said so, such as `meta article:published_time`.
    package var rule: String

    package init(_ role: Role, _ text: String, rule: String) {
      self.role = role
      self.text = text
      self.rule = rule
    }
  }

  /// A value the page gives of itself and the rule that found it.
  package struct Found: Hashable, Sendable, Codable {
    package var value: String
    /// What said so, such as `jsonLD author` or `meta og:site_name`.
    package var rule: String

    package init(_ value: String, rule: String) {
      self.value = value
      self.rule = rule
    }
  }

  /// A link to another address.
  package struct Link: Hashable, Sendable, Codable {
    /// Absolute where the page's address is known, else as written.
    package var address: String
    /// The link's text, white space folded.
    package var text: String
    /// Whether it stands in the main text.
    package var inMainText: Bool

    package init(address: String, text: String, inMainText: Bool) {
      self.address = address
      self.text = text
      self.inMainText = inMainText
    }
  }

  /// A picture on the page.
  package struct Image: Hashable, Sendable, Codable {
    /// Absolute where the page's address is known, else as written; of several sizes the largest.
    package var address: String
    /// What the page says in its place.
    package var alt: String?
    /// The text of its figure's caption.
    package var caption: String?
    /// As written, in pixels or as a share.
    package var width: String?
    package var height: String?
    /// Whether it stands in the part of the page that has the main text.
    package var inMainText: Bool

    package init(
      address: String, alt: String? = nil, caption: String? = nil, width: String? = nil, height: String? = nil,
      inMainText: Bool
    ) {
      self.address = address
      self.alt = alt
      self.caption = caption
      self.width = width
      self.height = height
      self.inMainText = inMainText
    }
  }

  /// One element cut out by a config's selector, such as a card.
  package struct Item: Hashable, Sendable, Codable {
    /// The items' name in the config.
    package var name: String
    /// 0-based place among the items of that name on this page.
    package var ordinal: Int
    /// The item's whole text, white space folded.
    package var text: String
    /// Each declared field's text; a field that matched nothing is absent.
    package var fields: [String: String]

    package init(name: String, ordinal: Int, text: String, fields: [String: String]) {
      self.name = name
      self.ordinal = ordinal
      self.text = text
      self.fields = fields
    }
  }

  /// What one person wrote on the page: a post of a forum, or a reader's comment.
  package struct Post: Hashable, Sendable, Codable {
    /// As the page writes it, without `by` and the like; nil where it names nobody.
    package var author: String?
    /// As written, in the form for machines where the page has one.
    package var date: String?
    /// A line for each block.
    package var text: String
    /// What said so, such as `class comment` or `jsonLD Answer`.
    package var rule: String

    package init(author: String?, date: String?, text: String, rule: String) {
      self.author = author
      self.date = date
      self.text = text
      self.rule = rule
    }
  }

  /// The document's id; that of `Identity.part` where it holds rows of a data file.
  package var id: String
  package var provenance: Provenance
  package var title: String?
  /// What said so, such as `h1` or `meta og:title`.
  package var titleRule: String?
  package var description: String?
  /// The address the page calls its own, absolute.
  package var canonicalAddress: String?
  /// BCP 47, as the page declares it.
  package var language: String?
  /// A name each, as written, without `By` and the like.
  package var authors: [Found]
  package var siteName: Found?
  /// The address of the picture that stands for the page, absolute.
  package var image: Found?
  /// What kind of page it says it is, such as `article`, `product` or `forum`.
  package var kind: Found?
  /// The licence's address, or its name where there is none.
  package var licence: Found?
  package var tags: [Found]
  package var dates: [WrittenDate]
  package var blocks: [Block]
  package var links: [Link]
  /// The pictures in the order of the page, each address once.
  package var images: [Image]
  package var items: [Item]
  /// Where the page is a discussion, what each took part in it with, in the order of the page.
  package var posts: [Post]
  /// What readers wrote on it, in the order of the page; on a discussion's page, on its posts.
  package var comments: [Post]
  /// What the page describes for machines, in the order JSON-LD, microdata, RDFa, `meta` elements.
  package var structured: [StructuredItem]
  /// Rows of a data file; a page that has them has nothing else.
  package var rows: PageRows?

  package init(
    id: String, provenance: Provenance, title: String? = nil, titleRule: String? = nil, description: String? = nil,
    canonicalAddress: String? = nil, language: String? = nil, authors: [Found] = [], siteName: Found? = nil,
    image: Found? = nil, kind: Found? = nil, licence: Found? = nil, tags: [Found] = [], dates: [WrittenDate] = [],
    blocks: [Block] = [], links: [Link] = [], images: [Image] = [], items: [Item] = [], posts: [Post] = [],
    comments: [Post] = [], structured: [StructuredItem] = [], rows: PageRows? = nil
  ) {
    self.id = id
    self.provenance = provenance
    self.title = title
    self.titleRule = titleRule
    self.description = description
    self.canonicalAddress = canonicalAddress
    self.language = language
    self.authors = authors
    self.siteName = siteName
    self.image = image
    self.kind = kind
    self.licence = licence
    self.tags = tags
    self.dates = dates
    self.blocks = blocks
    self.links = links
    self.images = images
    self.items = items
    self.posts = posts
    self.comments = comments
    self.structured = structured
    self.rows = rows
  }

  /// The main text: blocks separated by line breaks.
  package var text: String { blocks.map(\.text).joined(separator: "\n") }
}
