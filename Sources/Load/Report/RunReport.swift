package import Records
package import Store

/// All that a report says of one run.
package struct RunReport: Sendable {
  /// What run.json says of the run.
  package struct Run: Hashable, Sendable {
    package var pipeline: String
    package var id: String
    package var number: Int
    package var startedAt: Timestamp
    package var program: String
    package var command: String
    /// The declared tables.
    package var tables: [String]
    package var stages: [StageNumbers]

    package init(
      pipeline: String, id: String, number: Int, startedAt: Timestamp, program: String, command: String,
      tables: [String], stages: [StageNumbers]
    ) {
      self.pipeline = pipeline
      self.id = id
      self.number = number
      self.startedAt = startedAt
      self.program = program
      self.command = command
      self.tables = tables
      self.stages = stages
    }
  }

  /// A declared table: what its columns and its groups of equal rows are like.
  package struct Table: Sendable {
    package var table: ReportedTable
    /// Every how many rows one was looked at; 1 for all.
    package var step: Int
    /// For each column what its values are like; nil where they are not to be shown.
    package var profiles: [ColumnProfile?]
    /// nil for a table without dedupe.
    package var clusters: ReportedClusters?
  }

  package var run: Run
  /// Every table of the database.
  package var all: [ReportedTable]
  /// The declared tables; none where they were not profiled.
  package var tables: [Table]
  package var reasons: [ReportedReason]
  package var checks: [ReportedCheck]
  package var changes: [ReportedChange]
  /// The publishes up to this one, the oldest first; empty where no history knows it.
  package var publishes: [EarlierPublish]
  /// The runs up to this one, the newest first.
  package var runs: [RunEntry]
}

extension RunReport {
  /// Rows of a table that are looked at for its profile, about.
  static let profiledRows = 10_000
  /// Publishes to compare with, and runs to list.
  package static let publishes = 30
  package static let runs = 14

  /// Reads the rest from the published database; `redacted` names for each table the columns whose values are not to
  /// be shown. Without `profiling` the tables are only counted.
  package init(
    run: Run, from database: PublishedDatabase, redacted: [String: Set<String>], publishes: [EarlierPublish],
    runs: [RunEntry], profiling: Bool
  ) throws(Failure) {
    self.run = run
    self.publishes = publishes
    self.runs = runs
    all = try database.reportedTables()
    reasons = try database.reportedReasons(samples: 3)
    checks = try database.reportedChecks(samples: 3)
    changes = try database.reportedChanges(kinds: 40, samples: 3)
    tables = []
    hide(redacted)
    guard profiling else { return }
    for name in run.tables {
      guard let table = all.first(where: { $0.name == name }) else { continue }
      tables.append(try Self.profile(table, of: all, in: database, hiding: redacted[name] ?? []))
    }
  }

  /// Takes out what rows with redacted columns say.
  private mutating func hide(_ redacted: [String: Set<String>]) {
    for place in checks.indices {
      guard let hidden = redacted[checks[place].table], !hidden.isEmpty else { continue }
      for sample in checks[place].samples.indices { checks[place].samples[sample].value = nil }
    }
    for place in changes.indices {
      guard let hidden = redacted[changes[place].table] else { continue }
      for sample in changes[place].samples.indices
      where hidden.contains(changes[place].samples[sample].column ?? "") {
        changes[place].samples[sample].before = nil
        changes[place].samples[sample].after = nil
      }
    }
  }

  private static func profile(
    _ table: ReportedTable, of all: [ReportedTable], in database: PublishedDatabase, hiding hidden: Set<String>
  ) throws(Failure) -> Table {
    let shown = table.columns.filter { !hidden.contains($0.name) }
    let step = max(1, table.rows / profiledRows)
    var profilers = shown.map { ColumnProfiler(isTruth: $0.type == "boolean") }
    try database.eachBatch(of: table.name, columns: shown.map(\.name), step: step) { batch in
      for place in profilers.indices { profilers[place].add(batch, column: place) }
    }
    let byName = Dictionary(zip(shown.map(\.name), profilers.map(\.profile))) { first, _ in first }
    var clusters: ReportedClusters?
    if all.contains(where: { $0.name == "\(table.name)_duplicates" }) {
      clusters = try database.reportedClusters(of: table.name, label: label(shown), examples: 3, members: 5)
    }
    return Table(table: table, step: step, profiles: table.columns.map { byName[$0.name] }, clusters: clusters)
  }

  /// The column that says what a row is called: a title or name, else the first text between the id and the source.
  private static func label(_ columns: [ReportedTable.Column]) -> String? {
    let texts = columns.dropFirst().prefix { $0.name != "source" }.filter { $0.type == "text" }.map(\.name)
    return ["title", "name"].first(where: texts.contains) ?? texts.first
  }
}
