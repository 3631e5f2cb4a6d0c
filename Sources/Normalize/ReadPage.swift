package import Records
import WebAddress

/// A page as normalize reads it: its text put together once, with the place of every block in it.
package final class ReadPage: Sendable {
  package let page: Page
  /// The main text, a line for each block (several in code), in UTF-8.
  package let text: [UInt8]
  /// Where each block stands in `text`, in bytes.
  package let blocks: [Range<Int>]
  /// The rows of a data file, where the page holds such.
  let rows: DataFileRows?
  /// What several kinds of parts share.
  let analysis = PageAnalysis()
  /// Before each block, and behind the last: how many characters (Unicode scalars) of the text.
  private let charactersBefore: [Int]

  package init(_ page: Page) {
    self.page = page
    rows = page.rows.map(DataFileRows.init)
    var text: [UInt8] = []
    text.reserveCapacity(page.blocks.reduce(0) { $0 + $1.text.utf8.count + 1 })
    var blocks: [Range<Int>] = []
    var charactersBefore: [Int] = []
    var characters = 0
    for block in page.blocks {
      if !blocks.isEmpty {
        text.append(UInt8(ascii: "\n"))
        characters += 1
      }
      let start = text.count
      text.append(contentsOf: block.text.utf8)
      blocks.append(start..<text.count)
      charactersBefore.append(characters)
      characters += countCharacters(text, start..<text.count)
    }
    charactersBefore.append(characters)
    self.text = text
    self.blocks = blocks
    self.charactersBefore = charactersBefore
  }

  /// How many characters (Unicode scalars) of the text stand before a byte of it.
  package func characters(before byte: Int) -> Int {
    // Blocks follow each other, so the last one that begins no later than the byte holds it.
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].lowerBound <= byte { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let block = blocks[low - 1]
    let before = charactersBefore[low - 1]
    // A block of ASCII, and the line feed behind it, have as many characters as bytes.
    let isLast = low == blocks.count
    if charactersBefore[low] - before == block.count + (isLast ? 0 : 1) { return before + byte - block.lowerBound }
    return before + countCharacters(text, block.lowerBound..<min(byte, text.count))
  }

  /// The address it was read from, where that is one of the web and not a file's name.
  var webAddress: Address? { analysis.address(of: page) }

  /// What relative times on the page count from: its own date, else when it was fetched.
  var reference: Timestamp { analysis.reference(of: page) }

  /// How many words some of its blocks have.
  func words(in blocks: Range<Int>) -> Int {
    let before = analysis.words(of: self)
    return before[blocks.upperBound] - before[blocks.lowerBound]
  }

  /// The whole text.
  var whole: String { analysis.whole(of: self) }

  /// A part of the text.
  package func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}

/// How many characters (Unicode scalars) a part of UTF-8 has.
private func countCharacters(_ text: [UInt8], _ part: Range<Int>) -> Int {
  var count = 0
  for place in part where text[place] & 0xC0 != 0x80 { count += 1 }
  return count
}
