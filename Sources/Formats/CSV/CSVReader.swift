/// Cuts the bytes of a CSV file, which come piece by piece, into rows of cells.
///
/// A row is held until the next one is asked for, and nothing else is: memory depends on the longest row, which
/// `rowLimit` bounds, and not on the file. Bytes are valid UTF-8, or of any encoding that keeps ASCII apart.
package struct CSVReader {
  /// How asking for a row ends.
  package enum Step: Hashable, Sendable {
    /// There is one: `line`, `cellCount` and `text` tell of it.
    case row
    /// The row at `line` can't be read; the next one begins on the line after it.
    case fault(Fault)
    /// It takes more bytes, or the word that there are none.
    case needsBytes
    case end
  }

  /// Why a row can't be read.
  package enum Fault: String, Hashable, Sendable, CaseIterable {
    /// After a closing quote neither a delimiter nor the line's end follows.
    case strayQuote = "a quote stands inside a quoted cell and isn't doubled"
    case unclosedQuote = "a quoted cell is never closed"
    case tooLong = "the row is longer than 4 MiB"
  }

  /// The most bytes a row may have.
  package static let rowLimit = 4 << 20

  package let dialect: CSVDialect
  /// The 1-based line on which the row begins.
  package private(set) var line: Int
  private var buffer: [UInt8] = []
  /// Where the row after this one begins, and on which line.
  private var next = 0
  private var nextLine: Int
  private var isLast = false
  private var cells: [Cell] = []

  /// A cell's bytes, without the quotes around it.
  private struct Cell {
    var start: Int
    var end: Int
    /// Whether quotes or backslashes in it have to be resolved.
    var isEscaped = false
    var isQuoted = false
  }

  /// - Parameter line: the 1-based line that the first byte stands on.
  package init(_ dialect: CSVDialect, line: Int = 1) {
    self.dialect = dialect
    self.line = line
    nextLine = line
  }

  /// Adds bytes that follow those before them.
  package mutating func append(_ bytes: [UInt8]) {
    if next > 0 {
      buffer.removeSubrange(..<next)
      next = 0
      cells.removeAll(keepingCapacity: true)
    }
    buffer.append(contentsOf: bytes)
  }

  /// Says that no more bytes follow.
  package mutating func finish() { isLast = true }

  /// How many cells the row has.
  package var cellCount: Int { cells.count }

  /// What a cell of the row says.
  package func text(_ place: Int) -> String {
    let cell = cells[place]
    guard cell.isEscaped else { return String(decoding: buffer[cell.start..<cell.end], as: UTF8.self) }
    return String(decoding: unescaped(buffer[cell.start..<cell.end]), as: UTF8.self)
  }

  /// Whether a cell of the row says nothing.
  package func isEmpty(_ place: Int) -> Bool { cells[place].start == cells[place].end }

  /// Whether the row has nothing but delimiters; `""` is something.
  var isBlank: Bool { cells.allSatisfy { $0.start == $0.end && !$0.isQuoted } }

  /// Whether a cell of the row begins with a blank outside quotes.
  func beginsBlank(_ place: Int) -> Bool {
    let cell = cells[place]
    return !cell.isQuoted && cell.start < cell.end && buffer[cell.start] == UInt8(ascii: " ")
  }

  /// The first byte of a cell of the row, outside quotes; nil where it is empty or quoted.
  func firstByte(_ place: Int) -> UInt8? {
    let cell = cells[place]
    return cell.isQuoted || cell.start == cell.end ? nil : buffer[cell.start]
  }

  /// Goes on to the next row; lines without any byte are none.
  package mutating func advance() -> Step {
    while true {
      line = nextLine
      guard next < buffer.count else { return isLast ? .end : .needsBytes }
      switch scan() {
      case .whole(let end, let lines):
        next = end
        nextLine += lines
        if cells.count > 1 || !isBlank { return .row }
      case .broken(let fault):
        if fault != .strayQuote, !isLast, buffer.count - next < CSVReader.rowLimit { return .needsBytes }
        return skipLine().map { .fault($0 ?? fault) } ?? .needsBytes
      }
    }
  }

  private enum Scan {
    case whole(end: Int, lines: Int)
    case broken(Fault)
  }

  /// Looks for the end of the row that begins at `next`, noting its cells.
  private mutating func scan() -> Scan {
    // Out of the way of the bytes' span, which holds the reader.
    var cells: [Cell] = []
    swap(&cells, &self.cells)
    cells.removeAll(keepingCapacity: true)
    let scan = scan(buffer.span, into: &cells)
    swap(&cells, &self.cells)
    return scan
  }

  /// One function, long as it is, for its few variables to stay in registers: it runs over every byte of a file.
  private func scan(_ bytes: Span<UInt8>, into cells: inout [Cell]) -> Scan {
    let count = min(bytes.count, next + CSVReader.rowLimit)
    let isCut = count < bytes.count || !isLast
    let (delimiter, quote, lineEnd, skips) = (dialect.delimiter, dialect.quote, dialect.lineEnd, dialect.skipsBlanks)
    let backslash = dialect.escapesWithBackslash ? UInt8(ascii: "\\") : quote
    let short = count < bytes.count ? Fault.tooLong : Fault.unclosedQuote
    var place = next
    var lines = 1
    while true {
      if skips { while place < count, bytes[place] == 32 { place += 1 } }
      var cell = Cell(start: place, end: place)
      if place < count, bytes[place] == quote {
        cell.isQuoted = true
        place += 1
        cell.start = place
        while true {
          guard place < count else { return .broken(short) }
          let byte = bytes[place]
          if byte == quote {
            guard place + 1 < count else {
              if isCut { return .broken(short) }
              break
            }
            if bytes[place + 1] != quote { break }
            cell.isEscaped = true
            place += 2
          } else if byte == backslash {
            cell.isEscaped = true
            if place + 1 < count, bytes[place + 1] == lineEnd { lines += 1 }
            place += 2
          } else {
            if byte == lineEnd { lines += 1 }
            place += 1
          }
        }
        cell.end = place
        place += 1
        while place < count, bytes[place] == 32 || bytes[place] == 13 && lineEnd != 13 { place += 1 }
        if place < count, bytes[place] != delimiter, bytes[place] != lineEnd { return .broken(.strayQuote) }
      } else {
        while place < count, bytes[place] != delimiter, bytes[place] != lineEnd { place += 1 }
        cell.end = place
        if place < count || !isCut, lineEnd == 10, cell.end > cell.start, bytes[cell.end - 1] == 13,
          place == count || bytes[place] == 10
        {
          cell.end -= 1
        }
      }
      if place >= count {
        if isCut { return .broken(short) }
        cells.append(cell)
        return .whole(end: count, lines: lines)
      }
      cells.append(cell)
      place += 1
      if bytes[place - 1] == lineEnd { return .whole(end: place, lines: lines) }
    }
  }

  /// Goes to the line after the one on which the row begins. Gives nil where its end isn't there yet, and the fault
  /// `tooLong` where that line alone is longer than a row may be: its bytes so far are dropped.
  private mutating func skipLine() -> Fault?? {
    cells.removeAll(keepingCapacity: true)
    if let end = buffer[next...].firstIndex(of: dialect.lineEnd) {
      next = end + 1
      nextLine += 1
      return .some(nil)
    }
    if isLast {
      next = buffer.count
      return .some(nil)
    }
    guard buffer.count - next >= CSVReader.rowLimit else { return nil }
    next = buffer.count
    return .some(.tooLong)
  }

  private func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      let following = place + 1 < bytes.endIndex ? bytes[place + 1] : 0
      let isDoubled = byte == dialect.quote && following == dialect.quote
      let isBackslash =
        dialect.escapesWithBackslash && byte == UInt8(ascii: "\\")
        && (following == dialect.quote || following == UInt8(ascii: "\\"))
      text.append(isBackslash ? following : byte)
      place += isDoubled || isBackslash ? 2 : 1
    }
    return text
  }
}
