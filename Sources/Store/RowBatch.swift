package import Records

/// Some rows of a table as SQLite holds them: all texts in one run of UTF-8 bytes, all cells in one list, row by row.
///
/// A container for each value would cost more than writing the value; a batch crosses from module to module at once.
package struct RowBatch: Sendable {
  /// One cell, in 16 bytes.
  package struct Cell: Sendable {
    package enum Kind: UInt8, Sendable {
      case null, integer, real
      case text
      /// A text that isn't blank at either end and holds nothing that a text format has to set off: no control
      /// character, quotation mark, comma, semicolon or backslash.
      case plainText
    }

    package let kind: Kind
    /// Bytes of a text.
    package let length: Int32
    /// A number's bits, or where in `texts` a text begins.
    package let bits: UInt64
  }

  /// How many cells a row has.
  package let width: Int
  package private(set) var texts: [UInt8] = []
  package private(set) var cells: [Cell] = []

  /// Rows of `width` cells, none yet.
  package init(width: Int) { self.width = width }

  /// How many rows it holds.
  package var count: Int { width == 0 ? 0 : cells.count / width }

  /// The bytes of a text.
  package func text(_ cell: Cell) -> ArraySlice<UInt8> {
    let start = Int(cell.bits)
    return texts[start..<start + Int(cell.length)]
  }

  /// Forgets the rows and keeps their memory.
  package mutating func removeAll() {
    texts.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }

  /// Adds the next cell.
  package mutating func append(_ value: Value) {
    switch value {
    case .null: appendNull()
    case .integer(let number): append(number)
    case .boolean(let truth): append(Int64(truth ? 1 : 0))
    case .real(let number): append(number)
    case .text(let text):
      var text = text
      // The bytes are copied within the call.
      text.withUTF8 { unsafe append($0) }
    }
  }

  mutating func appendNull() { cells.append(Cell(kind: .null, length: 0, bits: 0)) }

  mutating func append(_ number: Int64) {
    cells.append(Cell(kind: .integer, length: 0, bits: UInt64(bitPattern: number)))
  }

  mutating func append(_ number: Double) { cells.append(Cell(kind: .real, length: 0, bits: number.bitPattern)) }

  /// Adds a text; its bytes are copied.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let kind: Cell.Kind = unsafe isPlain(text) ? .plainText : .text
    cells.append(Cell(kind: kind, length: Int32(text.count), bits: UInt64(texts.count)))
    unsafe texts.append(contentsOf: text)
  }
}

/// Whether a text may stand as it is in every format; see `RowBatch.Cell.Kind.plainText`.
private func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = unsafe text.first, let last = unsafe text.last, first != 32, last != 32 else { return false }
  guard text.count >= 8 else { return unsafe !text.contains(where: needsCare) }
  let bytes = UnsafeRawBufferPointer(text)
  // Eight bytes at once: a byte at a time cost a third of the whole export. The last step may see some bytes again.
  var place = 0
  while place < bytes.count {
    if unsafe needsCare(bytes.loadUnaligned(fromByteOffset: min(place, bytes.count - 8), as: UInt64.self)) {
      return false
    }
    place += 8
  }
  return true
}

/// Whether one of eight bytes needs care. "Determine if a word has a byte less than n" and "a zero byte" of Sean
/// Anderson's Bit Twiddling Hacks.
private func needsCare(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  var found = (word &- ones &* 32) & ~word
  func note(_ byte: UInt64) {
    let difference = word ^ (ones &* byte)
    found |= (difference &- ones) & ~difference
  }
  note(34)
  note(44)
  note(59)
  note(92)
  note(127)
  return found & (ones &* 128) != 0
}

/// Whether the byte is a control character or one of `",;\`.
private func needsCare(_ byte: UInt8) -> Bool {
  byte < 32 || byte == 34 || byte == 44 || byte == 59 || byte == 92 || byte == 127
}
