package import Records
import Values

/// A language.
package enum LanguageColumn: ColumnType {
  package static let name = "language"
  package static let meaning = """
    A language as a tag of BCP 47: one that is written (`en_gb`), or the one that a longer text is written in; short and \
    mixed texts give none.
    """
  package static let example = (written: "EN_gb", becomes: "en-GB")

  package static func physicalColumns(named name: String) -> [TableSchema.PhysicalColumn] {
    [.init(name, .text)]
  }

  package static func read(_ written: String, in context: ReadingContext) -> Reading? {
    if let tag = tag(written) { return Reading([.text(tag)], by: "language.tag") }
    return detectLanguage(written).map { Reading([.text($0.tag)], by: "language.detected", flag: .inferred) }
  }

  /// The tag in the case that RFC 5646 (section 2.1.1) recommends; nil for anything that isn't shaped like one.
  static func tag(_ written: String) -> String? {
    let parts = written.utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    .map { $0.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 } }
    guard let first = parts.first, (2...3).contains(first.count), parts.count <= 6 else { return nil }
    guard first.allSatisfy({ $0 &- 97 < 26 }), parts.dropFirst().allSatisfy(isSubtag) else { return nil }
    return parts.enumerated().map { place, part in
      let text = String(decoding: part, as: UTF8.self)
      if place == 0 { return text }
      if part.count == 2, part.allSatisfy({ $0 &- 97 < 26 }) { return text.uppercased() }
      return part.count == 4 && part[0] &- 97 < 26 ? text.prefix(1).uppercased() + text.dropFirst() : text
    }.joined(separator: "-")
  }

  private static func isSubtag(_ part: [UInt8]) -> Bool {
    (1...8).contains(part.count) && part.allSatisfy { $0 &- 97 < 26 || isDigit($0) }
  }
}
