/// A row for each turn of an interview.
package enum QuestionsOrigin: OriginKind {
  package static let name = "questions"
  package static let meaning = """
    A row for each turn of an interview, or question of a list of questions and answers: marked with `Q:` and `A:`, \
    with the speakers' names, or set as headings or paragraphs that end with a question mark. Captions, credits and \
    links between the turns belong to neither. Pages with fewer than three turns give rows only where marks say so.
    """
  package static let fields = [
    (name: "question", meaning: "what is asked, without the mark or name before it"),
    (name: "answer", meaning: "what is answered, a line for each paragraph"),
    (name: "speaker", meaning: "who answers, where names stand before what is said"),
  ]

  package static func parts(of page: ReadPage) -> [PagePart] {
    page.analysis.interview(of: page).map { turn in
      PagePart(
        ["question": page.lines(turn.question), "answer": page.lines(turn.answer), "speaker": turn.speaker],
        range: turn.range)
    }
  }
}

extension ReadPage {
  /// Parts of the text, each on a line of its own.
  func lines(_ ranges: [Range<Int>]) -> String { ranges.map(string).joined(separator: "\n") }
}
