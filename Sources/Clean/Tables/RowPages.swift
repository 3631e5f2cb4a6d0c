package import Formats
import JSONText
package import Records

/// Makes pages of the rows of a data file, whose bytes come piece by piece.
///
/// A page holds at most `rowsOfPage` rows, so that neither making nor reading one takes memory for the whole file.
package struct RowPages {
  /// How many rows a page holds at most.
  private static let rowsOfPage = 500
  /// How many bytes of values a page holds, but for its last row.
  private static let bytesOfPage = 1 << 20
  /// How many rejected rows are told of one by one.
  private static let listedRejects = 1000

  private let document: Document
  private let key: String?
  private var decoder: PieceDecoder
  private var source: any RowSource
  private var fields: FieldTally
  private var repeats = RowRepeats()
  private var diagnostics: [Diagnostic] = []
  private var rows = 0
  private var rejected = 0
  private var pages = 0
  private var isEnded = false
  private var part = Part()

  /// The page that is being filled.
  private struct Part {
    var rows: [PageRows.Row] = []
    var bytes = 0
    /// The fields of objects, in the order in which they came up.
    var names: [String] = []
    var places: [String: Int] = [:]
  }

  /// - Parameter encoding: the label of the bytes' encoding, as a survey of the whole file tells it.
  package init(_ document: Document, _ options: RowOptions, encoding: String) {
    self.document = document
    key = options.key ?? (document.kind == .feed ? "id" : nil)
    decoder = PieceDecoder(encoding)
    switch document.kind {
    case .json: source = JSONRows(path: options.rows)
    case .jsonLines: source = JSONLines()
    case .feed: source = FeedRows(charsetHint: document.charset)
    default: source = CSVTable(options.csv)
    }
    fields = FieldTally()
  }

  /// Adds bytes of the file.
  package mutating func append(_ bytes: [UInt8]) { source.append(isFeed ? bytes : decoder.decode(bytes)) }

  /// A feed says its encoding itself.
  private var isFeed: Bool { document.kind == .feed }

  /// Says that no more bytes follow.
  package mutating func finish() {
    if !isFeed { source.append(decoder.decode([], isLast: true)) }
    source.finish()
  }

  /// The next page that is full, or the last one; nil where it takes more bytes, and at the end.
  package mutating func next() -> Page? {
    while !isEnded {
      switch source.next() {
      case .needsBytes: return nil
      case .end:
        isEnded = true
        fields.name(source.fields ?? [])
        return part.rows.isEmpty ? nil : takePage()
      case .fault(let fault): reject(fault)
      case .row(let row): add(row)
      case .object(let line, let members): add(members, line: line)
      }
      if part.rows.count == RowPages.rowsOfPage || part.bytes >= RowPages.bytesOfPage { return takePage() }
    }
    return nil
  }

  /// What the file gave as a whole, once every page was taken.
  package var summary: RowSummary {
    var summary = RowSummary(rows: rows, rejected: rejected, fields: fields.fields, diagnostics: diagnostics)
    summary.diagnostics += remarks
    return summary
  }

  private var remarks: [Diagnostic] {
    var remarks: [Diagnostic] = []
    func remark(_ severity: Diagnostic.Severity, _ code: String, _ count: Int, _ text: String) {
      if count > 0 { remarks.append(Diagnostic(severity, code, "\(count) \(text).", at: place(nil))) }
    }
    let more = rejected - RowPages.listedRejects
    remark(.reject, "clean.rows-unread", more, "more rows can't be read either")
    remark(.warn, "clean.lines-skipped", source.notes.titles, "lines above the header are passed over")
    remark(.warn, "clean.lines-skipped", source.notes.comments, "lines that begin with # are taken for comments")
    remark(.warn, "clean.replaced-characters", decoder.replacements, "bytes are no characters and became U+FFFD")
    if (source as? CSVTable)?.header?.isMended == true {
      let names = source.fields?.joined(separator: ", ") ?? ""
      remarks.append(
        Diagnostic(
          .warn, "clean.header-mended", "Names of the header stand twice or are missing; they are read as \(names).",
          at: place(nil), remedy: "Columns read them by these names."))
    }
    return remarks
  }

  private func place(_ fault: RowFault?) -> Diagnostic.Location {
    .init(source: document.source, address: document.address, line: fault?.line, column: fault?.column)
  }

  private mutating func reject(_ fault: RowFault) {
    rows += 1
    rejected += 1
    guard rejected <= RowPages.listedRejects else { return }
    diagnostics.append(
      Diagnostic(
        .reject, "clean.row-unread", "This row can't be read: \(fault.message).", at: place(fault),
        remedy: "Mend the file; the rows around it are read."))
  }

  private mutating func add(_ row: DataRow) {
    if part.names.isEmpty { part.names = source.fields ?? [] }
    fields.count(row.cells, of: part.names)
    add(PageRows.Row(line: row.line, values: row.cells))
  }

  private mutating func add(_ members: [JSON.Member], line: Int) {
    fields.count(members)
    var values = [String?](repeating: nil, count: part.names.count)
    for member in members {
      guard let place = part.places[member.name] else {
        part.places[member.name] = part.names.count
        part.names.append(member.name)
        values.append(member.value.cell)
        continue
      }
      values[place] = member.value.cell
    }
    add(PageRows.Row(line: line, values: values))
  }

  private mutating func add(_ row: PageRows.Row) {
    rows += 1
    var row = row
    row.repeats = repeats.count(row.values, of: part.names)
    part.rows.append(row)
    part.bytes += row.values.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
  }

  private mutating func takePage() -> Page {
    pages += 1
    var taken = part
    part = Part()
    for place in taken.rows.indices {
      let missing = taken.names.count - taken.rows[place].values.count
      taken.rows[place].values += [String?](repeating: nil, count: missing)
    }
    var page = Page(
      id: Identity.part(document: document.id, number: pages), provenance: Provenance(of: document))
    page.rows = PageRows(fields: taken.names, hasHeader: source.fields != nil, rows: taken.rows, key: key)
    return page
  }
}

/// What a data file gave as a whole.
package struct RowSummary: Hashable, Sendable {
  /// How many rows it has, with those that can't be read.
  package var rows: Int
  package var rejected: Int
  /// Its fields, with how many rows say something in each.
  package var fields: [FieldTally.Field]
  package var diagnostics: [Diagnostic]
}
