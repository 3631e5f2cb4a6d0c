/// Finds the paragraphs that pages of one site repeat: menus, notices, what a company says of itself under each posting.
///
/// A block is a line of a text. Blocks are equal when their words are, without regard to case, spacing and punctuation.
/// Texts of a site that are equal as a whole count as one, so that copies of a page repeat nothing.
/// Every text is shown twice, page by page: to `look`, which counts hashes in a table of fixed size (Cormode and
/// Muthukrishnan's sketch of one row), then to `count`, which counts exactly what may be repeated by it. Memory: 4 MB,
/// some 20 bytes a text, and 100 bytes and the text of each block that may be repeated.
package struct RepeatedBlocks: ~Copyable {
  /// A block that enough pages of a site have.
  package struct Block: Hashable, Sendable {
    package var site: String
    /// As the first page has it.
    package var text: String
    package var pages: Int
  }

  private struct Key: Hashable {
    var site: String
    var words: Hash128
  }

  /// A block is repeated when so many pages of its site have it; at most 255.
  private let pages: Int
  private var sketcher = TextSketcher(NearTextRule())
  private var sketch = [UInt8](repeating: 0, count: 1 << 22)
  private var counts: [Key: (text: String, pages: Int)] = [:]
  /// Hashes of whole texts and their sites.
  private var texts = Set<UInt64>()
  private var page = ""
  private var seen = Set<Hash128>()

  package init(pages: Int) { self.pages = min(max(pages, 2), 255) }

  /// Looks at a text for the first time; the texts of one page come one after the other.
  package mutating func look(_ text: String, site: String, page: String) {
    guard isNew(text, site) else { return }
    for line in Self.lines(text) {
      guard let key = new(line, site, page) else { continue }
      let place = slot(key)
      if sketch[place] < 255 { sketch[place] += 1 }
    }
  }

  /// Ends the first look; the second begins with the same texts in the same order.
  package mutating func beginCounting() {
    page = ""
    seen = []
    texts = []
  }

  /// Looks at a text for the second time.
  package mutating func count(_ text: String, site: String, page: String) {
    guard isNew(text, site) else { return }
    for line in Self.lines(text) {
      guard let key = new(line, site, page), sketch[slot(key)] >= pages else { continue }
      counts[key, default: (String(line), 0)].pages += 1
    }
  }

  /// The repeated blocks, by site, then those on most pages first.
  package var found: [Block] {
    counts.filter { $0.value.pages >= pages }
      .map { Block(site: $0.key.site, text: $0.value.text, pages: $0.value.pages) }
      .sorted { ($0.site, $1.pages, $0.text) < ($1.site, $0.pages, $1.text) }
  }

  /// The text without its repeated blocks; nil where it has none, or nothing else.
  package mutating func stripped(_ text: String, site: String) -> String? {
    let lines = Self.lines(text)
    let kept = lines.filter { line in
      guard let words = sketcher.wordsHash(of: String(line)) else { return true }
      return (counts[Key(site: site, words: words)]?.pages ?? 0) < pages
    }
    return kept.count == lines.count || kept.isEmpty ? nil : kept.joined(separator: "\n")
  }

  private mutating func isNew(_ text: String, _ site: String) -> Bool {
    guard let words = sketcher.wordsHash(of: text) else { return false }
    return texts.insert(hash(Key(site: site, words: words))).inserted
  }

  /// The block's key, nil for one without words and one that the page has had already.
  private mutating func new(_ line: Substring, _ site: String, _ page: String) -> Key? {
    if page != self.page {
      self.page = page
      seen.removeAll(keepingCapacity: true)
    }
    guard let words = sketcher.wordsHash(of: String(line)), seen.insert(words).inserted else { return nil }
    return Key(site: site, words: words)
  }

  private func slot(_ key: Key) -> Int { Int(truncatingIfNeeded: hash(key)) & (sketch.count - 1) }

  private func hash(_ key: Key) -> UInt64 {
    var site = key.site
    return Mixing.fold(key.words.low ^ site.withUTF8 { unsafe Mixing.hash($0).low }, Mixing.k1)
  }

  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }
}
