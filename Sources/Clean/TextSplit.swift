import Records
package import Text

/// How items are cut out of plain texts: a line that matches opens one, which goes on to the next such line, to a line
/// that ends it, or to a heading.
package struct TextSplit: Hashable, Sendable {
  /// What is found in the line that opens an item; its named groups are the item's fields.
  package let opening: LinePattern
  /// What is found in a line that ends it and stands in none.
  package let ending: LinePattern?

  /// The field of what follows the line.
  package static let bodyField = "body"
  /// The longest line, in characters, that is looked at.
  static let longestLine = 2000

  package init(_ opening: LinePattern, ending: LinePattern? = nil) {
    self.opening = opening
    self.ending = ending
  }

  /// The fields of its items.
  package var fieldNames: [String] { opening.groupNames + [TextSplit.bodyField] }
}

/// Cuts the config's items out of the lines of a plain text.
struct TextSplitter {
  private(set) var items: [Page.Item] = []
  /// The places of the lines that stand in items.
  private(set) var taken: Set<Int> = []
  private let lines: [TextLine]

  /// Of several rules that want the same line the first has it.
  init(_ lines: [TextLine], _ rules: [ItemRule]) {
    self.lines = lines
    for rule in rules {
      if case .lines(let split) = rule.each { read(split, named: rule.name) }
    }
  }

  private mutating func read(_ split: TextSplit, named name: String) {
    var ordinal = 0
    var open: (place: Int, fields: [String: String])?
    for place in lines.indices where !taken.contains(place) {
      guard let line = scalars(place) else { continue }
      let match = split.opening.firstMatch(in: line)
      guard match != nil || open != nil && ends(place, line, split) else { continue }
      if let item = item(open, before: place, name, ordinal) {
        items.append(item)
        ordinal += 1
      }
      open = match.map { (place, fields($0, line, split)) }
    }
    if let item = item(open, before: lines.count, name, ordinal) { items.append(item) }
  }

  private func scalars(_ place: Int) -> [Unicode.Scalar]? {
    let line = lines[place]
    guard !line.isBlank, line.text.utf8.count <= 4 * TextSplit.longestLine else { return nil }
    let scalars = Array(line.text.unicodeScalars)
    return scalars.count <= TextSplit.longestLine ? scalars : nil
  }

  /// Whether the line ends an item: as the config says, or as it is a heading that stands alone.
  private func ends(_ place: Int, _ line: [Unicode.Scalar], _ split: TextSplit) -> Bool {
    if split.ending?.firstMatch(in: line) != nil { return true }
    let isAlone = (place == 0 || lines[place - 1].isBlank) && (place + 1 == lines.count || lines[place + 1].isBlank)
    return isAlone && lines[place].looksLikeHeading
  }

  private func fields(_ match: [Range<Int>?], _ line: [Unicode.Scalar], _ split: TextSplit) -> [String: String] {
    var fields: [String: String] = [:]
    for (name, range) in zip(split.opening.groupNames, match.dropFirst()) {
      guard let range, !range.isEmpty else { continue }
      fields[name] = String(String.UnicodeScalarView(line[range]))
    }
    return fields
  }

  /// The item, if anything follows its line.
  private mutating func item(
    _ open: (place: Int, fields: [String: String])?, before end: Int, _ name: String, _ ordinal: Int
  ) -> Page.Item? {
    guard let open else { return nil }
    let inside = (open.place + 1..<end).filter { !taken.contains($0) }
    let body = TextBlocks(inside.map { lines[$0] }).blocks.map(\.text).joined(separator: "\n")
    guard !body.isEmpty else { return nil }
    taken.formUnion(inside)
    taken.insert(open.place)
    var fields = open.fields
    fields[TextSplit.bodyField] = body
    return Page.Item(name: name, ordinal: ordinal, text: lines[open.place].text + "\n" + body, fields: fields)
  }
}
