/// An absolute URL as the URL standard (url.spec.whatwg.org) parses and writes it.
///
/// It is kept in its serialised form, which is all ASCII; the parts are cut out of that on demand.
/// Two addresses are equal when their serialised forms are.
package struct Address: Hashable, Sendable, CustomStringConvertible {
  /// The serialised form.
  package let href: String
  let layout: Layout

  /// Parses `text`, which may be relative where a `base` is given; nil where the standard says failure.
  package init?(parsing text: String, base: Address? = nil) {
    if let plain = Address(plain: text) ?? base.flatMap({ Address(plainPath: text, on: $0) }) {
      self = plain
      return
    }
    self.init(reading: text, base: base)
  }

  /// Parses `text` step by step, however plain it is.
  init?(reading text: String, base: Address? = nil) {
    var parser = AddressParser(text, base: base)
    do throws(Malformed) { try parser.parse() } catch { return nil }
    href = String(decoding: parser.output, as: UTF8.self)
    layout = parser.layout
  }

  init(href: String, layout: Layout) {
    self.href = href
    self.layout = layout
  }

  package static func == (a: Address, b: Address) -> Bool { a.href == b.href }

  package func hash(into hasher: inout Hasher) { hasher.combine(href) }

  /// The serialised form.
  package var description: String { href }

  /// The scheme in lower case, without its colon.
  package var scheme: String { text(0..<layout.schemeEnd) }

  /// Whether the scheme is http, https, ws, wss, ftp or file.
  package var isSpecial: Bool { layout.scheme.isSpecial }

  /// The user's name, percent-encoded; empty where there is none.
  package var username: String { hasUserInfo ? text(layout.schemeEnd + 3..<layout.usernameEnd) : "" }

  /// The user's password, percent-encoded; empty where there is none.
  package var password: String {
    guard hasUserInfo, layout.usernameEnd + 1 < layout.hostStart else { return "" }
    return text(layout.usernameEnd + 1..<layout.hostStart - 1)
  }

  /// The host as serialised: a domain in ASCII, dotted IPv4, bracketed IPv6 or an opaque host; nil where
  /// there is none.
  package var host: String? { layout.hasHost ? text(layout.hostStart..<layout.hostEnd) : nil }

  /// The port; nil where it is the scheme's default or there is none.
  package var port: Int? { layout.port }

  /// The path, percent-encoded.
  package var path: String { text(layout.pathStart..<layout.pathEnd) }

  /// The query without its `?`, percent-encoded; nil where there is no `?`.
  package var query: String? { layout.query.map(text) }

  /// The fragment without its `#`, percent-encoded; nil where there is no `#`.
  package var fragment: String? { layout.fragmentStart.map { text($0..<href.utf8.count) } }

  /// Whether a user's name or password stands before the host.
  var hasUserInfo: Bool { layout.hasHost && layout.hostStart > layout.schemeEnd + 3 }

  /// Whether the path is one opaque text, as in `mailto:a@b.example`, which nothing can be relative to.
  var hasOpaquePath: Bool { !layout.hasHost && bytes(layout.pathStart..<layout.pathEnd).first != .slash }

  /// The serialised form's bytes at `range`.
  func bytes(_ range: Range<Int>) -> Substring.UTF8View {
    let utf8 = href.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return utf8[start..<utf8.index(start, offsetBy: range.count)]
  }

  private func text(_ range: Range<Int>) -> String { String(Substring(bytes(range))) }
}
