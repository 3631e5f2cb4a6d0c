import JSONText
import Records
import Text

/// Reads one table's rows on one page.
struct RowReader {
  private(set) var records: [Record] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var rejectedRows = 0
  private(set) var quarantined: [QuarantinedRow] = []

  private let rule: TableRule
  private let read: ReadPage
  private let context: ReadingContext
  private let redactor: Redactor?
  private var identity: RowIdentity
  /// The columns that read nothing of a data file's header.
  private let missing: Set<String>

  private var page: Page { read.page }

  /// - Parameter locale: what the source's values are written by, where the config says so.
  init(_ rule: TableRule, on read: ReadPage, locale: String?, _ redactor: Redactor?) {
    self.redactor = redactor
    self.rule = rule
    self.read = read
    context = ReadingContext(
      base: read.page.webAddress, locale: locale ?? read.page.language, reference: reference(of: read.page))
    identity = RowIdentity(rule, on: read, base: context.base)
    missing = MissingFields(of: read).columns(of: rule)
  }

  /// Adds the row, or a reject.
  mutating func read(_ origin: Origin) throws(Failure) {
    let written = rule.columns.map { cell(of: $0, from: origin) }
    let cells = zip(rule.columns, written).map { column, cell in
      guard let redaction = column.redaction, let redactor else { return cell }
      return redactor.redacted(cell, by: redaction)
    }
    let id = identity.id(of: origin, cells: cells)
    let provenance = page.provenance.of(origin)
    var isKept = true
    for (column, cell) in zip(rule.columns, cells) {
      guard var problem = try problem(with: cell, of: column) else { continue }
      problem.location.address = provenance.address
      diagnostics.append(problem)
      if problem.severity == .reject {
        isKept = false
        if column.onError == .quarantine { quarantine(origin, for: problem, provenance) }
        break
      }
    }
    guard isKept else {
      rejectedRows += 1
      return
    }
    records.append(
      Record(id: id, pageID: page.id, ordinal: records.count, cells: cells, provenance: provenance))
  }

  /// The cell of the first field that says something readable, else of the first that says anything.
  private func cell(of column: ColumnRule, from origin: Origin) -> Cell {
    var context = context
    context.options = column.options
    if let locale = column.options.locale { context.locale = locale }
    var unreadable: Cell?
    for field in column.from {
      var cell = column.type.type.cell(origin.field(field, on: read), in: context)
      guard let rule = cell.rule, cell.values.contains(where: { $0 != .null }) else {
        if cell.flag != nil, unreadable == nil { unreadable = cell }
        continue
      }
      if column.from.count > 1 { cell.rule = "\(rule) of \(field)" }
      return cell
    }
    return unreadable ?? column.type.type.cell(nil, in: context)
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

  /// What is wrong with a cell: that it can't be read, or that it has to be there and isn't.
  private func problem(with cell: Cell, of column: ColumnRule) throws(Failure) -> Diagnostic? {
    guard cell.values.allSatisfy({ $0 == .null }) else { return nil }
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

/// What relative times on a page count from: its own date, else when it was fetched.
private func reference(of page: Page) -> Timestamp {
  let written = TimestampColumn.cell(page.date(.published), in: ReadingContext()).values.first
  guard case .text(let moment)? = written else { return page.provenance.fetchedAt }
  return Timestamp(iso: moment) ?? page.provenance.fetchedAt
}
