/// Markup being written: every element is closed and every text escaped, so that what comes out is well formed, as HTML
/// and as XML.
struct MarkupWriter {
  private(set) var markup = ""

  /// Adds an element with what `body` adds inside it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout MarkupWriter) -> Void
  ) {
    open(name, attributes, end: ">")
    body(&self)
    markup += "</\(name)>"
  }

  /// Adds an element that holds a text.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String) {
    element(name, attributes) { $0.write(text) }
  }

  /// Adds an element without attributes that holds a text.
  mutating func element(_ name: String, _ text: String) { element(name, [:], text) }

  /// Adds an element that can't hold anything.
  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    open(name, attributes, end: "/>")
  }

  /// Adds a text.
  mutating func write(_ text: String) { markup += MarkupWriter.escaped(text) }

  /// Adds a style sheet, in which nothing is escaped; `sheet` must hold no `<` and no `&`.
  mutating func write(style sheet: String) { markup += sheet }

  /// Adds a line break in the source, for whoever reads that.
  mutating func line() { markup += "\n" }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>, end: String) {
    markup += "<\(name)"
    for (name, value) in attributes { markup += " \(name)=\"\(MarkupWriter.escaped(value))\"" }
    markup += end
  }

  /// A text for markup and quoted attributes; control characters, which no page may hold, become U+FFFD.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case 9, 10: bytes.append(byte)
      case 0..<32, 127: bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
