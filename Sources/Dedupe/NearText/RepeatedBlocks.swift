package import Records

/// Finds the paragraphs that pages of one site repeat: menus, notices, what a company says of itself under each posting.
package struct RepeatedBlocks: Sendable {
  /// A block is repeated when so many pages of its site have it.
  private let pages: Int
  private var counts: [String: [ShortHash: Int]] = [:]

  package init(pages: Int = 3) { self.pages = pages }

  /// The hash by which a block is compared: of its words, without regard to case, spacing and punctuation; nil for one
  /// without words.
  package static func hash(of block: String) -> ShortHash? {
    let words = WrittenWord.all(in: block).map(\.folded)
    return words.isEmpty ? nil : ShortHash(fields: words)
  }

  /// Counts one page's blocks, each once.
  package mutating func add(site: String, blocks: [ShortHash]) {
    for block in Set(blocks) { counts[site, default: [:]][block, default: 0] += 1 }
  }

  /// Whether enough pages of the site have the block.
  package func isRepeated(_ block: ShortHash, site: String) -> Bool { count(block, site: site) >= pages }

  /// How many pages of the site have the block.
  package func count(_ block: ShortHash, site: String) -> Int { counts[site]?[block] ?? 0 }
}
