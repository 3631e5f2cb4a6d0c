import Records

/// A page's text as names are looked for in it.
struct MentionText: Sendable {
  let page: ReadPage
  /// The words of every block; none for code.
  let blocks: [WrittenWords]
  /// Every word that stands on the page in small letters.
  let smallWords: Set<String>
  /// Whether a block's capitals tell names: not in headings and lines of which most words have one.
  let isProse: [Bool]

  init(_ page: ReadPage) {
    self.page = page
    var words: [WrittenWords] = []
    var isProse: [Bool] = []
    for (block, range) in zip(page.page.blocks, page.blocks) {
      let found = WrittenWords(block.kind == .code ? range.lowerBound..<range.lowerBound : range, of: page.text)
      words.append(found)
      isProse.append(MentionText.isProse(found.words, isHeading: block.kind == .heading, LineEnd(page.text[range])))
    }
    blocks = words
    smallWords = Set(words.lazy.flatMap { $0.words.lazy.filter { !$0.isCapital }.map(\.text) })
    self.isProse = isProse
  }

  private static func isProse(_ words: [WrittenWord], isHeading: Bool, _ end: LineEnd) -> Bool {
    let capitals = words.reduce(0) { $1.isCapital ? $0 + 1 : $0 }
    if isHeading { return words.count >= 5 && capitals * 2 <= words.count }
    return end == .sentence && words.count < 10 || capitals * 10 <= words.count * 7
  }

  /// The places at which a name stands in the text as it is written, between the bounds of words.
  func places(of name: String) -> [(block: Int, range: Range<Int>)] {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, bytes.count >= 3 else { return [] }
    return blocks.indices.flatMap { block in
      blocks[block].words.compactMap { word in
        let start = word.range.lowerBound
        let end = start + bytes.count
        guard page.text[start] == first, end <= blocks[block].block.upperBound,
          page.text[start..<end].elementsEqual(bytes),
          blocks[block].words.contains(where: { $0.range.upperBound == end })
        else { return nil }
        return (block, start..<end)
      }
    }
  }

  /// The sentence that a place of a block stands in.
  func sentence(_ block: Int, around place: Int) -> String {
    page.string(blocks[block].sentence(around: place))
  }
}

/// A place at which a text names somebody or something.
struct Mention: Hashable, Sendable {
  var block: Int
  /// In bytes of the page's text.
  var range: Range<Int>
  /// The places of its words in the block.
  var words: Range<Int>
  /// The fullest form of the name.
  var name: String
  var rule: String
  var acronym: String?
  var role: String?
  var organisation: String?
}
