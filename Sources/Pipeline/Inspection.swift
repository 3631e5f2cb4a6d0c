package import JSONText
import Normalize
package import Records
import Settings
package import Store

/// What one stage knows of one thing: a verdict, and lines that say how it came about.
package struct Finding: Hashable, Sendable {
  package var stage: Stage
  /// One or a few words, such as `document`, `rejected` or `copy`.
  package var verdict: String
  package var lines: [String]

  /// As `--format json` shows it.
  package var json: JSON {
    .members([
      "stage": .string(stage.rawValue), "verdict": .string(verdict), "details": .array(lines.map { .string($0) }),
    ])
  }
}

/// A thing that was asked for, in every stage that knows it.
package struct Trace: Hashable, Sendable {
  /// What it is, such as `document 3f…` or `record 9a… of job_postings`.
  package var title: String
  package var findings: [Finding]

  package var json: JSON {
    .members(["thing": .string(title), "stages": .array(findings.map(\.json))])
  }
}

/// Looks into the stores for people; changes nothing.
package struct Inspector: Sendable {
  let project: Project

  package init(_ project: Project) { self.project = project }

  /// Calls `body` with each thing that a stage holds; for load with each published table.
  package func browse(_ stage: Stage, _ body: (StoredRow) throws -> Void) throws {
    if stage == .load {
      for (table, rows) in try publishedCounts("\(project.out.current)/analytics.sqlite") {
        try body(StoredRow(names: ["table", "rows"], values: [.text(table), .integer(Int64(rows))]))
      }
      return
    }
    guard let store = try StageStore(reading: stage, in: project.out.stages) else {
      throw Failure("inspect.nothing", "\(stage.rawValue) has not run yet", remedy: "Run `sluice run` first.")
    }
    defer { try? store.close() }
    try store.browse(body)
  }

  /// Everything the stages know of what `name` names: an id, a beginning of one, an address, a path, TABLE:KEY, or a data
  /// file's row by the file's address with `#L` and the line, or `#` and the row's name.
  ///
  /// Throws `inspect.unknown` or `inspect.ambiguous`, which lists what it could be.
  package func trace(_ name: String) throws(Failure) -> Trace {
    if isLine(name) { return try traceRecord(name, tables: project.tables, asked: name, column: "source_address") }
    if let (table, key) = tableAndKey(name) { return try traceRecord(key, tables: [table], asked: name) }
    let files = try open(.fetch)?.files(named: name) ?? []
    if !files.isEmpty { return try traceDocument(files, asked: name) }
    let isRow = name.contains("#") && project.sourceNames.contains(String(name.prefix { $0 != ":" }))
    return try traceRecord(name, tables: project.tables, asked: name, column: isRow ? "source_address" : nil)
  }

  /// The id of the one document that `name` names; throws as `trace` does.
  package func documentID(_ name: String) throws(Failure) -> String {
    let files = try open(.fetch)?.files(named: name) ?? []
    let ids = Set(files.compactMap { $0.text("document_id") })
    guard let id = ids.first else {
      throw Failure(
        "inspect.unknown", "no document is called \"\(name)\"", remedy: "`sluice inspect fetch` lists them.")
    }
    guard ids.count == 1 else { throw ambiguous(name, ids.sorted()) }
    return id
  }

  /// Whether it ends as the address of a data file's row does.
  private func isLine(_ name: String) -> Bool {
    guard let mark = name.lastIndex(of: "#") else { return false }
    let line = name[mark...].dropFirst()
    return line.first == "L" && Int(line.dropFirst()) != nil
  }

  private func tableAndKey(_ name: String) -> (NormalizeTable, String)? {
    guard let colon = name.firstIndex(of: ":") else { return nil }
    return project.tables.first { $0.name.value == name[..<colon] }.map {
      ($0, String(name[name.index(after: colon)...]))
    }
  }

  func open(_ stage: Stage, prior: Stage? = nil) throws(Failure) -> StageStore? {
    guard project.stages.contains(stage) else { return nil }
    return try StageStore(reading: stage, in: project.out.stages, prior: prior)
  }

  /// The column by whose values a table's records can be asked for.
  func keyColumn(_ table: String) -> String? {
    guard let rule = project.tables.first(where: { $0.name.value == table })?.rule else { return nil }
    return rule.key.first.flatMap { name in
      rule.schema.columns.first { $0.name == name }?.physical.first?.name
    }
  }

  private func traceDocument(_ files: [StoredRow], asked: String) throws(Failure) -> Trace {
    let ids = Set(files.compactMap { $0.text("document_id") })
    guard ids.count == 1, let id = ids.first else {
      throw ambiguous(asked, files.map { "\($0.text("document_id") ?? "") \($0.text("address") ?? "")" })
    }
    var findings = try traceFiles(id)
    findings += try traceInput(id)
    let parts = try open(.clean)?.parts(of: id) ?? []
    for table in project.tables {
      var rows = try open(.normalize)?.recordsIfPresent(table: table.name.value, page: id) ?? []
      var count = rows.count
      for part in parts {
        if rows.count <= 5 { rows += try open(.normalize)?.recordsIfPresent(table: table.name.value, page: part) ?? [] }
        count += try open(.normalize)?.recordCount(table: table.name.value, page: part) ?? 0
      }
      if rows.count > 3 {
        findings.append(traceRows(rows, table: table.name.value, count: max(count, rows.count)))
      } else {
        for row in rows { findings += try traceRow(row, table: table.name.value) }
      }
    }
    return Trace(title: "document \(id)", findings: findings)
  }

  private func traceRecord(
    _ key: String, tables: [NormalizeTable], asked: String, column named: String? = nil
  ) throws(Failure) -> Trace {
    var found: [(table: String, row: StoredRow)] = []
    for table in tables {
      let column = named ?? keyColumn(table.name.value)
      for row in try open(.normalize)?.recordsIfPresent(table: table.name.value, named: key, column: column) ?? [] {
        found.append((table.name.value, row))
      }
    }
    guard let first = found.first else {
      throw Failure(
        "inspect.unknown", "no document and no record is called \"\(asked)\"",
        remedy: "Give an id, the beginning of one (4 characters or more), an address, a path, or TABLE:KEY; "
          + "`sluice inspect fetch` lists documents, `sluice inspect normalize` records.")
    }
    let ids = Set(found.map { "\($0.table):\($0.row.text("id") ?? "")" })
    guard ids.count == 1 else {
      throw ambiguous(
        asked, found.map { "\($0.table):\($0.row.text("id") ?? "") \($0.row.text("source_address") ?? "")" })
    }
    var findings: [Finding] = []
    for (table, row) in found {
      let page = row.text("page_id") ?? ""
      let document = try open(.clean)?.document(ofPart: page) ?? page
      findings += try traceFiles(document) + traceInput(document, part: page == document ? nil : (page, row))
      findings += try traceRow(row, table: table)
    }
    return Trace(title: "record \(first.row.text("id") ?? "") of \(first.table)", findings: findings)
  }

  private func ambiguous(_ asked: String, _ choices: [String]) -> Failure {
    Failure(
      "inspect.ambiguous", "\"\(asked)\" names several things: \(choices.prefix(10).joined(separator: "; "))",
      remedy: "Give more of the id.")
  }
}
