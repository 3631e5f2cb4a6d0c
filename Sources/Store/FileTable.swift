import GRDB
package import Records

/// What fetch knows of one local file.
package struct FetchedFile: Hashable, Sendable {
  /// What became of a file.
  package enum Outcome: String, Sendable {
    case document
    case rejected
    /// Another file of an earlier source or path has the same address.
    case sameAddress = "same-address"
  }

  /// The file's document; for a reject the fields that reading would have found are empty.
  package var document: Document
  /// The source's place in the config; the lower wins an address.
  package var sourceRank: Int
  package var state: FileCalls.State
  package var outcome: Outcome
  package var diagnostics: [Diagnostic]
  /// The source's settings by which later stages read it; empty where there are none.
  package var reading = ""

  package init(
    document: Document, sourceRank: Int, state: FileCalls.State, outcome: Outcome, diagnostics: [Diagnostic]
  ) {
    self.document = document
    self.sourceRank = sourceRank
    self.state = state
    self.outcome = outcome
    self.diagnostics = diagnostics
  }
}

/// Fetch's table: one row for each file that a source matched, and the documents among them as a view.
enum FileTable {
  static let create = """
    CREATE TABLE files (
      source TEXT NOT NULL,             -- the source's name in the config
      path TEXT NOT NULL,               -- relative to the config's folder, or absolute
      source_rank INTEGER NOT NULL,     -- the source's place in the config
      document_id TEXT NOT NULL,        -- from the address
      address TEXT NOT NULL,            -- canonical address
      kind TEXT NOT NULL,               -- html, text, csv, json or json-lines
      content_sha256 TEXT NOT NULL,     -- of the unpacked bytes
      byte_count INTEGER NOT NULL,      -- of the unpacked bytes
      fetched_at TEXT NOT NULL,         -- when these bytes were first seen: the file's time of modification
      outcome TEXT NOT NULL,            -- document, rejected or same-address
      hash TEXT NOT NULL,               -- of all that later stages depend on
      size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL,
      settings TEXT NOT NULL,           -- hash of the source's settings
      first_run INTEGER NOT NULL,       -- number of the run that first saw the file
      seen_run INTEGER NOT NULL,        -- number of the run that last saw it
      gone_run INTEGER,                 -- number of the run that first missed it; null while it is there
      PRIMARY KEY (source, path)
    ) STRICT;
    CREATE INDEX files_by_document ON files (document_id, source_rank, path);
    CREATE TABLE sources (
      name TEXT PRIMARY KEY,
      status TEXT NOT NULL,             -- ok, or why nothing could be matched
      matched INTEGER NOT NULL          -- files matched by the last walk
    ) STRICT;
    CREATE VIEW documents AS
      SELECT document_id AS id, source, address, path, kind, content_sha256, byte_count, fetched_at, hash FROM files
      WHERE outcome = 'document' AND gone_run IS NULL AND NOT EXISTS (  -- a walk that was cut short is not settled
        SELECT 1 FROM files w WHERE w.document_id = files.document_id AND w.outcome = 'document'
          AND w.gone_run IS NULL AND (w.source_rank, w.path) < (files.source_rank, files.path));
    CREATE VIEW _outputs AS SELECT id, hash FROM documents;

    """

  static func hash(_ document: Document, reading: String) -> String {
    var hasher = ContentHasher()
    for part in [
      document.id, document.source, document.address, document.kind.rawValue, document.contentHash.hex,
      document.fetchedAt.description,
    ] { hasher.append(field: part) }
    if !reading.isEmpty { hasher.append(field: reading) }
    return hasher.finish(digits: 32)
  }

  static func document(_ row: Row) -> Document {
    Document(
      id: row["id"], source: row["source"], address: row["address"], path: row["path"],
      kind: Document.Kind(rawValue: row["kind"]) ?? .html, contentHash: ContentHash(hex: row["content_sha256"]),
      byteCount: row["byte_count"],
      fetchedAt: Timestamp(iso: row["fetched_at"]) ?? Timestamp(seconds: 0))
  }
}

/// What a walk over a source's files found out about the source itself.
package struct SourceState: Hashable, Sendable {
  package var name: String
  /// `ok`, or why nothing could be matched.
  package var status: String
  /// Files matched.
  package var matched: Int

  package init(name: String, status: String, matched: Int) {
    self.name = name
    self.status = status
    self.matched = matched
  }
}

/// A source's files at the last publish and now.
package struct SourcePresence: Hashable, Sendable {
  package var source: SourceState
  /// Files there now.
  package var present: Int
  /// Files that were there at the last publish.
  package var published: Int
  /// Those of `published` that are gone.
  package var lost: Int
}

extension StageStore {
  /// What the store knows of a file: its state when it was last read (nil if it was gone since) and what was found; nil
  /// for a new one.
  package func knownFile(source: String, path: String, settings: String) throws(Failure) -> (
    state: FileCalls.State?, contentHash: ContentHash, fetchedAt: Timestamp
  )? {
    try database.read { db in
      let statement = try db.cachedStatement(
        sql:
          "SELECT size, modified, changed, inode, content_sha256, fetched_at, settings, gone_run FROM files WHERE source = ? AND path = ?"
      )
      guard let row = try Row.fetchOne(statement, arguments: [source, path]) else { return nil }
      // Other settings of the source ask for a new look at the file; its bytes' first sight stays.
      let state = FileCalls.State(
        kind: .file, size: row["settings"] == settings ? row["size"] : -1, modified: row["modified"],
        changed: row["changed"], inode: row["inode"])
      return (
        row["gone_run"] == nil ? state : nil, ContentHash(hex: row["content_sha256"]),
        Timestamp(iso: row["fetched_at"]) ?? Timestamp(seconds: 0)
      )
    }
  }

  /// Writes what a batch of files gave, and marks `unchanged` (source and path) as seen, in one transaction.
  package func write(
    files: [FetchedFile], unchanged: [(source: String, path: String, rank: Int)], settings: [String: String], run: Int
  ) throws(Failure) {
    try database.write { db in
      for file in files { try upsert(db, file, settings: settings[file.document.source] ?? "", run: run) }
      let seen = try db.cachedStatement(
        sql: """
          UPDATE files SET seen_run = ?1, gone_run = NULL, source_rank = ?4 WHERE source = ?2 AND path = ?3
          """)
      for (source, path, rank) in unchanged { try seen.execute(arguments: [run, source, path, rank]) }
    }
    WriteBoundary.fetchBatch.reached()
  }

  private func upsert(_ db: Database, _ file: FetchedFile, settings: String, run: Int) throws {
    let document = file.document
    try db.cachedStatement(
      sql: """
        INSERT INTO files VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,NULL)
        ON CONFLICT (source, path) DO UPDATE SET source_rank = excluded.source_rank,
          document_id = excluded.document_id, address = excluded.address, kind = excluded.kind,
          content_sha256 = excluded.content_sha256, byte_count = excluded.byte_count,
          fetched_at = excluded.fetched_at, outcome = excluded.outcome, hash = excluded.hash, size = excluded.size,
          modified = excluded.modified, changed = excluded.changed, inode = excluded.inode,
          settings = excluded.settings, seen_run = excluded.seen_run, gone_run = NULL
        """
    ).execute(arguments: [
      document.source, document.path, file.sourceRank, document.id, document.address, document.kind.rawValue,
      document.contentHash.hex, document.byteCount, document.fetchedAt.description, file.outcome.rawValue,
      FileTable.hash(document, reading: file.reading), file.state.size, file.state.modified, file.state.changed,
      file.state.inode, settings,
      run, run,
    ])
    try DiagnosticTable.replace(db, input: inputID(document.source, document.path), file.diagnostics)
  }

  private func inputID(_ source: String, _ path: String) -> String { "\(source):\(path)" }

  /// Ends a walk: files not seen by `run` are gone, sources not in `states` with all their files, and of the files
  /// with one address the first source's first path stays the document. Gone files that no publish since
  /// `lastPublished` knew are forgotten. Gives how many files went since the last walk.
  package func settle(_ states: [SourceState], run: Int, lastPublished: Int) throws(Failure) -> Int {
    let gone = try database.write { db in
      try db.execute(
        sql: "UPDATE files SET gone_run = ?1 WHERE seen_run <> ?1 AND gone_run IS NULL", arguments: [run])
      let gone = db.changesCount
      try db.execute(sql: "DELETE FROM sources")
      for state in states {
        try db.execute(
          sql: "INSERT INTO sources VALUES (?, ?, ?)", arguments: [state.name, state.status, state.matched])
      }
      try db.execute(
        sql: """
          DELETE FROM _diagnostics WHERE input_id IN (SELECT source || ':' || path FROM files WHERE gone_run IS NOT NULL);
          """)
      try db.execute(
        sql: """
          DELETE FROM files WHERE gone_run IS NOT NULL
            AND (gone_run <= ?1 OR first_run > ?1 OR source NOT IN (SELECT name FROM sources))
          """, arguments: [lastPublished])
      try settleAddresses(db)
      return gone
    }
    WriteBoundary.fetchSettled.reached()
    return gone
  }

  private func settleAddresses(_ db: Database) throws {
    let loses = """
      EXISTS (SELECT 1 FROM files w WHERE w.document_id = files.document_id AND w.gone_run IS NULL
        AND w.outcome <> 'rejected' AND (w.source_rank, w.path) < (files.source_rank, files.path))
      """
    let shared = """
      gone_run IS NULL AND outcome <> 'rejected' AND (outcome = 'same-address' OR document_id IN (
        SELECT document_id FROM files WHERE gone_run IS NULL AND outcome <> 'rejected'
        GROUP BY document_id HAVING count(*) > 1))
      """
    try db.execute(
      sql: "UPDATE files SET outcome = CASE WHEN \(loses) THEN 'same-address' ELSE 'document' END WHERE \(shared)")
  }

  /// How many present files ended how.
  package func fileOutcomes() throws(Failure) -> [FetchedFile.Outcome: Int] {
    try database.read { db in
      var counts: [FetchedFile.Outcome: Int] = [:]
      let sql = "SELECT outcome, count(*) AS n FROM files WHERE gone_run IS NULL GROUP BY outcome"
      for row in try Row.fetchAll(db, sql: sql) {
        if let outcome = FetchedFile.Outcome(rawValue: row["outcome"]) { counts[outcome] = row["n"] }
      }
      return counts
    }
  }

  /// How many files the store holds that were there at the last walk.
  package func presentFileCount() throws(Failure) -> Int {
    try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM files WHERE gone_run IS NULL") ?? 0 }
  }

  /// How many files the last walk matched, over all sources.
  package func matchedCount() throws(Failure) -> Int {
    try database.read { try Int.fetchOne($0, sql: "SELECT total(matched) FROM sources") ?? 0 }
  }

  /// Each source's files now and at the publish of run number `lastPublished` (0 for never), in the order of names.
  package func presence(lastPublished: Int) throws(Failure) -> [SourcePresence] {
    try database.read { db in
      let sql = """
        SELECT s.name, s.status, s.matched, count(f.path) FILTER (WHERE f.gone_run IS NULL) AS present,
          count(f.path) FILTER (WHERE f.first_run <= ?1 AND ifnull(f.gone_run, ?1 + 1) > ?1) AS published,
          count(f.path) FILTER (WHERE f.first_run <= ?1 AND f.gone_run > ?1) AS lost
        FROM sources s LEFT JOIN files f ON f.source = s.name GROUP BY s.name ORDER BY s.name
        """
      return try Row.fetchAll(db, sql: sql, arguments: [lastPublished]).map { row in
        SourcePresence(
          source: SourceState(name: row["name"], status: row["status"], matched: row["matched"]),
          present: row["present"], published: row["published"], lost: row["lost"])
      }
    }
  }

  /// The highest run number that any file was seen in; 0 in an empty store.
  package func lastRun() throws(Failure) -> Int {
    try database.read { try Int.fetchOne($0, sql: "SELECT max(seen_run) FROM files") ?? 0 }
  }
}
