/// What a `Content-Type` header says.
package struct MediaType: Hashable, Sendable {
  /// `type/subtype` in lower case; empty where none is named.
  package let essence: String
  /// The charset's label as written; nil where none is named.
  package let charset: String?

  /// Types that hold pages or text.
  package static let pages = ["text/html", "application/xhtml+xml", "text/plain"]

  /// Reads a header's value (RFC 9110, section 8.3.1), forgiving what isn't well formed.
  package init(_ header: String?) {
    var parts = (header ?? "").split(separator: ";", omittingEmptySubsequences: false).map(\.trimmed)[...]
    let name = parts.popFirst() ?? ""
    essence = name.contains("/") ? name.lowercased() : ""
    charset =
      parts.lazy.compactMap { part -> String? in
        let pair = part.split(separator: "=", maxSplits: 1)
        guard pair.count == 2, pair[0].trimmed.lowercased() == "charset" else { return nil }
        let label = pair[1].trimmed.filter { $0 != "\"" && $0 != "'" }
        return label.isEmpty ? nil : label
      }.first
  }
}

extension StringProtocol {
  /// Without spaces and tabs at both ends.
  var trimmed: String {
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
