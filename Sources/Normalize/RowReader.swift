import JSONText
import Records
import Text

/// Reads one table's rows on one page.
struct RowReader {
  private(set) var records: [Record] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var rejectedRows = 0
  private(set) var quarantined: [QuarantinedRow] = []

  private let table: TableReader
  private let read: ReadPage
  private let locale: String?
  private let redactor: Redactor?
  private var identity: RowIdentity
  /// What each column's type is told on this page; empty before the first row.
  private var contexts: [PageContext] = []
  /// The cells that all rows of the page have in common.
  private var ofPage: [Cell?] = []
  /// The columns that read nothing of a data file's header.
  private let missing: Set<String>

  /// The page's own, kept as reading them from the page for each row would copy all of it.
  private let pageID: String
  private let provenance: Provenance

  private var page: Page { read.page }
  private var rule: TableRule { table.rule }

  /// - Parameter locale: what the source's values are written by, where the config says so.
  init(_ table: TableReader, on read: ReadPage, locale: String?, _ redactor: Redactor?) {
    self.redactor = redactor
    self.table = table
    self.read = read
    self.locale = locale
    (pageID, provenance) = (read.page.id, read.page.provenance)
    identity = RowIdentity(table, on: read)
    missing = MissingFields(of: read).columns(of: table.rule)
  }

  /// Adds the rows of an origin.
  mutating func read(_ name: OriginName) throws(Failure) {
    if case .part(let kind) = name, read.rows == nil {
      // Not by `Origin.all`, since a page may have thousands of links.
      let parts = kind.parts(of: read)
      records.reserveCapacity(records.count + parts.count)
      identity.reserve(parts.count)
      for place in parts.indices { try read(.part(parts[place], place: place)) }
    } else {
      for origin in Origin.all(name, on: read) { try read(origin) }
    }
  }

  /// Adds the row, or a reject.
  mutating func read(_ origin: Origin) throws(Failure) {
    if contexts.isEmpty { begin() }
    var cells: [Cell] = []
    cells.reserveCapacity(table.columns.count)
    for place in table.columns.indices { cells.append(cell(place, of: origin)) }
    let id = identity.id(of: origin, cells: cells)
    let provenance = provenance.of(origin)
    guard try isKept(cells, of: origin, provenance) else {
      rejectedRows += 1
      return
    }
    records.append(
      Record(id: id, pageID: pageID, ordinal: records.count, cells: cells, provenance: provenance))
  }

  private mutating func begin() {
    let context = PageContext(
      ReadingContext(base: read.webAddress, locale: locale ?? page.language, reference: read.reference))
    contexts = table.columns.map { context.of($0) }
    ofPage = Array(repeating: nil, count: table.columns.count)
  }

  private mutating func cell(_ place: Int, of origin: Origin) -> Cell {
    if let kept = ofPage[place] { return kept }
    let column = table.columns[place]
    var cell = column.cell(of: origin, on: read, in: contexts[place])
    if let redaction = column.rule.redaction, let redactor { cell = redactor.redacted(cell, by: redaction) }
    if column.isOfPage { ofPage[place] = cell }
    return cell
  }

  /// Whether the row goes to the table; what is wrong with its cells is told.
  private mutating func isKept(_ cells: [Cell], of origin: Origin, _ provenance: Provenance) throws(Failure) -> Bool {
    for place in cells.indices where cells[place].values.areNull {
      let column = table.columns[place].rule
      guard var problem = try problem(with: cells[place], of: column) else { continue }
      problem.location.address = provenance.address
      diagnostics.append(problem)
      if problem.severity == .reject {
        if column.onError == .quarantine { quarantine(origin, for: problem, provenance) }
        return false
      }
    }
    return true
  }

  /// Keeps what was written in a row that is rejected, but for what is redacted.
  private mutating func quarantine(_ origin: Origin, for problem: Diagnostic, _ provenance: Provenance) {
    var members: [JSON.Member] = []
    for column in rule.columns where column.redaction == nil {
      let written = column.from.compactMap { origin.field($0, on: read) }.first
      if let written { members.append(JSON.Member(column.name, .string(written))) }
    }
    quarantined.append(
      QuarantinedRow(
        ordinal: quarantined.count, written: JSON.object(members).compact, code: problem.code,
        reason: problem.summary, provenance: provenance))
  }

  /// What is wrong with a cell that is null: that it can't be read, or that it has to be there and isn't.
  private func problem(with cell: Cell, of column: ColumnRule) throws(Failure) -> Diagnostic? {
    if cell.flag != nil {
      let diagnostic = unreadable(cell, of: column)
      if column.onError == .ignore, !column.required { return nil }
      if column.onError == .stop {
        throw Failure(
          diagnostic.code, diagnostic.summary, at: diagnostic.location, remedy: diagnostic.remedy)
      }
      return diagnostic
    }
    if missing.contains(column.name), column.onError == .reject || column.onError == .quarantine {
      return MissingFields(of: read).diagnostic(of: column, in: rule, .reject)
    }
    return column.required ? missing(column) : nil
  }

  private func unreadable(_ cell: Cell, of column: ColumnRule) -> Diagnostic {
    let type = column.type.type
    let place = "\(rule.table).\(column.name)"
    let written = column.redaction == nil ? "\"\(excerpt(cell.raw ?? ""))\"" : "what was written is redacted"
    let summary =
      cell.flag == .ambiguous
      ? "\(place) can be read in more than one way as \(type.name): \(written)"
      : "\(place) can't be read as \(type.name), such as \"\(type.example.written)\": \(written)"
    let isMissing = column.required && (column.onError == .null || column.onError == .ignore)
    return Diagnostic(
      isMissing || column.onError == .reject || column.onError == .quarantine ? .reject : .warn,
      isMissing ? "normalize.missing-required" : "normalize.unreadable", summary, at: location(of: column),
      remedy: type.meaning)
  }

  private func missing(_ column: ColumnRule) -> Diagnostic {
    Diagnostic(
      .reject, "normalize.missing-required",
      "\(rule.table).\(column.name) is required, but \(column.from.map { "\"\($0)\"" }.joined(separator: ", ")) gave nothing",
      at: location(of: column),
      remedy: "Mend the field's selector, or make the column optional.")
  }

  private func location(of column: ColumnRule) -> Diagnostic.Location {
    .init(
      source: page.provenance.source, address: page.provenance.address, record: "\(rule.table).\(column.name)"
    )
  }
}

/// What was written, on one line and cut at 80 characters.
private func excerpt(_ written: String) -> String {
  // Cut before folding, as a cell may hold a page's whole text; scalars, as one character may hold any number of them.
  let head = foldingWhiteSpace(String(written.unicodeScalars.prefix(400)))
  let isCut = head.unicodeScalars.count > 80 || written.unicodeScalars.count > 400
  let shown = head.unicodeScalars.prefix(80).map {
    $0.properties.generalCategory == .control ? "\u{FFFD}" : $0
  }
  return String(String.UnicodeScalarView(shown)) + (isCut ? "…" : "")
}
