import Records
import Settings

/// Columns that read fields which a data file's header doesn't have.
struct MissingFields {
  private let page: Page
  private let rows: DataFileRows?

  init(of read: ReadPage) {
    page = read.page
    rows = read.rows
  }

  /// The columns of a table that reads nothing but this source, where the file has a header and no field of them; a
  /// table of several origins may have columns for each.
  func columns(of table: TableRule) -> Set<String> {
    guard let rows, rows.rows.hasHeader, table.from == [page.provenance.source] else { return [] }
    return Set(table.columns.filter { column in !column.from.contains { rows.has($0) || isPages($0) } }.map(\.name))
  }

  /// A warning for each, once a file; throws where the column's rule says that it stops the run.
  func problems(of table: TableRule) throws(Failure) -> [Diagnostic] {
    guard let document = rows.map({ _ in Identity.document(address: page.provenance.address) }),
      page.id == Identity.part(document: document, number: 1)
    else { return [] }
    let missing = columns(of: table)
    var warnings: [Diagnostic] = []
    for column in table.columns where missing.contains(column.name) {
      switch column.onError {
      case .null: warnings.append(diagnostic(of: column, in: table, .warn))
      case .stop: throw Failure(diagnostic(of: column, in: table, .fatal))
      case .ignore, .reject, .quarantine: break
      }
    }
    return warnings
  }

  /// What is wrong, with the nearest field there is.
  func diagnostic(of column: ColumnRule, in table: TableRule, _ severity: Diagnostic.Severity) -> Diagnostic {
    let fields = rows?.rows.fields ?? []
    let near = column.from.lazy.compactMap { nearestName(to: $0, among: fields) }.first
    return Diagnostic(
      severity, "normalize.field-missing",
      "The header has no \(column.from.map { "\"\($0)\"" }.joined(separator: ", ")), which \(table.table).\(column.name) reads"
        + (near.map { "; there is \"\($0)\"." } ?? "."),
      at: .init(
        source: page.provenance.source, address: page.provenance.address, record: "\(table.table).\(column.name)"),
      remedy: "The header has: \(fields.prefix(30).joined(separator: ", ")).")
  }

  private func isPages(_ field: String) -> Bool { field.hasPrefix(Origin.pagePrefix) }
}

extension Provenance {
  /// The provenance of what is read from `origin`: a data file's row has its name or line behind the file's address.
  func of(_ origin: Origin) -> Provenance {
    guard case .row(let row) = origin else { return self }
    var own = self
    own.address += "#\(row.mark)"
    return own
  }
}
