/// One turn of an interview: a question and what is answered.
struct InterviewTurn: Hashable, Sendable {
  var question: [Range<Int>]
  var answer: [Range<Int>] = []
  /// Where the whole turn stands in the page's text.
  var range: Range<Int>
  /// Who answers first, as written.
  var speaker: String?
}

/// What a line is in an interview.
enum InterviewRole: Sendable {
  case question
  /// Marked as an answer, or as said by someone who answers.
  case answer(speaker: String?)
  /// Not marked: a part of what comes before it.
  case text
  /// A heading that asks nothing.
  case heading
  case aside(InterviewAside)
}

/// Puts the lines of an interview together into turns.
struct TurnBuilder {
  private let page: ReadPage
  private var turns: [InterviewTurn] = []
  /// The answer's lines that nothing marks, by the place they have in it.
  private var loose: [[Int: InterviewLine]] = []
  private var headingAt: [Int?] = []
  private var likely: [InterviewLine] = []

  init(_ page: ReadPage) { self.page = page }

  /// The turns that say something on both sides.
  static func turns(_ lines: [(line: InterviewLine, role: InterviewRole)], on page: ReadPage) -> [InterviewTurn] {
    var builder = TurnBuilder(page)
    for (line, role) in lines { builder.add(line, role) }
    builder.close()
    builder.cutCoda()
    return builder.turns.filter { !$0.answer.isEmpty }
  }

  private mutating func add(_ line: InterviewLine, _ role: InterviewRole) {
    switch role {
    case .question: ask(line)
    case .answer(let speaker): answer(line, speaker, isMarked: true)
    case .text: answer(line, nil, isMarked: false)
    case .heading:
      if let last = turns.indices.last, headingAt[last] == nil { headingAt[last] = turns[last].answer.count }
    case .aside(.likely): if !turns.isEmpty { likely.append(line) }
    case .aside(.certain): break
    }
  }

  private mutating func ask(_ line: InterviewLine) {
    close()
    if let last = turns.indices.last, turns[last].answer.isEmpty {
      turns[last].question.append(line.said)
      turns[last].range = turns[last].range.lowerBound..<line.whole.upperBound
      return
    }
    turns.append(InterviewTurn(question: [line.said], range: line.whole))
    loose.append([:])
    headingAt.append(nil)
  }

  private mutating func answer(_ line: InterviewLine, _ speaker: String?, isMarked: Bool) {
    guard let last = turns.indices.last else { return }
    let isFirst = turns[last].answer.isEmpty
    if isFirst { turns[last].speaker = speaker }
    if !isMarked { loose[last][turns[last].answer.count] = line }
    // Where several people answer, the names of the others stay before what they say.
    let isOther = speaker != nil && speaker != turns[last].speaker
    turns[last].answer.append(isOther ? line.whole : line.said)
    turns[last].range = turns[last].range.lowerBound..<line.whole.upperBound
  }

  /// Ends the turn; what looks like a caption is the answer where nothing else is.
  private mutating func close() {
    if let last = turns.indices.last, turns[last].answer.isEmpty {
      for line in likely { answer(line, nil, isMarked: false) }
    }
    likely = []
  }

  /// Leaves out what follows the last answer: from a heading on, and paragraphs in which nobody says I or we where no
  /// other answer is that long.
  private mutating func cutCoda() {
    guard let last = turns.indices.last else { return }
    let longest = turns.dropLast().map(\.answer.count).max() ?? Int.max
    let firstLoose = turns[last].answer.indices.dropFirst(max(1, longest)).first {
      loose[last][$0].map { !FirstPerson.speaks(in: page.string($0.said)) } ?? false
    }
    guard let cut = [headingAt[last] ?? nil, firstLoose].compactMap({ $0 }).min(), cut < turns[last].answer.count,
      cut > 0
    else { return }
    turns[last].answer.removeSubrange(cut...)
    turns[last].range = turns[last].range.lowerBound..<turns[last].answer[cut - 1].upperBound
  }
}

/// Tells what somebody says of themselves from what is told of them.
private enum FirstPerson {
  private static let words: Set<String> = [
    "i", "i'm", "i’m", "i've", "i’ve", "i'd", "i’d", "i'll", "i’ll", "me", "my", "mine", "we", "we're", "we’re", "us",
    "our", "ours", "we've", "we’ve", "we'd", "we’d", "je", "j", "nous", "mon", "ma", "mes", "notre", "nos", "moi",
    "ich", "mir", "mich", "mein", "meine", "meiner", "meinem", "meinen", "wir", "uns", "unser", "unsere", "unserer",
    "yo", "mi", "mis", "nosotros", "nuestro", "nuestra", "io", "mio", "mia", "noi", "nostro", "you", "your", "vous",
  ]

  static func speaks(in text: String) -> Bool {
    text.lowercased().split { !($0.isLetter || $0 == "'" || $0 == "’") }.contains { word in
      words.contains(String(word)) || word.hasPrefix("j'") || word.hasPrefix("j’")
    }
  }
}
