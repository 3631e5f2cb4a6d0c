import Records
import Text

/// A block of a page as an interview is read from it, or a part of one that holds a question and its answer.
struct InterviewLine: Sendable {
  /// All of it, in bytes of the page's text.
  let whole: Range<Int>
  /// What is said, without a mark or a speaker's name before it.
  var said: Range<Int>
  let kind: Page.Block.Kind
  /// 1 to 6 for a heading.
  let level: Int?
  let end: LineEnd
  /// The mark before it, such as `Q:`.
  var mark: InterviewMark?
  /// The speaker's name before it, as written.
  var speaker: String?

  private init(_ whole: Range<Int>, _ mark: InterviewMark?, of block: Page.Block, on page: ReadPage) {
    self.whole = whole
    self.mark = mark
    kind = block.kind
    level = block.level
    end = LineEnd(page.text[whole])
    let before = mark?.length ?? 0
    said = whole.lowerBound + before..<whole.upperBound
    if mark == nil, let label = SpeakerLabel(page.text[whole]) {
      speaker = label.name
      said = whole.lowerBound + label.length..<whole.upperBound
    }
  }

  /// The page's lines in order; a block that holds several marked turns gives a line for each.
  static func all(on page: ReadPage) -> [InterviewLine] {
    var lines: [InterviewLine] = []
    lines.reserveCapacity(page.blocks.count)
    for (block, range) in zip(page.page.blocks, page.blocks) where !range.isEmpty {
      let mark = InterviewMark(page.text[range])
      if mark?.side == .question {
        for piece in InterviewMark.pieces(of: range, in: page.text) {
          lines.append(InterviewLine(piece, InterviewMark(page.text[piece]), of: block, on: page))
        }
      } else {
        lines.append(InterviewLine(range, mark, of: block, on: page))
      }
    }
    return lines
  }

  /// How many words it has.
  func words(on page: ReadPage) -> Int { wordCount(page.text, in: whole) }
}
