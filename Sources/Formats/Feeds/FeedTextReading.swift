import Markup
import WebAddress

extension FeedReader {
  /// Reads an element that holds text or markup: plain, escaped, inline or in Base64.
  ///
  /// - Parameter usual: the media type where the element doesn't say.
  func text(_ node: Int, _ scope: FeedScope, usually usual: String = "text/plain") -> FeedText {
    var type = mediaType(tree.attribute("type", of: node) ?? usual)
    let isPacked = tree.attribute("mode", of: node) == "base64" || isBinary(type)
    let holdsMarkup = elements(of: node).contains { tree.nodes[$0].name != "div" }
    if holdsMarkup, !type.hasSuffix("xml") { type = "application/xhtml+xml" }
    var value = type == "application/xhtml+xml" ? inlineMarkup(node) : tree.text(of: node)
    value = trimmedXMLSpace(value)
    if isPacked, let unpacked = decodedBase64(value) { value = unpacked }
    if !isAtom, type == "text/plain", looksLikeMarkup(value) { type = "text/html" }
    if FeedText.isMarkup(type) {
      value = SafeMarkup.written(value, base: scope.base, isXML: type == "application/xhtml+xml")
    }
    return FeedText(value: value, type: type, language: scope.language, base: scope.base?.href)
  }

  /// The media type that an Atom type stands for.
  func mediaType(_ written: String) -> String {
    switch written.lowercased() {
    case "text", "plain": "text/plain"
    case "html": "text/html"
    case "xhtml": "application/xhtml+xml"
    case let type: type
    }
  }

  private func isBinary(_ type: String) -> Bool {
    !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml")
  }

  /// The markup inside of an element, written out; without the `div` that Atom 1.0 has around all of it.
  private func inlineMarkup(_ node: Int) -> String {
    let meaning = tree.children(of: node).filter { !isBlank($0) }
    if isAtom1, meaning.count == 1, tree.nodes[meaning[0]].name == "div" {
      return written(tree.children(of: meaning[0]))
    }
    return written(tree.children(of: node))
  }

  private func isBlank(_ node: Int) -> Bool {
    tree.nodes[node].isText && tree.nodes[node].text.allSatisfy(isXMLSpace)
  }

  private func written(_ nodes: [Int]) -> String { nodes.map(written).joined() }

  private func written(_ node: Int) -> String {
    let element = tree.nodes[node]
    guard !element.isText else { return escapedXML(String(decoding: element.text, as: UTF8.self)) }
    let attributes = element.attributes.map { " \($0.name)=\"\(escapedXML($0.value))\"" }.joined()
    return "<\(element.writtenName)\(attributes)>\(written(tree.children(of: node)))</\(element.writtenName)>"
  }

  private func escapedXML(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// Whether text that is said to be plain is markup: it has an end tag or a reference, and none that HTML doesn't know.
  private func looksLikeMarkup(_ text: String) -> Bool {
    var scanner = TagScanner(Array(text.utf8))
    var hasEnd = false
    while let part = scanner.next() {
      switch part {
      case .text: break
      case .start(let tag): if MarkupVocabulary.html.names[tag.name] == nil { return false }
      case .end(let name):
        if MarkupVocabulary.html.names[name] == nil { return false }
        hasEnd = true
      }
    }
    return hasEnd || holdsReference(text)
  }

  private func holdsReference(_ text: String) -> Bool {
    text.split(separator: "&", omittingEmptySubsequences: false).dropFirst().contains { rest in
      guard let end = rest.firstIndex(of: ";") else { return false }
      let name = rest[..<end]
      return namedCharacters(String(name)) != nil || name.hasPrefix("#") && name.dropFirst().allSatisfy(\.isHexDigit)
    }
  }

  /// What Base64 holds, as text; nil where it isn't Base64 or isn't text.
  private func decodedBase64(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 where !isXMLSpace(byte) && byte != UInt8(ascii: "=") {
      guard let value = base64Value(byte) else { return nil }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private func base64Value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - 65)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - 71)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte + 4)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
