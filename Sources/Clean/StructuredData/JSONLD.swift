import JSONText
import Markup
import Records
import Text

/// Reads a page's JSON-LD scripts; each top-level object is an item, and so is each node of an `@graph`.
struct JSONLD {
  private(set) var items: [TypedItem] = []
  /// How many scripts held nothing that could be read.
  private(set) var unreadable = 0

  init(_ scripts: [EmbeddedData]) {
    for script in scripts where script.type == "application/ld+json" { read(script.text) }
  }

  private mutating func read(_ written: [UInt8]) {
    guard written.contains(where: { $0 > 0x20 }) else { return }
    let values = LenientJSON.values(in: JSONLD.withQuotes(written))
    if values.isEmpty { unreadable += 1 }
    for value in values.flatMap(\.each) { add(value) }
  }

  private mutating func add(_ value: JSON) {
    guard case .object(let members) = value, !members.isEmpty else { return }
    if let graph = value["@graph"], value["@type"] == nil {
      for node in graph.each { add(node) }
    } else {
      items.append(TypedItem(syntax: .jsonLD, json: value))
    }
  }

  /// Where even the quotes are character references, the text they stand for.
  private static func withQuotes(_ written: [UInt8]) -> [UInt8] {
    guard !written.contains(UInt8(ascii: "\"")), written.contains(UInt8(ascii: "&")) else { return written }
    return Array(plainText(ofMarkup: String(decoding: written, as: UTF8.self)).utf8)
  }
}

/// What markup inside a value says: character references decoded, tags left out, white space folded.
func plainText(ofMarkup text: String) -> String {
  guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else { return text }
  return HTMLTree(parsing: Array(("<p>" + text).utf8)).foldedText(of: 0)
}

/// A value's text as people read it: markup in it read, white space folded, in NFC.
func readableText(_ written: String) -> String { nfc(foldingWhiteSpace(plainText(ofMarkup: written))) }
