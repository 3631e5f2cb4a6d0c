import GRDB
package import Records

/// Fetch's table of addresses on the web: what was offered, what is due, and what a conditional request needs.
enum WebTable {
  static let create = """
    CREATE TABLE web (
      source TEXT NOT NULL,             -- the source's name in the config
      address TEXT NOT NULL,            -- canonical address; the path of its row in files
      target TEXT NOT NULL,             -- what is asked for, without credentials
      role TEXT NOT NULL,               -- page or index (a sitemap, a feed)
      depth INTEGER NOT NULL,           -- links from where the source begins
      last_changed TEXT,                -- as a sitemap says
      offered_run INTEGER NOT NULL,     -- number of the run that last offered it
      turn INTEGER,                     -- place in the queue; null where nothing is to be done
      status INTEGER,                   -- of the last answer; null where there was none
      etag TEXT, last_modified TEXT,    -- validators of the kept body
      fresh_until TEXT,                 -- as Cache-Control says
      checked_at TEXT,                  -- when it was last asked for
      checked_run INTEGER,              -- number of the run that last asked for it
      good_at TEXT,                     -- when an answer last showed the kept body to be right
      final_address TEXT,               -- where redirects led
      canonical_address TEXT,           -- what the page calls its canonical address
      content_sha256 TEXT,              -- of the kept body
      place TEXT,                       -- archive, offset and length of the kept body
      PRIMARY KEY (source, address)
    ) STRICT;
    CREATE INDEX web_by_turn ON web (turn) WHERE turn IS NOT NULL;
    CREATE TABLE rounds (
      source TEXT PRIMARY KEY,          -- a source whose addresses are being asked for
      settings TEXT NOT NULL,           -- hash of its settings
      started_at TEXT NOT NULL,
      first_run INTEGER NOT NULL        -- number of the run that began it
    ) STRICT;
    CREATE TABLE traffic (
      run INTEGER NOT NULL, host TEXT NOT NULL, requests INTEGER NOT NULL, bytes INTEGER NOT NULL,
      not_modified INTEGER NOT NULL, retries INTEGER NOT NULL, PRIMARY KEY (run, host)
    ) STRICT;

    """

  static func dueAddress(_ row: Row) -> DueAddress {
    let offer = WebOffer(
      key: row["address"], target: row["target"], role: WebOffer.Role(rawValue: row["role"]) ?? .page,
      depth: row["depth"], lastChanged: (row["last_changed"] as String?).flatMap { Timestamp(iso: $0) })
    let hash: String? = row["content_sha256"]
    var due = DueAddress(source: row["source"], offer: offer, turn: row["turn"])
    due.etag = row["etag"]
    due.lastModified = row["last_modified"]
    due.contentHash = hash.map { ContentHash(hex: $0) }
    due.place = row["place"]
    due.finalAddress = row["final_address"]
    return due
  }
}

extension StageStore {
  /// Begins to ask for a source's addresses, or goes on where a round that began after `since` was cut short.
  ///
  /// Returns the number of the run that began it: where that isn't `run`, nothing has to be offered again.
  package func beginRound(
    source: String, rank: Int, settings: String, run: Int, now: Timestamp, since: Timestamp, forced: Bool
  ) throws(Failure) -> Int {
    try database.write { db in
      try db.execute(
        sql: "UPDATE files SET source_rank = ?1 WHERE source = ?2 AND source_rank <> ?1", arguments: [rank, source])
      let round = try Row.fetchOne(db, sql: "SELECT * FROM rounds WHERE source = ?", arguments: [source])
      if let round, !forced, round["settings"] == settings, round["started_at"] >= since.description {
        return round["first_run"]
      }
      try db.execute(sql: "UPDATE web SET turn = NULL WHERE source = ? AND turn IS NOT NULL", arguments: [source])
      try db.execute(
        sql: "INSERT OR REPLACE INTO rounds VALUES (?, ?, ?, ?)", arguments: [source, settings, now.description, run])
      return run
    }
  }

  /// Notes what a source offers. What is known to be as it was (by a sitemap's date, or by `Cache-Control` where
  /// `freshAt` is given) and what this round has already asked for gets no turn. Returns how many got one.
  ///
  /// - Parameters:
  ///   - turn: the place in the queue that has been read; turns come behind it.
  ///   - limit: how many may get a turn.
  package func offer(
    _ offers: [WebOffer], source: String, round: Int, behind turn: Int, freshAt: Timestamp?, forced: Bool, limit: Int
  ) throws(Failure) -> Int {
    try database.write { db in
      try Self.offer(db, offers, source, round, turn, freshAt, forced: forced, limit: limit)
    }
  }

  private static func offer(
    _ db: Database, _ offers: [WebOffer], _ source: String, _ round: Int, _ lastRead: Int, _ freshAt: Timestamp?,
    forced: Bool, limit: Int
  ) throws -> Int {
    let last = try Int.fetchOne(db, sql: "SELECT max(turn) FROM web WHERE turn IS NOT NULL") ?? 0
    var turn = max(last, lastRead)
    let first = turn
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO web (source, address, target, role, depth, last_changed, offered_run, turn)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (source, address) DO UPDATE SET target = excluded.target, role = excluded.role,
          depth = min(depth, excluded.depth), last_changed = excluded.last_changed, offered_run = excluded.offered_run,
          turn = CASE
            WHEN turn IS NOT NULL THEN turn
            WHEN checked_run >= ?7 THEN NULL
            WHEN ?9 = 0 AND place IS NOT NULL AND (excluded.last_changed < good_at OR fresh_until > ?10) THEN NULL
            ELSE excluded.turn END
        """)
    for offer in offers where turn - first < limit {
      try insert.execute(arguments: [
        source, offer.key, offer.target, offer.role.rawValue, offer.depth, offer.lastChanged?.description, round,
        turn + 1, forced ? 1 : 0, freshAt?.description,
      ])
      let taken = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM web WHERE source = ? AND address = ? AND turn = ?"),
        arguments: [source, offer.key, turn + 1])
      turn += taken ?? 0
    }
    return turn - first
  }

  /// The next addresses to ask for, behind place `turn` of the queue.
  package func dueAddresses(after turn: Int, limit: Int) throws(Failure) -> [DueAddress] {
    try database.read { db in
      try Row.fetchAll(
        db.cachedStatement(sql: "SELECT * FROM web WHERE turn > ? ORDER BY turn LIMIT ?"), arguments: [turn, limit]
      ).map(WebTable.dueAddress)
    }
  }

  /// An address that has a turn; nil where it has none.
  package func dueAddress(source: String, key: String) throws(Failure) -> DueAddress? {
    try database.read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM web WHERE source = ? AND address = ? AND turn IS NOT NULL", arguments: [source, key]
      ).map(WebTable.dueAddress)
    }
  }

  /// Where the last of the bodies ends that the store knows in an archive.
  package func endOfBodies(archive: String) throws(Failure) -> Int {
    try database.read { db in
      let places = try String.fetchCursor(
        db, sql: "SELECT place FROM web WHERE place >= ?1 || ' ' AND place < ?1 || '!'", arguments: [archive])
      var end = 0
      while let place = try places.next().flatMap(BodyPlace.init) { end = max(end, place.offset + place.length) }
      return end
    }
  }

  /// Writes what addresses came to, in one transaction. Returns by how much each source's known pages grew.
  package func write(
    web outcomes: [WebOutcome], run: Int, now: Timestamp
  ) throws(Failure) -> [String: Int] {
    let growth = try database.write { db in
      var growth: [String: Int] = [:]
      for outcome in outcomes { growth[outcome.source, default: 0] += try write(db, outcome, run: run, now: now) }
      return growth
    }
    WriteBoundary.webBatch.reached()
    return growth
  }

  private func write(_ db: Database, _ outcome: WebOutcome, run: Int, now: Timestamp) throws -> Int {
    let before = try presentCount(db, outcome)
    let hasBody =
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT place IS NOT NULL FROM web WHERE source = ? AND address = ?"),
        arguments: [outcome.source, outcome.key]) ?? false
    switch outcome.ending {
    case .body(let file):
      try upsert(db, file, settings: "", run: run)
      try setBody(db, outcome, file.document.contentHash, file.document.place, now)
    case .index(let hash, let place):
      try setBody(db, outcome, hash, place, now)
      try db.cachedStatement(sql: "DELETE FROM files WHERE source = ? AND path = ?")
        .execute(arguments: [outcome.source, outcome.key])
      try DiagnosticTable.replace(db, input: inputID(outcome.source, outcome.key), [])
    case .unchanged:
      try db.cachedStatement(
        sql: """
          UPDATE web SET etag = ifnull(?3, etag), last_modified = ifnull(?4, last_modified), good_at = ?5
          WHERE source = ?1 AND address = ?2
          """
      ).execute(arguments: [
        outcome.source, outcome.key, outcome.etag, outcome.lastModified, now.description,
      ])
      try keep(db, outcome, run: run, stale: nil)
    case .failure(let file, let stale):
      if hasBody { try keep(db, outcome, run: run, stale: stale) } else { try upsert(db, file, settings: "", run: run) }
    case .gone(let file):
      if hasBody { try drop(db, outcome, run: run) } else { try upsert(db, file, settings: "", run: run) }
    }
    try db.cachedStatement(
      sql: """
        UPDATE web SET turn = NULL, status = ?3, checked_at = ?4, fresh_until = ?5,
          final_address = CASE WHEN ?3 IN (200, 203, 304) THEN ?6 ELSE final_address END,
          canonical_address = ifnull(?7, canonical_address), checked_run = ?8
        WHERE source = ?1 AND address = ?2
        """
    ).execute(arguments: [
      outcome.source, outcome.key, outcome.status, now.description, outcome.freshUntil?.description,
      outcome.finalAddress, outcome.canonicalAddress, run,
    ])
    return try presentCount(db, outcome) - before
  }

  private func presentCount(_ db: Database, _ outcome: WebOutcome) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM files WHERE source = ? AND path = ? AND gone_run IS NULL"),
      arguments: [outcome.source, outcome.key]) ?? 0
  }

  /// The validators come with the body that they vouch for, in one transaction and after the body is in its archive.
  private func setBody(
    _ db: Database, _ outcome: WebOutcome, _ hash: ContentHash, _ place: String?, _ now: Timestamp
  ) throws {
    try db.cachedStatement(
      sql: """
        UPDATE web SET content_sha256 = ?3, place = ?4, etag = ?5, last_modified = ?6, good_at = ?7
        WHERE source = ?1 AND address = ?2
        """
    ).execute(arguments: [
      outcome.source, outcome.key, hash.hex, place, outcome.etag, outcome.lastModified, now.description,
    ])
  }

  /// Keeps a page as it was; with a warning where no good answer showed it to be right.
  private func keep(_ db: Database, _ outcome: WebOutcome, run: Int, stale: Diagnostic?) throws {
    try db.cachedStatement(sql: "UPDATE files SET seen_run = ?, gone_run = NULL WHERE source = ? AND path = ?")
      .execute(arguments: [run, outcome.source, outcome.key])
    let input = inputID(outcome.source, outcome.key)
    try db.cachedStatement(sql: "DELETE FROM _diagnostics WHERE input_id = ? AND code = 'fetch.stale'")
      .execute(arguments: [input])
    guard let stale else { return }
    try DiagnosticTable.replace(db, input: input, try DiagnosticTable.of(db, input: input) + [stale])
  }

  private func drop(_ db: Database, _ outcome: WebOutcome, run: Int) throws {
    try db.cachedStatement(
      sql: "UPDATE files SET gone_run = ?1 WHERE source = ?2 AND path = ?3 AND gone_run IS NULL"
    ).execute(arguments: [run, outcome.source, outcome.key])
    try db.cachedStatement(
      sql: """
        UPDATE web SET content_sha256 = NULL, place = NULL, etag = NULL, last_modified = NULL
        WHERE source = ? AND address = ?
        """
    ).execute(arguments: [outcome.source, outcome.key])
    try DiagnosticTable.replace(db, input: inputID(outcome.source, outcome.key), [])
  }

  /// Writes rows for things that are no addresses, such as a bad line of a list; those of an earlier run go.
  package func write(faults: [FetchedFile], source: String, run: Int) throws(Failure) {
    try database.write { db in
      try db.execute(
        sql:
          "DELETE FROM _diagnostics WHERE input_id IN (SELECT source || ':' || path FROM files WHERE source = ?1 AND address = '')",
        arguments: [source])
      try db.execute(sql: "DELETE FROM files WHERE source = ? AND address = ''", arguments: [source])
      for fault in faults { try upsert(db, fault, settings: "", run: run) }
    }
  }

  /// When an address last gave a good answer; nil where it never did.
  package func goodAt(source: String, key: String) throws(Failure) -> Timestamp? {
    try database.read { db in
      let text = try String.fetchOne(
        db.cachedStatement(sql: "SELECT good_at FROM web WHERE source = ? AND address = ? AND place IS NOT NULL"),
        arguments: [source, key])
      return text.flatMap { Timestamp(iso: $0) }
    }
  }

  /// How many addresses of a source are known to be pages.
  package func askedCount(source: String) throws(Failure) -> Int {
    try database.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM web WHERE source = ? AND role = 'page'", arguments: [source]) ?? 0
    }
  }

  /// How many pages of a source are known, and how many of them are documents.
  package func pageCounts(source: String) throws(Failure) -> (known: Int, documents: Int) {
    try database.read { db in
      let sql = """
        SELECT count(*) AS known, count(*) FILTER (WHERE outcome <> 'rejected') AS documents
        FROM files WHERE source = ? AND gone_run IS NULL
        """
      let row = try Row.fetchOne(db, sql: sql, arguments: [source])
      return (row?["known"] ?? 0, row?["documents"] ?? 0)
    }
  }

  /// What a run asked of each host, by name.
  package func traffic(run: Int) throws(Failure) -> [HostTraffic] {
    try database.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM traffic WHERE run = ? ORDER BY host", arguments: [run]).map { row in
        HostTraffic(
          host: row["host"], requests: row["requests"], bytes: row["bytes"], notModified: row["not_modified"],
          retries: row["retries"])
      }
    }
  }

  /// Ends the rounds of all sources, and notes what was asked of each host.
  package func endRounds(run: Int, traffic: [HostTraffic]) throws(Failure) {
    try database.write { db in
      try db.execute(sql: "DELETE FROM rounds")
      try db.execute(sql: "UPDATE web SET turn = NULL WHERE turn IS NOT NULL")
      for host in traffic {
        try db.execute(
          sql: "INSERT OR REPLACE INTO traffic VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [run, host.host, host.requests, host.bytes, host.notModified, host.retries])
      }
    }
  }
}
