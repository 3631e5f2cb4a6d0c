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
  let words: Int
  /// The mark before it, such as `Q:`.
  var mark: InterviewMark?
  /// The speaker's name before it, as written.
  var speaker: String?

  init(_ whole: Range<Int>, kind: Page.Block.Kind, level: Int? = nil, on page: ReadPage) {
    self.whole = whole
    self.kind = kind
    self.level = level
    end = LineEnd(page.text[whole])
    words = wordCount(page.string(whole))
    mark = InterviewMark(page.text[whole])
    let before = mark?.length ?? 0
    said = whole.lowerBound + before..<whole.upperBound
    if mark == nil, let label = SpeakerLabel(page.text[whole]) {
      speaker = label.name
      said = whole.lowerBound + label.length..<whole.upperBound
    }
  }

  /// The page's lines in order; a block that holds several marked turns gives a line for each.
  static func all(on page: ReadPage) -> [InterviewLine] {
    zip(page.page.blocks, page.blocks).filter { !$1.isEmpty }.flatMap { block, range in
      InterviewMark.pieces(of: range, in: page.text).map {
        InterviewLine($0, kind: block.kind, level: block.level, on: page)
      }
    }
  }
}
