/// A mark such as `Q:` before a question or `A.` before an answer.
struct InterviewMark: Hashable, Sendable {
  enum Side: Sendable {
    case question, answer
  }
  /// Lower case, such as `q` or `antwort`.
  let word: String
  let side: Side
  /// Of the mark and the space behind it, in bytes.
  let length: Int

  /// Whether it means that side wherever it stands; a lone `P:` may be anything.
  var isCertain: Bool { InterviewMark.certain.contains(word) }

  private static let certain: Set<String> = ["q", "question", "frage", "pregunta", "domanda", "vraag", "問"]
  private static let questions = certain.union(["f", "p", "d"])
  private static let answers: Set<String> = [
    "a", "r", "answer", "antwort", "réponse", "reponse", "respuesta", "risposta", "antwoord", "答",
  ]

  /// The mark that a line of UTF-8 begins with: a word, perhaps a number, a colon or full stop, and a space.
  init?(_ line: ArraySlice<UInt8>) {
    var place = line.startIndex
    while place < line.endIndex, place - line.startIndex < 12, InterviewMark.isLetter(line[place]) { place += 1 }
    let letters = line[..<place]
    var isNumbered = false
    InterviewMark.skipSpace(line, &place)
    while place < line.endIndex, (48...57).contains(line[place]) {
      isNumbered = true
      place += 1
    }
    InterviewMark.skipSpace(line, &place)
    guard InterviewMark.skipSign(line, &place, isShort: letters.count == 1 || isNumbered) else { return nil }
    let sign = place
    InterviewMark.skipSpace(line, &place)
    guard place > sign || line[sign - 1] >= 0x80, place < line.endIndex else { return nil }
    // Looked up last, as hardly any line has got so far.
    word = String(decoding: letters, as: UTF8.self).lowercased()
    if InterviewMark.questions.contains(word) {
      side = .question
    } else if InterviewMark.answers.contains(word) {
      side = .answer
    } else {
      return nil
    }
    length = place - line.startIndex
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0xC3
      || byte & 0xC0 == 0x80 && byte != 0xA0
  }

  /// Passes a space, a no-break space or a narrow one.
  private static func skipSpace(_ line: ArraySlice<UInt8>, _ place: inout Int) {
    while place < line.endIndex {
      if line[place] == 0x20 {
        place += 1
      } else if line[place...].starts(with: [0xC2, 0xA0]) {
        place += 2
      } else if line[place...].starts(with: [0xE2, 0x80, 0xAF]) {
        place += 3
      } else {
        return
      }
    }
  }

  /// Passes `:`, or `.` and `)` behind a letter or a number.
  private static func skipSign(_ line: ArraySlice<UInt8>, _ place: inout Int, isShort: Bool) -> Bool {
    guard place < line.endIndex else { return false }
    if line[place] == 0x3A || isShort && (line[place] == 0x2E || line[place] == 0x29) {
      place += 1
    } else if line[place...].starts(with: [0xEF, 0xBC, 0x9A]) {
      place += 3
    } else {
      return false
    }
    return true
  }

  /// The parts of a block that begin with a mark each, as the block itself does with a question's: more than one where
  /// the answer goes on in the block.
  static func pieces(of block: Range<Int>, in text: [UInt8]) -> [Range<Int>] {
    var starts = [block.lowerBound]
    for place in block.dropFirst(4) where text[place - 1] == 0x20 && isCapital(text[place]) {
      let before = LineEnd(text[starts[starts.count - 1]..<place])
      if before == .question || before == .sentence, let mark = InterviewMark(text[place..<block.upperBound]),
        mark.word.utf8.count == 1
      {
        starts.append(place)
      }
    }
    return zip(starts, starts.dropFirst().map { $0 - 1 } + [block.upperBound]).map { $0..<$1 }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
}
