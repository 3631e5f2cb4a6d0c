import Compression
import Text
package import WebAddress

/// A sitemap or an index of sitemaps (sitemaps.org, protocol 0.9): XML or a list of addresses, packed or not.
package struct Sitemap: Sendable, Equatable {
  /// What the protocol allows in one file.
  package static let entryLimit = 50_000
  /// The most bytes of one file, unpacked, as the protocol has it.
  package static let byteLimit = 52_428_800

  /// An address and what is known of it.
  package struct Entry: Sendable, Equatable {
    package var address: Address
    /// When it last changed, as written.
    package var lastModified: String?
  }

  /// Whether the entries are sitemaps, not pages.
  package var isIndex: Bool
  /// In the order of the file.
  package var entries: [Entry]
  /// How many entries have no address on the web.
  package var invalid = 0
  /// Whether the file held more entries than the limit; those aren't here.
  package var isCut = false

  /// Reads a sitemap.
  ///
  /// Elements of other vocabularies, such as those for images and news, are passed over.
  /// - Parameter base: where the sitemap is, for addresses that are relative against the rules.
  /// - Throws: `SitemapFailure` where it isn't one.
  package init(_ bytes: [UInt8], base: Address? = nil) throws(SitemapFailure) {
    let text = decode(try Sitemap.unpacked(bytes), charsetHint: nil, markup: true).utf8
    var reader = SitemapReader(base: base)
    if text.first(where: { !isXMLSpace($0) }) == UInt8(ascii: "<") {
      try reader.read(xml: text)
    } else {
      try reader.read(lines: text)
    }
    self = reader.sitemap
  }

  init(isIndex: Bool) {
    self.isIndex = isIndex
    entries = []
  }

  private static func unpacked(_ bytes: [UInt8]) throws(SitemapFailure) -> [UInt8] {
    guard Gzip.isGzip(bytes) else {
      if bytes.count > byteLimit { throw .tooLarge }
      return bytes
    }
    do {
      return try Gzip.inflate(bytes, limit: byteLimit)
    } catch {
      throw error.kind == .overLimit ? .tooLarge : .damaged
    }
  }
}

/// Why something isn't read as a sitemap.
package enum SitemapFailure: Error, Hashable, Sendable {
  /// Neither a sitemap's first element nor a list of addresses.
  case notASitemap(root: String)
  /// More than `Sitemap.byteLimit` bytes.
  case tooLarge
  /// It can't be unpacked.
  case damaged
}

/// Gathers entries from a sitemap.
private struct SitemapReader {
  let base: Address?
  var sitemap = Sitemap(isIndex: false)
  /// The elements that are open, without prefixes.
  private var open: [String] = []
  private var address: [UInt8]?
  private var lastModified: [UInt8]?

  init(base: Address?) { self.base = base }

  mutating func read(xml utf8: [UInt8]) throws(SitemapFailure) {
    var scanner = XMLScanner(utf8)
    var hasRoot = false
    while let event = scanner.next(), !sitemap.isCut {
      switch event {
      case .start(let name, _):
        if !hasRoot { try readRoot(localName(name)) }
        hasRoot = true
        if open.count < 16 { open.append(localName(name)) }
      case .text(let bytes): readText(bytes)
      case .end(let name): readEnd(localName(name))
      }
    }
    if !hasRoot { throw .notASitemap(root: "") }
  }

  mutating func read(lines utf8: [UInt8]) throws(SitemapFailure) {
    let lines = utf8.split { $0 == 0x0A || $0 == 0x0D }.filter { !$0.allSatisfy(isXMLSpace) }
    for line in lines where !sitemap.isCut { add(Array(line), lastModified: nil, base: nil) }
    if sitemap.entries.isEmpty { throw .notASitemap(root: "text") }
  }

  private mutating func readRoot(_ name: String) throws(SitemapFailure) {
    guard name == "urlset" || name == "sitemapindex" else { throw .notASitemap(root: name) }
    sitemap.isIndex = name == "sitemapindex"
  }

  private func localName(_ name: String) -> String {
    (name.split(separator: ":").last.map(String.init) ?? name).lowercased()
  }

  private mutating func readText(_ bytes: [UInt8]) {
    guard open.count == 3, open[1] == (sitemap.isIndex ? "sitemap" : "url") else { return }
    if open[2] == "loc" { address = (address ?? []) + bytes }
    if open[2] == "lastmod" { lastModified = (lastModified ?? []) + bytes }
  }

  private mutating func readEnd(_ name: String) {
    guard let place = open.lastIndex(of: name) else { return }
    open.removeSubrange(place...)
    guard place == 1 else { return }
    if let address { add(address, lastModified: lastModified, base: base) }
    (address, lastModified) = (nil, nil)
  }

  private mutating func add(_ written: [UInt8], lastModified: [UInt8]?, base: Address?) {
    let text = trimmedXMLSpace(String(decoding: written, as: UTF8.self))
    guard let address = Address(parsing: text, base: base), address.isFetchable else {
      sitemap.invalid += 1
      return
    }
    guard sitemap.entries.count < Sitemap.entryLimit else {
      sitemap.isCut = true
      return
    }
    let modified = lastModified.map { trimmedXMLSpace(String(decoding: $0, as: UTF8.self)) }
    sitemap.entries.append(Sitemap.Entry(address: address, lastModified: modified))
  }
}
