import GRDB
package import Records

/// Dedupe's tables: every member of every cluster of two or more records, and one line for each table it has done.
enum ClusterTable {
  static let create = """
    CREATE TABLE clusters (
      table_name TEXT NOT NULL,
      cluster_id TEXT NOT NULL,         -- stays the same from run to run while the cluster lives
      survivor_id TEXT NOT NULL,
      record_id TEXT NOT NULL, page_id TEXT NOT NULL, ordinal INTEGER NOT NULL,   -- the member
      survives INTEGER NOT NULL,        -- 1 for the survivor
      members INTEGER NOT NULL,         -- of the cluster
      rule TEXT NOT NULL,               -- what joined the member to the cluster; "survivor" for the survivor
      similarity REAL NOT NULL,         -- by the rule; 1 for equal keys
      evidence TEXT NOT NULL,           -- the same in words
      PRIMARY KEY (table_name, page_id, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX clusters_by_cluster ON clusters (table_name, cluster_id);
    CREATE TABLE _tables (
      name TEXT PRIMARY KEY,
      input_digest TEXT NOT NULL,       -- of the records it was done on
      settings TEXT NOT NULL, program INTEGER NOT NULL,
      rows INTEGER NOT NULL, survivors INTEGER NOT NULL, copies INTEGER NOT NULL
    ) STRICT;

    """ + EvidenceTable.create

  static func insert(_ db: Database, _ member: ClusterMember, table: String) throws {
    let insert = try db.cachedStatement(sql: "INSERT INTO clusters VALUES (?,?,?,?,?,?,?,?,?,?,?)")
    try insert.execute(arguments: [
      table, member.clusterID, member.survivorID, member.record.id, member.record.pageID, member.record.ordinal,
      member.survives, member.members, member.rule, member.similarity, member.evidence,
    ])
  }

  /// The cluster's members that a row tells of.
  static func member(_ row: Row) -> ClusterMember {
    ClusterMember(
      record: RecordReference(id: row["record_id"], pageID: row["page_id"], ordinal: row["ordinal"]),
      clusterID: row["cluster_id"], survivorID: row["survivor_id"], survives: row["survives"],
      members: row["members"], rule: row["rule"], similarity: row["similarity"], evidence: row["evidence"])
  }
}

/// One record as dedupe reads it.
package struct RecordReference: Hashable, Sendable {
  package var id: String
  package var pageID: String
  package var ordinal: Int

  package init(id: String, pageID: String, ordinal: Int) {
    self.id = id
    self.pageID = pageID
    self.ordinal = ordinal
  }
}

/// One member of a cluster.
package struct ClusterMember: Hashable, Sendable {
  package var record: RecordReference
  package var clusterID: String
  package var survivorID: String
  package var survives: Bool
  /// How many members the cluster has.
  package var members: Int
  /// What joined it to the cluster.
  package var rule: String
  /// From 0 to 1; 1 for equal keys.
  package var similarity: Double
  /// What was equal, in words.
  package var evidence: String

  package init(
    record: RecordReference, clusterID: String, survivorID: String, survives: Bool, members: Int, rule: String,
    similarity: Double, evidence: String
  ) {
    self.record = record
    self.clusterID = clusterID
    self.survivorID = survivorID
    self.survives = survives
    self.members = members
    self.rule = rule
    self.similarity = similarity
    self.evidence = evidence
  }
}

/// How many records of a table went in, survived and were copies.
package struct DedupedCounts: Hashable, Sendable {
  package var rows: Int
  package var survivors: Int
  package var copies: Int

  package init(rows: Int, survivors: Int, copies: Int) {
    self.rows = rows
    self.survivors = survivors
    self.copies = copies
  }
}

/// A record of the stage before as dedupe reads it.
package struct PriorRecord: Sendable {
  package var reference: RecordReference
  /// The values of the columns that were asked for.
  package var values: [Value]
  package var fetchedAt: Timestamp
  package var source: String
  package var address: String

  /// The host of a web address, else the source.
  package var site: String {
    guard let scheme = address.firstRange(of: "://") else { return source }
    return String(address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" })
  }
}

extension PriorRecord {
  static func each(
    _ db: Database, table: String, columns: [TableSchema.PhysicalColumn], sources: [String],
    _ body: (PriorRecord) throws -> Void
  ) throws {
    let names = columns.map { ", \(quoted($0.name))" }.joined()
    let rank = sources.enumerated().map { "WHEN ? THEN \($0.offset)" }.joined(separator: " ")
    let order = sources.isEmpty ? "" : "CASE source \(rank) END, "
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, page_id, ordinal, fetched_at, source, source_address\(names) FROM prior.\(quoted(table))
        ORDER BY \(order)source_address, ordinal, id
        """, arguments: StatementArguments(sources))
    while let row = try rows.next() {
      try body(
        PriorRecord(
          reference: RecordReference(id: row[0], pageID: row[1], ordinal: row[2]),
          values: columns.indices.map { Value(row[6 + $0], columns[$0].storage) },
          fetchedAt: Timestamp(iso: row[3]) ?? Timestamp(seconds: 0), source: row[4], address: row[5]))
    }
  }
}

extension StageStore {
  /// Calls `body` with each record of a table of the stage before and the values of `columns` (physical names), in the
  /// order of appearance: the sources' order in the config, then address, then place on the page.
  package func eachPriorRecord(
    table: String, columns: [TableSchema.PhysicalColumn], sources: [String], _ body: (PriorRecord) throws -> Void
  ) throws(Failure) {
    try database.read { try PriorRecord.each($0, table: table, columns: columns, sources: sources, body) }
  }

  /// Whether a table's clusters were made from records of this digest under this fingerprint; the reason if not.
  package func clusterStaleness(
    table: String, digest: String, _ fingerprint: Fingerprint
  ) throws(Failure) -> Staleness? {
    try database.read { db in
      let sql = "SELECT input_digest, settings, program FROM _tables WHERE name = ?"
      guard let row = try Row.fetchOne(db, sql: sql, arguments: [table]) else { return .new }
      if row["input_digest"] != digest { return .inputChanged }
      if row["settings"] != fingerprint.settings { return .settingsChanged }
      return row["program"] != fingerprint.program ? .programChanged : nil
    }
  }

  /// Replaces a table's clusters and all that is known of them, in one transaction; `fill` adds what there is now.
  package func write(
    table: String, digest: String, _ fingerprint: Fingerprint, counts: DedupedCounts, warnings: [Diagnostic] = [],
    fill: (ClusterWriter) throws -> Void
  ) throws(Failure) {
    try database.write { db in
      try forgetClusters(db, table: table)
      try fill(ClusterWriter(db: db, table: table))
      try DiagnosticTable.replace(db, input: table, warnings)
      try db.execute(
        sql: "INSERT INTO _tables VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          table, digest, fingerprint.settings, fingerprint.program, counts.rows, counts.survivors, counts.copies,
        ])
    }
    WriteBoundary.dedupeTable.reached()
  }

  /// Forgets the clusters of tables that are no longer deduplicated.
  package func keepClusters(of tables: [String]) throws(Failure) {
    try database.write { db in
      for name in try String.fetchAll(db, sql: "SELECT name FROM _tables") where !tables.contains(name) {
        try forgetClusters(db, table: name)
      }
    }
  }

  private func forgetClusters(_ db: Database, table: String) throws {
    for name in ["clusters"] + EvidenceTable.names {
      try db.execute(sql: "DELETE FROM \(name) WHERE table_name = ?", arguments: [table])
    }
    try db.execute(sql: "DELETE FROM _tables WHERE name = ?", arguments: [table])
    try DiagnosticTable.forget(db, input: table)
  }

  /// A table's counts when its clusters were made; nil before that.
  package func dedupedCounts(table: String) throws(Failure) -> DedupedCounts? {
    try database.read { db in
      try Row.fetchOne(db, sql: "SELECT rows, survivors, copies FROM _tables WHERE name = ?", arguments: [table])
        .map { DedupedCounts(rows: $0["rows"], survivors: $0["survivors"], copies: $0["copies"]) }
    }
  }

  /// How many records of a table the stage before holds.
  package func priorRowCount(table: String) throws(Failure) -> Int {
    try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM prior.\(quoted(table))") ?? 0 }
  }

  /// How many copies of a table's records each rule found.
  package func copies(table: String) throws(Failure) -> [String: Int] {
    try database.read { db in
      var counts: [String: Int] = [:]
      let sql = "SELECT rule, count(*) AS n FROM clusters WHERE table_name = ? AND survives = 0 GROUP BY rule"
      for row in try Row.fetchAll(db, sql: sql, arguments: [table]) { counts[row["rule"]] = row["n"] }
      return counts
    }
  }

  /// The digest of the records that a table's clusters were made from, with their settings; nil before that.
  package func clusterBasis(table: String) throws(Failure) -> String? {
    try database.read { db in
      try Row.fetchOne(
        db, sql: "SELECT input_digest, settings, program FROM _tables WHERE name = ?", arguments: [table]
      ).map { row in "\(row[0] as String) \(row[1] as String) \(row[2] as Int)" }
    }
  }

  /// All members of the cluster that a record is in, the survivor first; none for a record that stands alone.
  package func cluster(table: String, of record: RecordReference) throws(Failure) -> [ClusterMember] {
    try database.read { db in
      let sql = """
        SELECT * FROM clusters WHERE table_name = ?1 AND cluster_id = (
          SELECT cluster_id FROM clusters WHERE table_name = ?1 AND page_id = ?2 AND ordinal = ?3)
        ORDER BY survives DESC, record_id, page_id, ordinal
        """
      return try Row.fetchAll(db, sql: sql, arguments: [table, record.pageID, record.ordinal]).map(ClusterTable.member)
    }
  }
}
