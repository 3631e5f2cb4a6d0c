import Fetch
import Normalize
import Records
import Settings
import Store

/// What the fields of data files must be before anything is published: those that columns read are still there.
struct FieldChecks {
  let project: Project
  private let tables: [SourceTable]

  /// Reads the fields of every source's data files from clean's store.
  init(_ project: Project) throws(Failure) {
    self.project = project
    guard let store = try StageStore(reading: .clean, in: project.out.stages) else {
      tables = []
      return
    }
    defer { try? store.close() }
    tables = try store.sourceTables()
  }

  /// How many rows each source has, and how many say something in each field, by name as the ledger keeps them.
  var yields: [String: Int] {
    var yields: [String: Int] = [:]
    for table in tables {
      yields["rows \(table.source)"] = table.rows
      for (field, rows) in table.fields { yields["field \(table.source).\(field)"] = rows }
    }
    return yields
  }

  /// Everything that differs from what the last publish knew, and columns that no file has a field for.
  ///
  /// - Parameter before: `yields` of the last publish; empty before the first.
  func problems(before: [String: Int]) -> [Diagnostic] {
    tables.flatMap { table in
      gone(table, before) + unread(table) + vanished(table, before) + new(table, before) + rejects(table)
    }
  }

  /// The fields a table's columns read from a source.
  private func columns(reading source: String) -> [(table: NormalizeTable, column: ColumnRule)] {
    project.tables.filter { $0.rule.from.contains(source) }.flatMap { table in
      table.rule.columns.map { (table, $0) }
    }
  }

  /// Fields that columns read, that said something at the last publish and that no row has now.
  private func gone(_ table: SourceTable, _ before: [String: Int]) -> [Diagnostic] {
    columns(reading: table.source).flatMap { declared, column -> [Diagnostic] in
      guard !declared.mayBeEmpty, table.rows > 0 else { return [] }
      return column.from.map(FieldChecks.path).filter { field in
        before["field \(table.source).\(field)", default: 0] > 0 && table.fields[field] == nil
      }.map { missing($0, column, declared, table, "which \(declared.name.value).\(column.name) reads, is gone") }
    }
  }

  /// Columns of tables that read only data files, of which no file has a field.
  private func unread(_ table: SourceTable) -> [Diagnostic] {
    let sources = tables.map(\.source)
    return columns(reading: table.source).compactMap { declared, column in
      // Told once, by the first of the sources it reads.
      guard !declared.mayBeEmpty, table.rows > table.rejected, declared.rule.from.first == table.source,
        declared.rule.from.allSatisfy(sources.contains)
      else { return nil }
      let present = tables.filter { declared.rule.from.contains($0.source) }.flatMap(\.fields.keys)
      let wanted = column.from.filter { !$0.hasPrefix(Origin.pagePrefix) }
      guard !wanted.isEmpty, wanted.count == column.from.count,
        !wanted.contains(where: { present.contains(FieldChecks.path($0)) })
      else { return nil }
      return missing(
        wanted[0], column, declared, table, "which \(declared.name.value).\(column.name) reads, stands in no file")
    }
  }

  private func missing(
    _ field: String, _ column: ColumnRule, _ declared: NormalizeTable, _ table: SourceTable, _ what: String
  ) -> Diagnostic {
    let near = nearestName(to: field, among: table.fields.keys.sorted()).map { "; there is \"\($0)\"" } ?? ""
    return Diagnostic(
      .fatal, "run.field-gone", "the field \"\(field)\", \(what)\(near)",
      at: .init(source: table.source, record: "\(declared.name.value).\(column.name)"),
      remedy: "Mend the column's \"from\", or bring the files with that field back; \"allow_empty\": true lets it pass."
    )
  }

  /// A source whose files lost too many rows.
  private func vanished(_ table: SourceTable, _ before: [String: Int]) -> [Diagnostic] {
    guard let source = project.fetch.sources.first(where: { $0.name.value == table.source }) else { return [] }
    let published = before["rows \(table.source)", default: 0]
    guard source.maxVanished.isExceeded(by: max(0, published - table.rows), of: published) else { return [] }
    return [
      Diagnostic(
        source.isRequired ? .fatal : .warn, "run.rows-vanished",
        "the files had \(published) rows at the last publish and have \(table.rows), fewer than max_vanished "
          + "(\(source.maxVanished)) allows",
        at: .init(source: table.source),
        remedy: "Look whether a file was cut off; raise \"max_vanished\" of this source if the rows went on purpose.")
    ]
  }

  /// Fields that the last publish didn't know and that no column reads; a table whose contract is `freeze` refuses them.
  private func new(_ table: SourceTable, _ before: [String: Int]) -> [Diagnostic] {
    guard before["rows \(table.source)"] != nil else { return [] }
    let readers = project.tables.filter { $0.rule.from.contains(table.source) }
    let read = Set(columns(reading: table.source).flatMap { $0.column.from.map(FieldChecks.path) })
    return table.fields.keys.sorted().filter {
      before["field \(table.source).\($0)"] == nil && !read.contains($0)
    }.map { field in
      let frozen = readers.first { $0.contract == .freeze }?.name.value
      return Diagnostic(
        frozen == nil ? .warn : .fatal, "run.field-new",
        "the field \"\(field)\" is new in \(table.fields[field] ?? 0) of \(table.rows) rows, and no column reads it"
          + (frozen.map { "; the contract of \($0) is freeze" } ?? ""),
        at: .init(source: table.source), remedy: "Declare a column for it if it matters.")
    }
  }

  /// A source of whose rows more can't be read than `max_rejects` allows.
  private func rejects(_ table: SourceTable) -> [Diagnostic] {
    guard project.settings.maxRejects.isExceeded(by: table.rejected, of: table.rows) else { return [] }
    return [
      Diagnostic(
        .fatal, "run.too-many-rejects",
        "\(table.rejected) of \(table.rows) rows can't be read, more than max_rejects (\(project.settings.maxRejects))",
        at: .init(source: table.source),
        remedy: "`sluice rejects` lists them with their lines; mend the files, or raise \"max_rejects\".")
    ]
  }

  /// A column's field as clean counts fields: up to the first place in an array.
  private static func path(_ field: String) -> String {
    field.firstIndex(of: "[").map { String(field[..<$0]) } ?? field
  }
}
