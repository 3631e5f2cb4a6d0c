import Markup

/// Reads the entries of a feed as rows, in the feed's order; texts without their markup, times as written.
///
/// A feed is one document, so that its bytes are held until the last has come.
package struct FeedRows: RowSource {
  /// The columns of every feed's rows.
  package static let columns = [
    "id", "title", "link", "published", "updated", "author", "categories", "summary", "content", "enclosure",
    "language",
  ]
  /// Bytes that a feed may have.
  static let limit = 64 << 20

  private let charsetHint: String?
  private var bytes: [UInt8] = []
  private var isLast = false
  /// What is still to be given, the last first; nil before the feed is read.
  private var waiting: [RowStep]?

  /// - Parameter charsetHint: the label of an encoding that came with the bytes.
  package init(charsetHint: String? = nil) { self.charsetHint = charsetHint }

  package var fields: [String]? { Self.columns }
  package var notes: RowNotes { RowNotes() }

  package mutating func append(_ bytes: [UInt8]) {
    // One byte more tells that it is too long.
    self.bytes += bytes.prefix(max(0, Self.limit + 1 - self.bytes.count))
  }

  package mutating func finish() { isLast = true }

  package mutating func next() -> RowStep {
    guard isLast else { return .needsBytes }
    if waiting == nil { waiting = read().reversed() }
    return waiting?.popLast() ?? .end
  }

  /// Whether a document type in front declares entities, whose texts would be missing in the entries.
  private var declaresEntities: Bool {
    func has(_ text: String, in head: ArraySlice<UInt8>) -> Bool {
      String(decoding: head.filter { $0 != 0 }, as: UTF8.self).contains(text)
    }
    return has("<!DOCTYPE", in: bytes.prefix(4096)) && has("<!ENTITY", in: bytes.prefix(1 << 16))
  }

  private mutating func read() -> [RowStep] {
    defer { bytes = [] }
    guard bytes.count <= Self.limit else {
      return [.fault(RowFault(line: 1, "the feed is longer than \(Self.limit >> 20) MiB"))]
    }
    guard !declaresEntities else {
      return [.fault(RowFault(line: 1, "this feed declares entities of its own, which are never expanded"))]
    }
    do throws(FeedFailure) {
      let feed = try Feed(bytes, context: FeedContext(charsetHint: charsetHint))
      if feed.entries.isEmpty, !feed.isWellFormed {
        return [.fault(RowFault(line: 1, "no entry of this feed can be read, as it is not well-formed"))]
      }
      return feed.entries.enumerated().map { place, entry in
        .row(DataRow(line: place + 1, entry.cells(number: place + 1, of: feed.channel)))
      }
    } catch {
      switch error {
      case .notAFeed(let root): return [.fault(RowFault(line: 1, "this is no feed: it begins with \"\(root)\""))]
      case .empty: return [.fault(RowFault(line: 1, "there is nothing in this feed"))]
      }
    }
  }
}

extension FeedEntry {
  /// The values of `FeedRows.columns`; an entry without id or link is called by its number.
  fileprivate func cells(number: Int, of channel: FeedChannel) -> [String?] {
    let content = content.first
    return [
      id ?? link ?? "\(number)", title?.plain, link, published ?? created, updated, joined(authors.map(\.text)),
      joined(categories.map { $0.label ?? $0.term }), summary?.plain, content?.plain, joined(enclosures.map(\.address)),
      content?.language ?? summary?.language ?? channel.language,
    ]
  }

  private func joined(_ parts: [String]) -> String? {
    let parts = parts.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension FeedText {
  /// The text without markup; nil where nothing is left.
  fileprivate var plain: String? {
    guard isMarkup else { return value.isEmpty ? nil : value }
    let text = HTMLTree(parsing: Array(value.utf8)).foldedText(of: 0)
    return text.isEmpty ? nil : text
  }
}
