import GRDB
package import Records

/// What dedupe knows beside its clusters: why members are in them, variants, cells taken from other members, chains,
/// and what became of clusters from run to run.
enum EvidenceTable {
  static let create = """
    CREATE TABLE evidence (
      table_name TEXT NOT NULL,
      record_id TEXT NOT NULL, page_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
      relation TEXT NOT NULL,           -- to the partner: same, variant; value where a cell comes from it
      number INTEGER NOT NULL,          -- 1 for the first line on the record
      partner_id TEXT NOT NULL,
      rule TEXT NOT NULL,
      field TEXT NOT NULL,              -- what was compared, or taken
      level TEXT NOT NULL,              -- how alike the two are in it, in words
      weight REAL,                      -- linkage: bits; their sum is the pair's score
      similarity REAL,                  -- near: shared by both among what is in either
      containment REAL,                 -- near: the share of the shorter text that the other has
      PRIMARY KEY (table_name, page_id, ordinal, relation, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE variants (
      table_name TEXT NOT NULL,
      record_id TEXT NOT NULL, page_id TEXT NOT NULL, ordinal INTEGER NOT NULL,   -- stays beside the other
      variant_of TEXT NOT NULL,         -- the survivor that stands for all variants
      rule TEXT NOT NULL, similarity REAL NOT NULL,
      PRIMARY KEY (table_name, page_id, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX variants_by_record ON variants (table_name, record_id);
    CREATE TABLE chosen_values (
      table_name TEXT NOT NULL,
      record_id TEXT NOT NULL,          -- the survivor
      column_name TEXT NOT NULL,        -- the declared column
      giver_id TEXT NOT NULL, giver_page_id TEXT NOT NULL, giver_ordinal INTEGER NOT NULL,
      rule TEXT NOT NULL,
      PRIMARY KEY (table_name, column_name, record_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE chains (
      table_name TEXT NOT NULL, cluster_id TEXT NOT NULL,
      similarity REAL NOT NULL,         -- of the two members that look least alike
      wanted REAL NOT NULL,             -- what the rule asks for
      PRIMARY KEY (table_name, cluster_id, similarity)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE repeated_blocks (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL,
      site TEXT NOT NULL,
      text TEXT NOT NULL,               -- as the first page has it
      pages INTEGER NOT NULL            -- of the site that have it
    ) STRICT;
    CREATE TABLE stripped_texts (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL,
      record_id TEXT NOT NULL, page_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
      text TEXT NOT NULL,               -- without the blocks that its site repeats
      PRIMARY KEY (table_name, page_id, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE cluster_events (
      run INTEGER NOT NULL,             -- the run that found it, as the ledger numbers it
      table_name TEXT NOT NULL,
      kind TEXT NOT NULL,               -- merged: all went into other clusters; split: some did; ended: none is left
      cluster_id TEXT NOT NULL,         -- as it was called before
      other_id TEXT                     -- the cluster that has members of it now
    ) STRICT;

    """ + LinkTable.create

  /// The tables that hold nothing but what the last run found.
  static let names =
    ["evidence", "variants", "chosen_values", "chains", "repeated_blocks", "stripped_texts"] + LinkTable.names

  /// Events of so many runs are kept.
  static let keptRuns = 400
}

/// One line of what speaks for two records being the same thing, or variants of each other.
package struct EvidenceLine: Hashable, Sendable {
  package var partnerID: String
  package var field: String
  package var level: String
  package var weight: Double?
  package var similarity: Double?
  package var containment: Double?

  package init(
    partnerID: String, field: String, level: String, weight: Double? = nil, similarity: Double? = nil,
    containment: Double? = nil
  ) {
    self.partnerID = partnerID
    self.field = field
    self.level = level
    self.weight = weight
    self.similarity = similarity
    self.containment = containment
  }
}

/// A record that is a variant of another.
package struct VariantRecord: Hashable, Sendable {
  package var record: RecordReference
  package var variantOf: String
  package var rule: String
  package var similarity: Double

  package init(record: RecordReference, variantOf: String, rule: String, similarity: Double) {
    self.record = record
    self.variantOf = variantOf
    self.rule = rule
    self.similarity = similarity
  }
}

/// A cluster whose far ends are less alike than its rule asks for.
package struct ClusterChain: Hashable, Sendable {
  package var table: String
  package var clusterID: String
  /// Of the two members that look least alike.
  package var similarity: Double
  package var wanted: Double
}

/// What became of a cluster.
package struct ClusterChange: Hashable, Sendable {
  package var run: Int
  package var table: String
  /// `merged`, `split` or `ended`.
  package var kind: String
  package var clusterID: String
  package var otherID: String?
}

/// Adds what dedupe found in one table, within one transaction.
package struct ClusterWriter {
  let db: Database
  let table: String

  /// Adds a member of a cluster and what speaks for it.
  package func add(_ member: ClusterMember, _ lines: [EvidenceLine] = []) throws {
    try ClusterTable.insert(db, member, table: table)
    try add(lines, on: member.record, relation: "same", rule: member.rule)
  }

  /// Adds a variant and what speaks for it.
  package func add(_ variant: VariantRecord, _ lines: [EvidenceLine] = []) throws {
    let record = variant.record
    try db.cachedStatement(sql: "INSERT INTO variants VALUES (?,?,?,?,?,?,?)").execute(
      arguments: [
        table, record.id, record.pageID, record.ordinal, variant.variantOf, variant.rule, variant.similarity,
      ])
    try add(lines, on: record, relation: "variant", rule: variant.rule)
  }

  /// Notes that the survivor's row takes a column's value from another member.
  package func add(
    value column: String, of survivor: RecordReference, from giver: RecordReference, rule: String, number: Int
  ) throws {
    try db.cachedStatement(sql: "INSERT INTO chosen_values VALUES (?,?,?,?,?,?,?)").execute(
      arguments: [table, survivor.id, column, giver.id, giver.pageID, giver.ordinal, rule])
    try add(
      [EvidenceLine(partnerID: giver.id, field: column, level: rule)], on: survivor, relation: "value", rule: "value",
      from: number)
  }

  /// What `StageStore.eachPriorRecord` does, within the transaction.
  package func eachPriorRecord(
    columns: [TableSchema.PhysicalColumn], sources: [String], _ body: (PriorRecord) throws -> Void
  ) throws {
    try PriorRecord.each(db, table: table, columns: columns, sources: sources, body)
  }

  /// Notes a block that pages of a site repeat.
  package func add(block text: String, site: String, pages: Int, column: String) throws {
    try db.cachedStatement(sql: "INSERT INTO repeated_blocks VALUES (?,?,?,?,?)").execute(
      arguments: [table, column, site, text, pages])
  }

  /// Keeps a text without the blocks that its site repeats.
  package func add(stripped text: String, column: String, of record: RecordReference) throws {
    try db.cachedStatement(sql: "INSERT INTO stripped_texts VALUES (?,?,?,?,?,?)").execute(
      arguments: [table, column, record.id, record.pageID, record.ordinal, text])
  }

  /// Notes that a record's cluster is a chain.
  package func add(chainAt record: RecordReference, similarity: Double, wanted: Double) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO chains SELECT table_name, cluster_id, ?, ? FROM clusters
        WHERE table_name = ? AND page_id = ? AND ordinal = ?
        """
    ).execute(arguments: [similarity, wanted, table, record.pageID, record.ordinal])
  }

  /// Notes what became of an earlier cluster in a run.
  package func add(event kind: String, cluster: String, other: String?, run: Int) throws {
    try db.cachedStatement(sql: "DELETE FROM cluster_events WHERE run <= ?").execute(
      arguments: [run - EvidenceTable.keptRuns])
    try db.cachedStatement(sql: "INSERT INTO cluster_events VALUES (?,?,?,?,?)").execute(
      arguments: [run, table, kind, cluster, other])
  }

  private func add(
    _ lines: [EvidenceLine], on record: RecordReference, relation: String, rule: String, from first: Int = 1
  ) throws {
    let insert = try db.cachedStatement(sql: "INSERT INTO evidence VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)")
    for (place, line) in lines.enumerated() {
      try insert.execute(arguments: [
        table, record.id, record.pageID, record.ordinal, relation, first + place, line.partnerID, rule, line.field,
        line.level, line.weight, line.similarity, line.containment,
      ])
    }
  }
}

extension StageStore {
  /// For each record of a table that is in a cluster the cluster's id.
  package func clusterNames(table: String) throws(Failure) -> [String: String] {
    try database.read { db in
      var names: [String: String] = [:]
      let sql = "SELECT record_id, cluster_id FROM clusters WHERE table_name = ?"
      let rows = try Row.fetchCursor(db, sql: sql, arguments: [table])
      while let row = try rows.next() { names[row[0]] = row[1] }
      return names
    }
  }

  /// What speaks for a record's relation (`same`, `variant`, `value`) to another.
  package func evidence(table: String, of record: RecordReference, relation: String) throws(Failure) -> [EvidenceLine] {
    try database.read { db in
      let sql = """
        SELECT * FROM evidence WHERE table_name = ? AND page_id = ? AND ordinal = ? AND relation = ? ORDER BY number
        """
      return try Row.fetchAll(db, sql: sql, arguments: [table, record.pageID, record.ordinal, relation]).map {
        EvidenceLine(
          partnerID: $0["partner_id"], field: $0["field"], level: $0["level"], weight: $0["weight"],
          similarity: $0["similarity"], containment: $0["containment"])
      }
    }
  }

  /// What a record is a variant of; nil where it is none.
  package func variant(table: String, record id: String) throws(Failure) -> VariantRecord? {
    try database.read { db in
      let sql = "SELECT * FROM variants WHERE table_name = ? AND record_id = ?"
      return try Row.fetchOne(db, sql: sql, arguments: [table, id]).map { row in
        VariantRecord(
          record: RecordReference(id: row["record_id"], pageID: row["page_id"], ordinal: row["ordinal"]),
          variantOf: row["variant_of"], rule: row["rule"], similarity: row["similarity"])
      }
    }
  }

  /// How many variants and repeated blocks a table has, and how many of its clusters are chains.
  package func findings(table: String) throws(Failure) -> (variants: Int, chains: Int, blocks: Int) {
    try database.read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql, arguments: [table]) ?? 0 }
      return (
        try count("SELECT count(*) FROM variants WHERE table_name = ?"),
        try count("SELECT count(DISTINCT cluster_id) FROM chains WHERE table_name = ?"),
        try count("SELECT count(*) FROM repeated_blocks WHERE table_name = ?")
      )
    }
  }

  /// The clusters whose far ends are less alike than their rule asks for, the least alike first.
  package func chains() throws(Failure) -> [ClusterChain] {
    try database.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM chains ORDER BY similarity, table_name, cluster_id").map {
        ClusterChain(
          table: $0["table_name"], clusterID: $0["cluster_id"], similarity: $0["similarity"], wanted: $0["wanted"])
      }
    }
  }

  /// What became of clusters, by run, table and cluster; `cluster_events` keeps that of the last 400 runs.
  package func clusterChanges() throws(Failure) -> [ClusterChange] {
    try database.read { db in
      let sql = "SELECT * FROM cluster_events ORDER BY run, table_name, cluster_id, other_id"
      return try Row.fetchAll(db, sql: sql).map {
        ClusterChange(
          run: $0["run"], table: $0["table_name"], kind: $0["kind"], clusterID: $0["cluster_id"],
          otherID: $0["other_id"])
      }
    }
  }
}
