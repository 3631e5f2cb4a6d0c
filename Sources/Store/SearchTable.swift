import GRDB
package import Records

/// Makes the FTS5 table of a published table.
///
/// It has no text of its own (`content="TABLE"`), so Datasette offers a search box for the table, and its tokenizer is one
/// that every SQLite has: `SELECT * FROM articles_search WHERE articles_search MATCH 'river' ORDER BY rank` works anywhere.
/// Texts that SQLite can't cut into words or stem are indexed as `stemming` gives them.
extension SearchedTable {
  /// A text, and the tag of its language where that is known, to the words to be indexed; nil as it stands.
  package typealias Stemming = @Sendable (String, String?) -> String?

  /// Makes and fills it.
  func makeIndex(_ db: Database, stemming: @escaping Stemming) throws {
    try db.execute(sql: definition)
    try fill(db, stemming)
    try db.execute(sql: "INSERT INTO \(quoted(index)) (\(quoted(index)), rank) VALUES ('rank', ?)", arguments: [rank])
    try db.execute(sql: "INSERT INTO \(quoted(index)) (\(quoted(index))) VALUES ('optimize')")
  }

  private var definition: String {
    let unindexed = language.map { "\(quoted($0)) UNINDEXED, " } ?? ""
    return """
      CREATE VIRTUAL TABLE main.\(quoted(index)) USING fts5(\(list), \(unindexed)content=\(quoted(name)),
        tokenize='porter unicode61 remove_diacritics 2')
      """
  }

  private var list: String { columns.map { quoted($0.name) }.joined(separator: ", ") }

  /// What FTS5 is to rank by, for everybody who writes `ORDER BY rank`.
  private var rank: String { "bm25(\(columns.map { "\($0.weight).0" }.joined(separator: ", ")))" }

  private func fill(_ db: Database, _ stemming: @escaping Stemming) throws {
    let tag = language.map(quoted) ?? "NULL"
    if let language {
      try db.execute(sql: "CREATE INDEX \(quoted("\(index)_\(language)")) ON \(quoted(name)) (\(tag))")
    }
    let indexed = DatabaseFunction("indexed_text", argumentCount: 2, pure: true) { values in
      guard let text = String.fromDatabaseValue(values[0]) else { return nil }
      return stemming(text, String.fromDatabaseValue(values[1])) ?? values[0]
    }
    db.add(function: indexed)
    defer { db.remove(function: indexed) }
    let texts = columns.map { "indexed_text(\(quoted($0.name)), \(tag))" }.joined(separator: ", ")
    try db.execute(
      sql: """
        INSERT INTO \(quoted(index)) (rowid, \(list)) SELECT rowid, \(texts) FROM main.\(quoted(name)) ORDER BY rowid
        """)
  }
}

extension PublishedDatabase {
  /// Makes the search index of a table that is filled.
  package func addSearch(_ table: SearchedTable, stemming: @escaping SearchedTable.Stemming) throws(Failure) {
    try writing { db in
      try db.inTransaction {
        try table.makeIndex(db, stemming: stemming)
        return .commit
      }
    }
  }
}

/// Makes a search index in the database at `path`, which something else has filled, and marks it as published.
package func indexDatabase(
  at path: String, _ table: SearchedTable, stemming: @escaping SearchedTable.Stemming
) throws(Failure) {
  try translating(path) {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096;
          PRAGMA application_id = \(StoreDatabase.applicationID); PRAGMA user_version = \(PublishedDatabase.layout);
          """)
      try db.inTransaction {
        try table.makeIndex(db, stemming: stemming)
        return .commit
      }
    }
    try queue.close()
  }
}
