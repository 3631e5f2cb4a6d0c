import Records
import Text

/// Reads one table's rows on one page.
struct RowReader {
  private(set) var records: [Record] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var rejectedRows = 0

  private let rule: TableRule
  private let page: Page
  private let context: ReadingContext
  private var identity: RowIdentity

  init(_ rule: TableRule, on page: Page) {
    self.rule = rule
    self.page = page
    context = ReadingContext(base: page.webAddress)
    identity = RowIdentity(rule, on: page, base: context.base)
  }

  /// Adds the row, or a reject.
  mutating func read(_ origin: Origin) throws(Failure) {
    let cells = rule.columns.map { $0.type.type.cell(origin.field($0.from), in: context) }
    let id = identity.id(of: origin, cells: cells)
    var isKept = true
    for (column, cell) in zip(rule.columns, cells) {
      guard let problem = try problem(with: cell, of: column) else { continue }
      diagnostics.append(problem)
      if problem.severity == .reject {
        isKept = false
        break
      }
    }
    guard isKept else {
      rejectedRows += 1
      return
    }
    records.append(
      Record(id: id, pageID: page.id, ordinal: records.count, cells: cells, provenance: page.provenance))
  }

  /// What is wrong with a cell: that it can't be read, or that it has to be there and isn't.
  private func problem(with cell: Cell, of column: ColumnRule) throws(Failure) -> Diagnostic? {
    guard cell.values.allSatisfy({ $0 == .null }) else { return nil }
    if cell.flag != nil {
      let diagnostic = unreadable(cell, of: column)
      if column.onError == .stop {
        throw Failure(
          diagnostic.code, diagnostic.summary, at: diagnostic.location, remedy: diagnostic.remedy)
      }
      return diagnostic
    }
    return column.required ? missing(column) : nil
  }

  private func unreadable(_ cell: Cell, of column: ColumnRule) -> Diagnostic {
    let type = column.type.type
    let place = "\(rule.table).\(column.name)"
    let written = excerpt(cell.raw ?? "")
    let summary =
      cell.flag == .ambiguous
      ? "\(place) can be read in more than one way as \(type.name): \"\(written)\""
      : "\(place) can't be read as \(type.name), such as \"\(type.example.written)\": \"\(written)\""
    let isMissing = column.required && column.onError == .null
    return Diagnostic(
      isMissing || column.onError == .reject ? .reject : .warn,
      isMissing ? "normalize.missing-required" : "normalize.unreadable", summary, at: location(of: column),
      remedy: type.meaning)
  }

  private func missing(_ column: ColumnRule) -> Diagnostic {
    Diagnostic(
      .reject, "normalize.missing-required",
      "\(rule.table).\(column.name) is required, but the field \"\(column.from)\" gave nothing",
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
