import Foundation
import JSONText
import TestSupport

/// All that a project's `current` shows, in a form that can be compared.
struct PublishedOutputs: Equatable {
  /// The bytes of each file that no run's number or time is in, by its path; report.html has both.
  var files: [String: [UInt8]] = [:]
  /// The tables of analytics.sqlite, definitions and rows, but for `_runs`, which says when and how long, and
  /// `changes`, which says what was published before.
  var database: String

  /// Reads them; throws if there are none. Tables whose name has that ending are left out.
  init(_ project: SampleProject, leavingOut ending: String? = nil) throws {
    func isWanted(_ table: some StringProtocol) -> Bool {
      guard let ending else { return table != "_runs" && table != "changes" }
      // The dictionary shows examples of all tables, those that are left out among them.
      return !table.hasSuffix(ending) && !["_runs", "changes", "_columns", "dictionary", "datapackage"].contains(table)
    }
    let run = try JSONNode(parsing: try project.folder.readBytes("out/current/run.json")).plain
    for name in run["files"]?.elements.compactMap(\.text) ?? []
    where !name.hasSuffix(".sqlite") && name != "report.html" {
      let table = name.split(separator: "/").last?.split(separator: ".").first ?? ""
      if isWanted(table) { files[name] = try project.folder.readBytes("out/current/\(name)") }
    }
    database = try tableDump(project.folder.path("out/current/analytics.sqlite")) {
      // Two of FTS5's own tables have no row numbers to go by; what they say follows from the others.
      isWanted($0) && !$0.hasSuffix("_search_config") && !$0.hasSuffix("_search_idx")
    }
  }
}

extension SampleProject {
  /// The members of published clusters without the clusters' ids, which depend on what they were called before.
  func members(_ table: String) throws -> [[String: String]] {
    try rows("\(table)_duplicates").map { $0.filter { $0.key != "cluster_id" } }
      .sorted { ($0["id"] ?? "", $0["source_address"] ?? "") < ($1["id"] ?? "", $1["source_address"] ?? "") }
  }

  /// The rows of a published CSV file, each a value by column.
  func rows(_ table: String) throws -> [[String: String]] {
    var lines = commaSeparated(try folder.read("out/current/csv/\(table).csv"))
    let header = lines.removeFirst()
    return lines.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// One column of a published CSV file, sorted.
  func column(_ column: String, of table: String) throws -> [String] {
    try rows(table).map { $0[column] ?? "no such column" }.sorted()
  }

  /// What `current` points to; nil where there is none.
  var current: String? { try? FileManager.default.destinationOfSymbolicLink(atPath: folder.path("out/current")) }

  /// What is wrong with `current`: everything run.json speaks of must be there, as many rows as it says.
  func faultsOfCurrent() throws -> [String] {
    guard current != nil else { return [] }
    let run = try JSONNode(parsing: try folder.readBytes("out/current/run.json")).plain
    let database = folder.path("out/current/analytics.sqlite")
    var faults: [String] = []
    if try firstValue("PRAGMA integrity_check", in: database) != "ok" { faults.append("the database is damaged") }
    for table in run["tables"]?.elements ?? [] {
      let name = table["table"]?.text ?? ""
      let promised = table["rows"]?.integer ?? -1
      let written = try rows(name).count
      let stored = try firstValue("SELECT count(*) FROM \"\(name)\"", in: database)
      if written != promised { faults.append("\(name).csv has \(written) rows, not \(promised)") }
      if stored != String(promised) { faults.append("the table \(name) has \(stored ?? "no") rows, not \(promised)") }
    }
    if run["tables"]?.elements.isEmpty ?? true { faults.append("run.json names no tables") }
    return faults
  }
}

/// The fields of CSV by RFC 4180 with LF at line ends.
private func commaSeparated(_ text: String) -> [[String]] {
  var lines: [[String]] = []
  var line: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  var previous: UInt8 = 0
  for byte in text.utf8 {
    switch (byte, isQuoted) {
    case (34, true): isQuoted = false
    case (34, false):
      // A second quote in a row stands for one; the opening one follows a comma, a line end or nothing.
      if previous == 34 { field.append(34) }
      isQuoted = true
    case (44, false), (10, false):
      line.append(String(decoding: field, as: UTF8.self))
      field.removeAll()
      if byte == 10 {
        lines.append(line)
        line.removeAll()
      }
    default: field.append(byte)
    }
    previous = byte
  }
  return lines
}
