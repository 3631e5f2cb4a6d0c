import Records

/// Finds the turns of an interview by the way in which the page sets its questions apart; finds none on other pages.
struct InterviewReader {
  private let page: ReadPage
  private let lines: [InterviewLine]

  /// How many turns an interview has at least where nothing but the form of its questions says that it is one.
  private static let fewestTurns = 3
  /// The most names with a colon that a page of an interview has.
  private static let mostSpeakers = 100
  /// How many headings have to ask, as other pages have questions among their headings too.
  private static let fewestHeadings = 4
  /// The longest paragraph, in words, that may be a question.
  private static let longestQuestion = 90

  init(_ page: ReadPage) {
    self.page = page
    lines = InterviewLine.all(on: page)
  }

  /// The turns, in the order of the page.
  var turns: [InterviewTurn] {
    marked ?? spoken ?? headed ?? asked ?? []
  }

  /// Questions marked with `Q:` and the like; answers may be marked too.
  private var marked: [InterviewTurn]? {
    let questions = lines.filter { $0.mark?.side == .question }
    let answers = lines.filter { $0.mark?.side == .answer }
    let certain = questions.contains { $0.mark?.isCertain == true }
    guard certain ? questions.count + answers.count >= 2 : questions.count >= 2 && !answers.isEmpty else { return nil }
    guard !isMultipleChoice else { return nil }
    let hasAnswers = !answers.isEmpty
    return turns(hasMarkedAnswers: hasAnswers) { line in
      switch line.mark?.side {
      case .question? where !certain || line.mark?.isCertain == true: .question
      case .answer? where hasAnswers: .answer(speaker: nil)
      default: nil
      }
    }
  }

  /// Whether answers are offered as A, B and C, as in a test for pupils.
  private var isMultipleChoice: Bool {
    zip(lines, lines.dropFirst()).contains { line, next in
      line.mark?.word == "a" && ["B. ", "B) ", "B: "].contains(where: page.string(next.whole).hasPrefix)
    }
  }

  /// Names with a colon before what each says.
  private var spoken: [InterviewTurn]? {
    guard Set(lines.lazy.compactMap(\.speaker)).count <= InterviewReader.mostSpeakers else { return nil }
    var speakers = Speakers()
    let who = lines.map { line in line.speaker.map { speakers.speaker($0) } }
    var said = Array(repeating: 0, count: speakers.names.count)
    var asked = said
    for case (let line, let speaker?) in zip(lines, who) {
      said[speaker] += 1
      if line.end == .question { asked[speaker] += 1 }
    }
    guard let asker = said.indices.max(by: { (asked[$0], $1) < (asked[$1], $0) }),
      asked[asker] >= 2, asked[asker] * 2 >= said[asker],
      said.indices.contains(where: { $0 != asker && said[$0] >= 2 })
    else { return nil }
    var place = -1
    let turns = turns(hasMarkedAnswers: true) { _ in
      place += 1
      guard let speaker = who[place] else { return nil }
      if speaker == asker { return .question }
      return said[speaker] >= 2 ? .answer(speaker: speakers.names[speaker]) : nil
    }
    return turns.count >= InterviewReader.fewestTurns ? turns : nil
  }

  /// Questions set as headings.
  private var headed: [InterviewTurn]? {
    for level in 1...6 {
      let headings = lines.indices.filter { lines[$0].kind == .heading && lines[$0].level == level }
      let asking = headings.filter { lines[$0].end == .question }
      guard asking.count >= InterviewReader.fewestTurns, let first = asking.first, let last = asking.last else {
        continue
      }
      // Among questions a heading without a question mark asks too, as in "Tell us about the boat."
      let questions = Set(headings.filter { (first...last).contains($0) })
      guard asking.count * 5 >= questions.count * 4, questions.count * 2 >= headings.count,
        questions.count >= InterviewReader.fewestHeadings
      else { continue }
      return answered(questions)
    }
    return nil
  }

  /// Questions set as paragraphs of their own.
  private var asked: [InterviewTurn]? {
    let asking = lines.indices.filter {
      lines[$0].end == .question && lines[$0].kind != .heading
        && lines[$0].words(on: page) <= InterviewReader.longestQuestion
    }
    guard asking.count >= InterviewReader.fewestTurns, let first = asking.first, let last = asking.last,
      last - first <= asking.count * 8
    else { return nil }
    return answered(Set(asking).union(unasked(between: asking)))
  }

  /// Lines that ask without a question mark: where all else alternates, every other line of a longer stretch.
  private func unasked(between asking: [Int]) -> [Int] {
    let gaps = zip(asking, asking.dropFirst()).map { $1 - $0 - 1 }
    guard gaps.filter({ $0 == 1 }).count >= 2, gaps.allSatisfy({ $0 % 2 == 1 }) else { return [] }
    let between = zip(asking, gaps).flatMap { start, gap in stride(from: start + 2, to: start + gap + 1, by: 2) }
    func words(_ line: Int) -> Int { lines[line].words(on: page) }
    return between.allSatisfy { words($0) <= 25 && words($0) * 2 <= words($0 + 1) } ? between : []
  }

  private func answered(_ questions: Set<Int>) -> [InterviewTurn]? {
    var place = -1
    let turns = turns(hasMarkedAnswers: false) { _ in
      place += 1
      return questions.contains(place) ? .question : nil
    }
    return turns.count >= InterviewReader.fewestTurns ? turns : nil
  }

  /// The turns, given what each line is if its mark, speaker or place tells; `role` is asked once a line, in order.
  private func turns(
    hasMarkedAnswers: Bool, _ role: (InterviewLine) -> InterviewRole?
  ) -> [InterviewTurn] {
    var roles = lines.map(role)
    let names = self.names(before: roles.firstIndex { if case .question? = $0 { true } else { false } } ?? 0)
    for place in roles.indices where roles[place] == nil {
      if let aside = InterviewAside.of(lines[place], on: page, names: names) {
        roles[place] = .aside(aside)
      } else if lines[place].kind == .heading {
        roles[place] = .heading
      } else if hasMarkedAnswers, place > 0, case .question? = roles[place - 1] {
        // What follows a question is one too where answers are marked, if an answer comes at all.
        roles[place] = isAnswered(after: place, roles) ? .question : .text
      } else {
        roles[place] = .text
      }
    }
    return TurnBuilder.turns(zip(lines, roles).map { ($0, $1 ?? .text) }, on: page)
  }

  private func isAnswered(after place: Int, _ roles: [InterviewRole?]) -> Bool {
    for role in roles[(place + 1)...] {
      if case .answer? = role { return true }
      if case .question? = role { return false }
    }
    return false
  }

  /// Full names in the title, the summary and what stands before the first question.
  private func names(before question: Int) -> CapitalNames {
    var names = CapitalNames()
    for line in lines[..<question] { names.add(page.text[line.whole]) }
    if let title = page.page.title { names.add(Array(title.utf8)[...]) }
    if let description = page.page.description { names.add(Array(description.utf8)[...]) }
    return names
  }
}
