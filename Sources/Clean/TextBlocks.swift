import Records

/// Puts the lines of a plain text together into blocks.
struct TextBlocks {
  private(set) var blocks: [Page.Block] = []
  private var paragraph: [String] = []
  private var kind = Page.Block.Kind.paragraph

  /// - Parameters:
  ///   - taken: places of lines that stand in items and in no block.
  ///   - title: the place of the line that is the title.
  init(_ lines: [TextLine], without taken: Set<Int> = [], title: Int? = nil) {
    var place = 0
    var wasTurn = false
    while place < lines.count {
      let end = lines[place...].firstIndex { $0.isBlank } ?? lines.count
      // The address that a page was saved from says nothing of its own.
      let stretch = (place..<end).filter { !taken.contains($0) && !($0 < title ?? 0 && lines[$0].isAddress) }
      let isBetweenTurns = wasTurn && TextBlocks.leadsToTurn(lines[end...])
      add(stretch.map { lines[$0] }, title: title.flatMap(stretch.firstIndex), isBetweenTurns: isBetweenTurns)
      wasTurn = wasTurn && blocks.last?.kind != .heading || place < end && lines[place].opensTurn
      place = end + 1
    }
  }

  /// Whether a turn of an interview follows, with nothing but a few short notes before it.
  private static func leadsToTurn(_ lines: ArraySlice<TextLine>) -> Bool {
    for line in lines.lazy.filter({ !$0.isBlank }).prefix(4) {
      if line.opensTurn { return true }
      if line.endsSentence { return false }
    }
    return false
  }

  /// Adds what stands between two blank lines; between the turns of an interview that is a caption rather than a heading.
  private mutating func add(_ stretch: [TextLine], title: Int?, isBetweenTurns: Bool) {
    if stretch.count == 1, stretch[0].looksLikeHeading, !isBetweenTurns {
      blocks.append(.init(.heading, level: title == 0 ? 1 : 2, stretch[0].text))
      return
    }
    for (place, line) in stretch.enumerated() {
      let opensPosting = place + 1 < stretch.count && stretch[place + 1].isPlace
      if place == title, !line.endsSentence {
        add(alone: line, .heading, level: 1)
      } else if line.isPlace {
        add(alone: line, .paragraph)
      } else if opensPosting, place == 0, line.looksLikeHeading {
        add(alone: line, .heading, level: 2)
      } else if line.opensBlock {
        close()
        kind = line.isListItem ? .listItem : .paragraph
        paragraph = [line.isListItem ? String(line.text.dropFirst(2)) : line.text]
      } else {
        paragraph.append(line.text)
      }
    }
    close()
  }

  private mutating func add(alone line: TextLine, _ kind: Page.Block.Kind, level: Int? = nil) {
    close()
    blocks.append(.init(kind, level: level, line.text))
  }

  private mutating func close() {
    if !paragraph.isEmpty { blocks.append(.init(kind, paragraph.joined(separator: " "))) }
    paragraph = []
    kind = .paragraph
  }
}
