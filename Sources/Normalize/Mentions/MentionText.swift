import Records
import Synchronization

/// A page's text as names are looked for in it.
struct MentionText: Sendable {
  let page: ReadPage
  /// The words of every block; none for code.
  let blocks: [WrittenWords]
  /// The words that stand on the page in small letters.
  private let smallWords = SmallWords()
  /// Whether a block's capitals tell names: not in headings and lines of which most words have one.
  let isProse: [Bool]

  init(_ page: ReadPage) {
    self.page = page
    var words: [WrittenWords] = []
    var isProse: [Bool] = []
    for (block, range) in zip(page.page.blocks, page.blocks) {
      let found = WrittenWords(block.kind == .code ? range.lowerBound..<range.lowerBound : range, of: page.text)
      words.append(found)
      isProse.append(MentionText.isProse(found, isHeading: block.kind == .heading, page.text[range]))
    }
    blocks = words
    self.isProse = isProse
  }

  private static func isProse(_ words: WrittenWords, isHeading: Bool, _ line: ArraySlice<UInt8>) -> Bool {
    let (count, capitals) = (words.words.count, words.capitals)
    if isHeading { return count >= 5 && capitals * 2 <= count }
    return capitals * 10 <= count * 7 || count < 10 && LineEnd(line) == .sentence
  }

  /// Whether the page has a word in small letters too.
  func isUsual(_ word: WrittenWord) -> Bool { smallWords.contain(word, of: blocks) }

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

  /// The sentence that a part of a block stands in.
  func sentence(_ block: Int, around part: Range<Int>) -> Range<Int> {
    Normalize.sentence(around: part, in: page.text, within: blocks[block].block)
  }
}

/// The words of a page that stand in small letters, gathered where the first is asked for.
private final class SmallWords: Sendable {
  private let hashes = Mutex<Set<UInt64>?>(nil)

  func contain(_ word: WrittenWord, of blocks: [WrittenWords]) -> Bool {
    hashes.withLock { kept in
      let known = kept ?? Set(blocks.lazy.flatMap { $0.words.lazy.filter { $0.form.capitals == 0 }.map(\.form.hash) })
      kept = known
      return known.contains(word.form.hash)
    }
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
