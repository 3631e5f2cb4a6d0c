import Foundation
import GRDB
package import Records

/// Clean's table: one row a page, text as people read it, nested parts as JSON.
enum PageTable {
  static let create = """
    CREATE TABLE pages (
      id TEXT PRIMARY KEY,              -- the document's id, or that of a part of a data file (see parts)
      address TEXT NOT NULL,            -- the document's canonical address
      source TEXT NOT NULL, fetched_at TEXT NOT NULL, content_sha256 TEXT NOT NULL,
      title TEXT, title_rule TEXT, description TEXT,
      canonical_address TEXT,           -- the address the page calls its own
      language TEXT,                    -- as the page declares it
      authors TEXT NOT NULL,            -- JSON: value, rule
      site_name TEXT, site_name_rule TEXT, image TEXT, image_rule TEXT,
      kind TEXT, kind_rule TEXT,        -- such as article
      licence TEXT, licence_rule TEXT,
      tags TEXT NOT NULL,               -- JSON: value, rule
      text TEXT NOT NULL,               -- the main text, one block after another
      blocks TEXT NOT NULL,             -- JSON: [kind, level, length in UTF-8 bytes] of each block of the text
      dates TEXT NOT NULL,              -- JSON: dates as written, with role and rule
      links TEXT NOT NULL,              -- JSON: address, text, inMainText
      images TEXT NOT NULL,             -- JSON: address, alt, caption, width, height, inMainText
      items TEXT NOT NULL,              -- JSON: what the config's selectors cut out
      posts TEXT NOT NULL,              -- JSON: author, date as written, text, rule; of a page that is a discussion
      comments TEXT NOT NULL,           -- JSON: the same, of what readers wrote on the page
      structured TEXT NOT NULL,         -- JSON: syntax, types, id, properties (JSON text) of what the page describes
      rows TEXT,                        -- JSON: fields, header, rows ([line, equal rows before it, value, ...])
      forgotten INTEGER NOT NULL        -- 1 where what the page said was deleted after it was loaded
    ) STRICT, WITHOUT ROWID;
    -- Without it every night would read all pages to see that none is forgotten.
    CREATE INDEX pages_forgotten ON pages (id) WHERE forgotten;

    """

  /// How many bytes of memory a byte of rows takes, as cells with their rules, beside a byte of text.
  static let rowWeight = 8

  static func hash(_ columns: [String?]) -> String {
    var hasher = ContentHasher()
    for column in columns { hasher.append(field: column) }
    return hasher.finish(digits: 32)
  }

  static func columns(_ page: Page) throws -> [String?] {
    let provenance = page.provenance
    return [
      page.id, provenance.address, provenance.source, provenance.fetchedAt.description, provenance.contentHash.hex,
      page.title, page.titleRule, page.description, page.canonicalAddress, page.language,
      try json(page.authors), page.siteName?.value, page.siteName?.rule, page.image?.value, page.image?.rule,
      page.kind?.value, page.kind?.rule, page.licence?.value, page.licence?.rule, try json(page.tags), page.text,
      try json(page.blocks.map(StoredBlock.init)), try json(page.dates), try json(page.links), try json(page.images),
      try json(page.items), try json(page.posts), try json(page.comments), try json(page.structured),
      try page.rows.map(json),
    ]
  }

  /// Writes a page; gives its hash.
  static func insert(_ db: Database, _ page: Page) throws -> String {
    let columns = try columns(page)
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ",")
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO pages VALUES (\(marks),0)").execute(
      arguments: StatementArguments(columns))
    return hash(columns)
  }

  static func page(_ row: Row) throws -> Page {
    let text: String = row["text"]
    var rest = Substring(text).utf8[...]
    var blocks: [Page.Block] = []
    for stored in try decode([StoredBlock].self, row["blocks"]) {
      if !blocks.isEmpty { rest = rest.dropFirst() }
      blocks.append(
        Page.Block(stored.kind, level: stored.level, String(decoding: rest.prefix(stored.length), as: UTF8.self)))
      rest = rest.dropFirst(stored.length)
    }
    return Page(
      id: row["id"],
      provenance: Provenance(
        source: row["source"], address: row["address"],
        fetchedAt: Timestamp(iso: row["fetched_at"]) ?? Timestamp(seconds: 0),
        contentHash: ContentHash(hex: row["content_sha256"])),
      title: row["title"], titleRule: row["title_rule"], description: row["description"],
      canonicalAddress: row["canonical_address"], language: row["language"],
      authors: try decode([Page.Found].self, row["authors"]), siteName: found("site_name", row),
      image: found("image", row), kind: found("kind", row), licence: found("licence", row),
      tags: try decode([Page.Found].self, row["tags"]), dates: try decode([Page.WrittenDate].self, row["dates"]),
      blocks: blocks, links: try decode([Page.Link].self, row["links"]),
      images: try decode([Page.Image].self, row["images"]), items: try decode([Page.Item].self, row["items"]),
      posts: try decode([Page.Post].self, row["posts"]), comments: try decode([Page.Post].self, row["comments"]),
      structured: try decode([StructuredItem].self, row["structured"]),
      rows: try (row["rows"] as String?).map { try decode(PageRows.self, $0) })
  }

  /// A value with the rule in the column beside it.
  private static func found(_ column: String, _ row: Row) -> Page.Found? {
    guard let value: String = row[column] else { return nil }
    return Page.Found(value, rule: row["\(column)_rule"] ?? "")
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}

/// A block without its text, which stands in the page's text column; written as `["heading",2,17]`.
private struct StoredBlock: Codable {
  var kind: Page.Block.Kind
  var level: Int?
  var length: Int

  init(_ block: Page.Block) {
    kind = block.kind
    level = block.level
    length = block.text.utf8.count
  }

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    kind = try list.decode(Page.Block.Kind.self)
    level = try list.decodeIfPresent(Int.self)
    length = try list.decode(Int.self)
  }

  func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(kind)
    try list.encode(level)
    try list.encode(length)
  }
}

/// What clean made of one document.
package struct CleanedDocument: Sendable {
  package var id: String
  /// The document's hash when it was worked on.
  package var inputHash: String
  /// Nil for a reject.
  package var page: Page?
  /// What a data file gave in place of a page.
  package var table: CleanedTable?
  package var diagnostics: [Diagnostic]

  package init(
    id: String, inputHash: String, page: Page? = nil, table: CleanedTable? = nil, diagnostics: [Diagnostic]
  ) {
    self.id = id
    self.inputHash = inputHash
    self.page = page
    self.table = table
    self.diagnostics = diagnostics
  }
}

extension StageStore {
  /// Writes what clean made of a batch of documents, in one transaction.
  package func write(pages: [CleanedDocument], _ fingerprint: Fingerprint) throws(Failure) {
    try database.write { db in
      for result in pages {
        try forgetPages(db, of: result.id)
        let outputHash = try result.page.map { try PageTable.insert(db, $0) }
        if let table = result.table {
          for page in table.pages { try PartTable.insert(db, page, of: result.id) }
          try PartTable.note(db, table, of: result.id)
        }
        try note(db, result, fingerprint, outputHash: outputHash)
      }
    }
    WriteBoundary.cleanBatch.reached()
  }

  /// Notes what became of a document.
  func note(_ db: Database, _ result: CleanedDocument, _ fingerprint: Fingerprint, outputHash: String?) throws {
    let isRejected = result.page == nil && result.table == nil
    try InputTable.note(
      db, id: result.id, inputHash: result.inputHash, fingerprint, isRejected ? .rejected : .done,
      outputHash: outputHash)
    try DiagnosticTable.replace(db, input: result.id, result.diagnostics)
  }

  /// Forgets the pages of documents that are gone; how many there were.
  package func forgetGonePages() throws(Failure) -> Int {
    var total = 0
    while true {
      let count = try database.write { db in
        let ids = try InputTable.gone(db, limit: 1000)
        for id in ids {
          try forgetPages(db, of: id)
          try InputTable.forget(db, id: id)
          try DiagnosticTable.forget(db, input: id)
        }
        return ids.count
      }
      if count == 0 { return total }
      total += count
    }
  }

  /// Forgets a document's page, or its rows.
  func forgetPages(_ db: Database, of id: String) throws {
    try db.cachedStatement(sql: "DELETE FROM pages WHERE id = ?").execute(arguments: [id])
    try PartTable.forget(db, of: id)
  }

  /// How many pages the store holds, but for those of data files.
  package func pageCount() throws(Failure) -> Int {
    try database.read { db in
      try Int.fetchOne(db, sql: "SELECT (SELECT count(*) FROM pages) - (SELECT count(*) FROM parts)") ?? 0
    }
  }

  /// How many items of each name the pages hold.
  package func itemCounts() throws(Failure) -> [String: Int] {
    try database.read { db in
      var counts: [String: Int] = [:]
      let sql =
        "SELECT json_extract(j.value, '$.name') AS name, count(*) AS n FROM pages, json_each(items) j GROUP BY 1"
      for row in try Row.fetchAll(db, sql: sql) { counts[row["name"]] = row["n"] }
      return counts
    }
  }

  /// Clean's page with this id; nil if it has none.
  package func page(id: String) throws(Failure) -> Page? {
    try database.read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM pages WHERE id = ?", arguments: [id]).map(PageTable.page)
    }
  }

  /// The pages that normalize has to work on next, after the id `last`, in the order of ids, each with its hash.
  package func stalePages(
    _ fingerprint: Fingerprint, after last: String, limit: Int, bytes: Int, forced: Bool, only: String?
  ) throws(Failure) -> [(page: Page, hash: String)] {
    let ids: [String]
    if let only {
      ids = try (last < only ? [only] : []) + priorParts(of: only, after: last, limit: limit)
    } else {
      ids = try stale(fingerprint, after: last, limit: limit, forced: forced)
    }
    return try database.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT p.*, o.hash FROM prior.pages p JOIN prior._outputs o USING (id) WHERE id = ? AND NOT forgotten")
      var batch: [(page: Page, hash: String)] = []
      var size = 0
      for id in ids {
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { continue }
        let page = try PageTable.page(row)
        size += ["text", "links", "images", "posts", "comments"].reduce(0) { $0 + (row[$1] as String).utf8.count }
        size += ((row["rows"] as String?)?.utf8.count ?? 0) * PageTable.rowWeight
        if size > bytes && !batch.isEmpty { break }
        batch.append((page, row["hash"]))
      }
      return batch
    }
  }
}
