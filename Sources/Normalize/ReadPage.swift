package import Records

/// A page as normalize reads it: its text put together once, with the place of every block in it.
package struct ReadPage: Sendable {
  package let page: Page
  /// The main text, a line for each block (several in code), in UTF-8.
  package let text: [UInt8]
  /// Where each block stands in `text`, in bytes.
  package let blocks: [Range<Int>]
  /// The rows of a data file, where the page holds such.
  let rows: DataFileRows?
  /// What several kinds of parts share.
  let analysis = PageAnalysis()
  /// Before each block: how many characters (Unicode scalars) of the text.
  private let charactersBefore: [Int]

  package init(_ page: Page) {
    self.page = page
    rows = page.rows.map(DataFileRows.init)
    var text: [UInt8] = []
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
      characters += text[start...].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
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
    return text[blocks[low - 1].lowerBound..<min(byte, text.count)].reduce(charactersBefore[low - 1]) {
      $1 & 0xC0 == 0x80 ? $0 : $0 + 1
    }
  }

  /// A part of the text.
  package func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
