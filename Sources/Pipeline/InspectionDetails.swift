import Clean
import Dedupe
import Foundation
import Normalize
import Records
import Settings
import Store

extension Inspector {
  /// What fetch knows of a document: each file that has its address.
  func traceFiles(_ id: String) throws(Failure) -> [Finding] {
    guard let store = try open(.fetch) else { return [] }
    defer { try? store.close() }
    var findings: [Finding] = []
    for file in try store.files(named: id) {
      var lines = [
        "source \(file.text("source") ?? ""), file \(file.text("path") ?? "")",
        "address \(file.text("address") ?? "")",
        "\(file.text("kind") ?? ""), \(file.text("byte_count") ?? "0") bytes, first seen \(file.text("fetched_at") ?? "")",
        "sha256 \(file.text("content_sha256") ?? "")",
      ]
      let outcome = file.text("outcome") ?? ""
      if outcome == "same-address" {
        lines.append("rule fetch.same-address: an earlier source or path has this address")
      }
      lines += try store.diagnostics(of: "\(file.text("source") ?? ""):\(file.text("path") ?? "")").map(\.description)
      findings.append(Finding(stage: .fetch, verdict: outcome, lines: lines))
    }
    return findings
  }

  /// What clean and normalize made of a document or page as a whole; of a data file with the one row that is asked for.
  func traceInput(_ id: String, part: (page: String, record: StoredRow)? = nil) throws(Failure) -> [Finding] {
    var findings: [Finding] = []
    guard try open(.fetch)?.document(id: id) != nil else { return [] }
    if let store = try open(.clean) {
      defer { try? store.close() }
      let input = try store.input(id: id)
      let diagnostics = try store.diagnostics(of: id).map(\.description)
      if let page = try store.page(id: id) {
        findings.append(Finding(stage: .clean, verdict: "page", lines: lines(page) + diagnostics))
      } else if let table = try store.table(of: id) {
        var lines = [
          "\(table.rows) rows, \(table.rejected) of them rejected", "fields \(table.fields.joined(separator: ", "))",
        ]
        if let part, let page = try store.page(id: part.page) { lines += written(part.record, on: page) }
        findings.append(Finding(stage: .clean, verdict: "table", lines: lines + diagnostics.prefix(10)))
      } else if input != nil {
        findings.append(Finding(stage: .clean, verdict: "rejected", lines: diagnostics))
      } else {
        findings.append(Finding(stage: .clean, verdict: "not worked on", lines: ["`sluice run` brings it up to date"]))
      }
    }
    if let store = try open(.normalize) {
      defer { try? store.close() }
      let place = part?.record.text("source_address") ?? ""
      let diagnostics = try store.diagnostics(of: part?.page ?? id)
        .filter { part == nil || $0.location.address == place }.map(\.description)
      if !diagnostics.isEmpty { findings.append(Finding(stage: .normalize, verdict: "messages", lines: diagnostics)) }
    }
    return findings
  }

  /// A data file's row as written, found by what stands behind `#` in the record's address.
  private func written(_ record: StoredRow, on page: Page) -> [String] {
    let address = record.text("source_address") ?? ""
    guard let rows = page.rows, let row = rows.rows.first(where: { address.hasSuffix("#" + rows.mark(of: $0)) })
    else { return [] }
    return ["line \(row.line):"]
      + zip(rows.fields, row.values).compactMap { field, value in value.map { "  \(field) \"\(shortened($0))\"" } }
  }

  private func lines(_ page: Page) -> [String] {
    var lines: [String] = []
    if let title = page.title { lines.append("title \"\(shortened(title))\" (rule \(page.titleRule ?? "none"))") }
    if let language = page.language { lines.append("language \(language)") }
    for date in page.dates { lines.append("\(date.role.rawValue) \"\(shortened(date.text))\" (rule \(date.rule))") }
    if let address = page.canonicalAddress { lines.append("canonical address \(address)") }
    let kinds = Page.Block.Kind.allCases.compactMap { kind in
      let count = page.blocks.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    lines.append("\(page.blocks.count) blocks (\(kinds.joined(separator: ", "))), \(page.links.count) links")
    if let first = page.blocks.first { lines.append("begins \"\(shortened(first.text))\"") }
    if let line = summary(page.posts, "posts") { lines.append(line) }
    if let line = summary(page.comments, "comments") { lines.append(line) }
    for name in project.clean.items.map(\.name.value) {
      let count = page.items.count { $0.name == name }
      if count > 0 { lines.append("\(count) \(name)") }
    }
    return lines
  }

  /// How many posts there are, how many name author and date, what said so, and how the first begins.
  private func summary(_ posts: [Page.Post], _ name: String) -> String? {
    guard let first = posts.first else { return nil }
    let (authors, dates) = (posts.count { $0.author != nil }, posts.count { $0.date != nil })
    let head = "\(posts.count) \(name), \(authors) with author, \(dates) with date (rule \(first.rule))"
    return head + ", the first \"\(shortened(first.text))\""
  }

  /// A record's cells, its cluster, and where it ended.
  func traceRow(_ row: StoredRow, table: String) throws(Failure) -> [Finding] {
    guard let schema = project.schemas.first(where: { $0.name == table }) else { return [] }
    let id = row.text("id") ?? ""
    var lines = ["table \(table), id \(id)"]
    for column in schema.columns { lines += cell(column, row) }
    var findings = [Finding(stage: .normalize, verdict: "record", lines: lines)]
    let reference = RecordReference(
      id: id, pageID: row.text("page_id") ?? "", ordinal: Int(row.text("ordinal") ?? "") ?? 0)
    let members = try traceCluster(reference, table: table, &findings)
    let survivor = members.first { $0.survives }
    findings.append(try traceLoad(reference, table: table, survivor: survivor))
    return findings
  }

  /// Many rows of one page in one table, too many to follow each.
  func traceRows(_ rows: [StoredRow], table: String, count: Int) -> Finding {
    let ids = rows.prefix(5).compactMap { $0.text("id") }
    return Finding(
      stage: .normalize, verdict: "\(count) records",
      lines: [
        "table \(table), ids \(ids.joined(separator: ", "))\(count > 5 ? ", …" : "")",
        "`sluice inspect ID` follows one",
      ])
  }

  private func cell(_ column: TableSchema.Column, _ row: StoredRow) -> [String] {
    let values = column.physical.map { "\($0.name) = \(row.text($0.name).map { "\"\(shortened($0))\"" } ?? "null")" }
    var line = values.joined(separator: ", ")
    if let rule = row.text("\(column.name)_rule") { line += " (rule \(rule))" }
    if let flag = row.text("\(column.name)_flag") { line += " [\(flag)]" }
    if let raw = row.text("\(column.name)_raw"), raw != row.text(column.physical.first?.name ?? "") {
      line += " written \"\(shortened(raw))\""
    }
    return [line]
  }

  private func traceCluster(
    _ record: RecordReference, table: String, _ findings: inout [Finding]
  ) throws(Failure) -> [ClusterMember] {
    guard project.dedupeRules.contains(where: { $0.table == table }), let store = try open(.dedupe) else { return [] }
    defer { try? store.close() }
    let members = try store.cluster(table: table, of: record)
    guard let mine = members.first(where: { $0.record == record }) else {
      let reasons = InspectionReasons(inspector: self, store: store, table: table)
      let lines = ["no other record of \(table) is the same by its rules"]
      findings.append(
        Finding(stage: .dedupe, verdict: "alone", lines: try lines + reasons.variantLines(of: record.id)))
      return []
    }
    let reasons = InspectionReasons(inspector: self, store: store, table: table)
    let lines = try reasons.lines(of: mine, in: members)
    findings.append(Finding(stage: .dedupe, verdict: mine.survives ? "survivor" : "copy", lines: lines))
    return members
  }

  private func traceLoad(
    _ record: RecordReference, table: String, survivor: ClusterMember?
  ) throws(Failure) -> Finding {
    let path = "\(project.out.current)/analytics.sqlite"
    let run = project.out.currentRun ?? ""
    guard let isThere = try isPublished(path, table: table, id: record.id) else {
      return Finding(stage: .load, verdict: "not published", lines: ["nothing is published yet"])
    }
    if let survivor, survivor.record != record {
      return Finding(
        stage: .load, verdict: "copy",
        lines: ["stands in \(table)_duplicates of run \(run); \(table) has \(survivor.record.id)"])
    }
    return isThere
      ? Finding(stage: .load, verdict: "published", lines: ["table \(table) of run \(run)"])
      : Finding(
        stage: .load, verdict: "not published",
        lines: ["the current run \(run) does not have it: `sluice run` brings it up to date"])
  }

  func shortened(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count > 100 ? line.prefix(100) + "…" : line
  }
}

extension StageStore {
  /// The records of a page in a table that may not have been made yet.
  func recordsIfPresent(table: String, page: String) throws(Failure) -> [StoredRow] {
    try recordTables().contains(table) ? records(table: table, page: page) : []
  }

  func recordsIfPresent(table: String, named name: String, column: String?) throws(Failure) -> [StoredRow] {
    try recordTables().contains(table) ? records(table: table, named: name, column: column) : []
  }
}
