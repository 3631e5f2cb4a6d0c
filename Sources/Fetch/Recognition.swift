import JSONText
package import Records

/// What a file holds, by its name and its first bytes; nil if it is nothing that can be read.
///
/// A name that says HTML is believed unless the bytes are binary or data; a name that says text, or nothing, gives way
/// to a page's first tag. White space and comments may stand before it (after the MIME Sniffing standard, section 7.1).
package func recognise(name: String, bytes: [UInt8]) -> Document.Kind? {
  guard !isBinary(bytes.prefix(1024)) else { return nil }
  if let format = dataFormat(name: name, bytes: bytes) { return format.kind }
  if hasEnding(name, htmlEndings) { return .html }
  let head = bytes.prefix(4096)
  return beginsLikeMarkup(head) || beginsLikeXML(head) && holdsPage(head) ? .html : .text
}

/// A format of files that hold data and no prose.
package enum DataFormat: String, Sendable, CaseIterable {
  case json = "JSON"
  case jsonLines = "JSON Lines"
  case csv = "CSV"
  case feed = "feed"
  case xml = "XML"
  case warc = "WARC"

  /// What documents of it are; nil where rows can't be read from it.
  var kind: Document.Kind? {
    switch self {
    case .json: .json
    case .jsonLines: .jsonLines
    case .csv: .csv
    case .feed: .feed
    case .xml, .warc: nil
    }
  }
}

/// The format of a file that holds data and no prose; nil for any other file.
///
/// A name that says data is believed unless a page begins inside. Without one, what begins like XML and isn't a page,
/// and what is JSON or JSON Lines from its first byte to its last, is data too, except under a name that says text.
package func dataFormat(name: String, bytes: [UInt8]) -> DataFormat? {
  let head = bytes.prefix(4096)
  if let format = dataEndings.first(where: { hasEnding(name, $0.endings) })?.format {
    if beginsLikeMarkup(head) { return nil }
    if format == .json { return beginsLikeJSONLines(bytes) ? .jsonLines : .json }
    return format == .xml && beginsLikeFeed(head) ? .feed : format
  }
  if hasEnding(name, [".txt", ".text", ".md"]) { return nil }
  if beginsLikeXML(head), !hasEnding(name, htmlEndings), !holdsPage(head) { return beginsLikeFeed(head) ? .feed : .xml }
  guard let first = firstOfText(head).first, [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first) else { return nil }
  if beginsLikeJSONLines(bytes) { return .jsonLines }
  return (try? JSONNode(parsing: bytes)) == nil ? nil : .json
}

/// Whether a file's name says that it holds rows, so that it is read piece by piece.
func namesRows(_ name: String) -> Bool {
  dataEndings.contains { $0.format.kind?.holdsRows == true && hasEnding(name, $0.endings) }
}

/// Whether the first line is an object, and another one begins on the next line that has anything.
private func beginsLikeJSONLines(_ bytes: [UInt8]) -> Bool {
  let text = firstOfText(bytes[...])
  guard text.first == UInt8(ascii: "{"), let end = text.firstIndex(of: 10),
    (try? JSONNode(parsing: Array(text[..<end]))) != nil
  else { return false }
  return firstOfText(text[end...]).first == UInt8(ascii: "{")
}

private let htmlEndings = [".html", ".htm", ".xhtml", ".shtml"]

private let dataEndings: [(format: DataFormat, endings: [String])] = [
  (.json, [".json", ".geojson"]), (.jsonLines, [".jsonl", ".ndjson"]),
  (.xml, [".xml", ".rss", ".atom", ".rdf", ".svg"]), (.csv, [".csv", ".tsv", ".tab"]), (.warc, [".warc"]),
]

/// Whether a file's name ends so, whatever its case, packed or not.
private func hasEnding(_ name: String, _ endings: [String]) -> Bool {
  let name = name.lowercased()
  return endings.contains { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }
}

private func beginsLikeXML(_ head: ArraySlice<UInt8>) -> Bool { firstOfText(head).starts(with: Array("<?xml".utf8)) }

/// Whether the first element that isn't a declaration is that of RSS, Atom or RDF.
private func beginsLikeFeed(_ head: ArraySlice<UInt8>) -> Bool {
  // Letters of UTF-16 text stand beside NULs.
  let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self).lowercased()
  let root = text.split(separator: "<").first { !$0.hasPrefix("?") && !$0.hasPrefix("!") && $0.first?.isLetter == true }
  let name = root?.prefix { $0.isLetter || $0 == ":" } ?? ""
  return ["rss", "feed", "rdf:rdf"].contains(name) || name.hasSuffix(":feed")
}

/// What follows a byte order mark and white space.
private func firstOfText(_ head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  head.drop { [9, 10, 13, 32, 0xEF, 0xBB, 0xBF].contains($0) }
}

/// Whether an `html` element begins somewhere in it, as in XHTML.
private func holdsPage(_ head: ArraySlice<UInt8>) -> Bool {
  String(decoding: head, as: UTF8.self).lowercased().contains("<html")
}

/// Whether the bytes can't be text in any encoding: control characters that no text has, outside UTF-16.
///
/// What begins like a page is allowed many of them, as browsers do (MIME Sniffing looks for a page's tags first).
private func isBinary(_ head: ArraySlice<UInt8>) -> Bool {
  if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || looksLikeUTF16(head) { return false }
  let nulls = head.count { $0 == 0 }
  // A few stray NULs stand in real pages; other control characters (MIME Sniffing's binary bytes) don't.
  let controls = head.count { $0 < 9 && $0 != 0 || $0 == 11 || (14...26).contains($0) || (28...31).contains($0) }
  let allowed = beginsLikeMarkup(head) ? head.count * 3 / 10 : head.count / 50
  return controls + nulls > max(1, allowed)
}

/// Whether every second byte is a NUL or another small number, as the first halves of most alphabets' letters are.
private func looksLikeUTF16(_ head: ArraySlice<UInt8>) -> Bool {
  var counts = [0, 0]
  for place in head.indices where head[place] < 0x20 && ![9, 10, 13].contains(head[place]) {
    counts[(place - head.startIndex) % 2] += 1
  }
  let (few, many) = (counts.min() ?? 0, counts.max() ?? 0)
  return many * 3 > head.count && many > 9 * few
}

private func beginsLikeMarkup(_ head: ArraySlice<UInt8>) -> Bool {
  // Letters of UTF-16 text stand beside NULs; the marks of a page are ASCII either way.
  var text = Array(head.filter { $0 != 0 && $0 != 0xFE && $0 != 0xFF })[...]
  if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
  let comment = Array("<!--".utf8)
  while true {
    text = text.drop { [9, 10, 12, 13, 32].contains($0) }
    guard text.starts(with: comment) else { break }
    guard let end = text.indices.dropFirst(4).first(where: { text[$0...].starts(with: Array("-->".utf8)) }) else {
      return true
    }
    text = text[(end + 3)...]
  }
  let start = String(decoding: text.prefix(16), as: UTF8.self).lowercased()
  let marks = [
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script", "<style", "<div", "<table", "<h1", "<p>",
    "<p ", "<a ", "<br", "<main", "<article", "<iframe", "<font", "<b>",
  ]
  return marks.contains { start.hasPrefix($0) }
}
