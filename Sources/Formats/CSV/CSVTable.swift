/// Reads the rows below the header of a CSV file, whose bytes come piece by piece, and settles by its first bytes how
/// the file is written and where the header stands.
package struct CSVTable: RowSource {
  /// What the config may say of a file.
  package struct Options: Hashable, Sendable {
    /// nil where the file itself tells.
    package var delimiter: UInt8?
    /// The columns' names of files without a header; nil where they have one.
    package var header: [String]?

    package init(delimiter: UInt8? = nil, header: [String]? = nil) {
      self.delimiter = delimiter
      self.header = header
    }
  }

  /// How many bytes settle the dialect.
  private static let headSize = 1 << 16

  /// The dialect; nil before the first row was asked for.
  package private(set) var dialect: CSVDialect?
  /// The columns' names; nil before the first row was asked for, and in a file without any row.
  package private(set) var header: CSVHeader?
  package private(set) var notes = RowNotes()
  private let options: Options
  private var head: [UInt8] = []
  private var isLast = false
  private var reader: CSVReader?
  /// The 1-based line of the header, if it is still to be read.
  private var headerLine: Int?

  package init(_ options: Options = Options()) { self.options = options }

  package var fields: [String]? { header?.names }

  /// Adds UTF-8 that follows what came before; a byte order mark at the file's begin is dropped.
  package mutating func append(_ bytes: [UInt8]) {
    guard reader == nil else {
      reader?.append(bytes)
      return
    }
    head += bytes
  }

  package mutating func finish() {
    isLast = true
    reader?.finish()
  }

  package mutating func next() -> RowStep {
    if reader == nil {
      guard isLast || head.count >= CSVTable.headSize else { return .needsBytes }
      begin()
    }
    while let step = reader?.advance() {
      switch step {
      case .needsBytes: return .needsBytes
      case .end: return .end
      case .fault(let fault): return .fault(RowFault(line: line, fault.rawValue))
      case .row:
        if let step = take() { return step }
      }
    }
    return .end
  }

  private var line: Int { reader?.line ?? 1 }

  /// What becomes of the reader's row: nil for what is no row of the table.
  private mutating func take() -> RowStep? {
    guard let reader else { return nil }
    if let headerLine {
      if reader.line < headerLine {
        notes.titles += 1
      } else {
        header = CSVHeader((0..<reader.cellCount).map(reader.text))
        self.headerLine = nil
      }
      return nil
    }
    if reader.isBlank { return nil }
    let width = header?.names.count ?? 0
    var count = reader.cellCount
    while count > width, reader.isEmpty(count - 1) { count -= 1 }
    if count == width {
      return .row(DataRow(line: reader.line, (0..<count).map { reader.isEmpty($0) ? nil : reader.text($0) }))
    }
    if reader.firstByte(0) == UInt8(ascii: "#") {
      notes.comments += 1
      return nil
    }
    return .fault(RowFault(line: reader.line, "the row has \(reader.cellCount) cells, the header \(width)"))
  }

  /// Settles the dialect and looks for the header.
  private mutating func begin() {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
    var line = 1
    var delimiter = options.delimiter
    // Excel's own first line, such as "sep=;".
    if head.starts(with: Array("sep=".utf8)), head.count > 5, head[5] == 10 || head[5] == 13 {
      delimiter = delimiter ?? head[4]
      head.removeFirst(head[5] == 13 && head.count > 6 && head[6] == 10 ? 7 : 6)
      line = 2
    }
    let dialect = CSVSniffer(head, isWhole: isLast).dialect(delimiter: delimiter)
    var reader = CSVReader(dialect, line: line)
    reader.append(head)
    if isLast { reader.finish() }
    self.dialect = dialect
    if let names = options.header {
      header = CSVHeader(names)
    } else {
      headerLine = CSVTable.headerLine(reader)
    }
    self.reader = reader
    head = []
  }

  /// How many rows may stand before the header.
  private static let titleRows = 20

  /// The line of the header: the first row, but for comments and for titles, which fill no more than half the cells
  /// that most rows have.
  private static func headerLine(_ reader: CSVReader) -> Int {
    var reader = reader
    var rows: [(line: Int, filled: Int)] = []
    var counts: [Int: Int] = [:]
    while rows.count < 2 * titleRows {
      let step = reader.advance()
      if step == .needsBytes || step == .end { break }
      guard step == .row, !reader.isComment else { continue }
      rows.append((reader.line, (0..<reader.cellCount).count { !reader.isEmpty($0) }))
      if reader.cellCount > 1 { counts[reader.cellCount, default: 0] += 1 }
    }
    let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    let first = rows.first?.line ?? 1
    guard let usual, usual.value > 1 else { return first }
    return rows.prefix(titleRows).first { $0.filled * 2 > usual.key }?.line ?? first
  }
}

extension CSVReader {
  /// Whether the row reads as a remark, and not as a header such as `#id,name`.
  fileprivate var isComment: Bool {
    guard firstByte(0) == UInt8(ascii: "#") else { return false }
    if cellCount == 1 { return true }
    let first = text(0).utf8.dropFirst()
    return first.first == 32 || first.isEmpty
  }
}
