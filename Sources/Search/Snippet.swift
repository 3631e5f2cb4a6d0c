/// A passage of a text that shows best why it was found.
package struct Snippet: Hashable, Sendable {
  /// What is put before and after each word that was asked for.
  package struct Marks: Sendable {
    package var before: String
    package var after: String

    package init(before: String, after: String) {
      self.before = before
      self.after = after
    }
  }

  /// The passage, its white space folded, with `…` where it is cut.
  package var text: String
  /// How much of the question it answers: the information of the different terms in it.
  package var worth: Double

  /// The most words of a passage.
  private static let length = 32
  /// How many of them stand before the first hit.
  private static let lead = 4

  /// The best passage of `text`, which is in the language of the tag `language`, for the question of `ranking`.
  package init(of text: String, language tag: String?, _ ranking: Ranking, marks: Marks) {
    let language = tag.flatMap { SearchLanguage(tag: $0) } ?? .english
    let hits = Snippet.hits(text, language, ranking.question)
    let start = Snippet.bestStart(hits, ranking.information)
    let words = hits[start..<min(hits.count, start + Snippet.length)]
    worth = Snippet.worth(words, ranking.information)
    let first = max(0, start - (start + Snippet.length <= hits.count ? Snippet.lead : Snippet.length - words.count))
    let shown = hits[first..<min(hits.count, first + Snippet.length)]
    self.text = Snippet.passage(text, shown, of: hits.count, marks)
  }

  /// A word of the text and the term it is, if it is one.
  private struct Hit {
    var range: Range<Int>
    var term: Int?
  }

  private static func hits(_ text: String, _ language: SearchLanguage, _ question: Question) -> [Hit] {
    var scanner = WordScanner(text)
    var terms: [[UInt8]: Int?] = [:]
    var hits: [Hit] = []
    while scanner.next() {
      let stem = stemmed(language.indexed(scanner.word))
      let term = terms[stem] ?? question.terms.firstIndex { $0.isMet(by: stem) }
      terms[stem] = .some(term)
      hits.append(Hit(range: scanner.range, term: term))
    }
    return hits
  }

  /// The first of the windows that are worth most, which begins with a hit.
  private static func bestStart(_ hits: [Hit], _ information: [Double]) -> Int {
    var best = (start: 0, worth: 0.0)
    for start in hits.indices where hits[start].term != nil {
      let worth = worth(hits[start..<min(hits.count, start + length - lead)], information)
      if worth > best.worth { best = (start, worth) }
    }
    return best.start
  }

  /// The information of the different terms in a window, another occurrence counting a tenth.
  private static func worth(_ window: ArraySlice<Hit>, _ information: [Double]) -> Double {
    var seen: Set<Int> = []
    return window.reduce(0) { worth, hit in
      guard let term = hit.term else { return worth }
      return worth + information[term] * (seen.insert(term).inserted ? 1 : 0.1)
    }
  }

  private static func passage(_ text: String, _ shown: ArraySlice<Hit>, of all: Int, _ marks: Marks) -> String {
    let bytes = Array(text.utf8)
    // A passage that is the whole text keeps what stands before its first word and after its last.
    var offset = shown.startIndex == 0 ? 0 : shown.first?.range.lowerBound ?? 0
    let end = shown.endIndex == all ? bytes.count : shown.map(\.range.upperBound).max() ?? offset
    var passage = shown.startIndex == 0 ? "" : "…"
    for range in marked(shown) {
      passage += folded(bytes[offset..<range.lowerBound])
      passage += marks.before + String(decoding: bytes[range], as: UTF8.self) + marks.after
      offset = range.upperBound
    }
    return passage + folded(bytes[offset..<end]) + (shown.endIndex == all ? "" : "…")
  }

  /// Where the hits stand; those that overlap or touch as one.
  private static func marked(_ shown: ArraySlice<Hit>) -> [Range<Int>] {
    shown.filter { $0.term != nil }.reduce(into: []) { marked, hit in
      guard let last = marked.last, hit.range.lowerBound <= last.upperBound else { return marked.append(hit.range) }
      marked[marked.count - 1] = last.lowerBound..<max(last.upperBound, hit.range.upperBound)
    }
  }

  /// What stands there, each run of white space and controls as one space.
  private static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    var kept: [UInt8] = []
    for byte in bytes {
      let isBlank = byte <= 0x20 || byte == 0x7F
      if !isBlank { kept.append(byte) } else if kept.last != 0x20 { kept.append(0x20) }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
