import Records

/// A row for each section of a page: a heading and what stands below it.
package enum SectionsOrigin: OriginKind {
  package static let name = "sections"
  package static let meaning = """
    A row for each heading with the text up to the next heading, whatever its level; headings without text give none. \
    The text before the first heading is a section without one.
    """
  package static let fields = [
    (name: "heading", meaning: "the heading"),
    (name: "level", meaning: "its level, from 1 for the page's title to 6"),
    (name: "path", meaning: "the headings above it and itself, with ` > ` between them"),
    (name: "text", meaning: "the text below it, a line for each block"),
    (name: "words", meaning: "how many words that text has"),
  ]

  package static func parts(of page: ReadPage) -> [PagePart] {
    var parts: [PagePart] = []
    var section = Section()
    for (place, block) in page.page.blocks.enumerated() {
      if block.kind == .heading {
        section.part(on: page).map { parts.append($0) }
        section.begin(block, page.blocks[place])
      } else if !page.blocks[place].isEmpty {
        section.text = (section.text?.lowerBound ?? place)..<place + 1
      }
    }
    section.part(on: page).map { parts.append($0) }
    return parts
  }
}

/// The section that is being read.
private struct Section {
  /// The headings above it, the nearest last, and its own.
  var headings: [(level: Int, text: String)] = []
  var heading: Range<Int>?
  /// The blocks below it; nothing else stands between them, so that they are one range of the text.
  var text: Range<Int>?

  mutating func begin(_ block: Page.Block, _ range: Range<Int>) {
    let level = block.level ?? 6
    headings.removeAll { $0.level >= level }
    headings.append((level, block.text))
    heading = range
    text = nil
  }

  func part(on page: ReadPage) -> PagePart? {
    guard let blocks = self.text else { return nil }
    let text = page.blocks[blocks.lowerBound].lowerBound..<page.blocks[blocks.upperBound - 1].upperBound
    var fields: PartFields = ["text": page.string(text), "words": String(page.words(in: blocks))]
    if let heading, let last = headings.last {
      fields["heading"] = last.text
      fields["level"] = String(last.level)
      fields["path"] = headings.map(\.text).joined(separator: " > ")
      return PagePart(fields, range: heading.lowerBound..<text.upperBound)
    }
    return PagePart(fields, range: text)
  }
}
