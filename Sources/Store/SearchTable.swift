import GRDB
package import Records

/// Makes the FTS5 table of a published table.
///
/// It has no text of its own (`content="TABLE"`), so Datasette offers a search box for the table, and its tokenizer is one
/// that every SQLite has: `SELECT * FROM articles_search WHERE articles_search MATCH 'river' ORDER BY rank` works anywhere.
/// Rows of a language that SQLite can't stem are indexed as `stemming` gives them.
extension SearchedTable {
  /// Makes and fills it; `stemming` gives a text of a language as it is to be indexed, nil as it stands.
  func makeIndex(_ db: Database, stemming: (String, String?) -> String?) throws {
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

  private func fill(_ db: Database, _ stemming: (String, String?) -> String?) throws {
    let insert = "INSERT INTO \(quoted(index)) (rowid, \(list))"
    guard let language else {
      return try db.execute(sql: "\(insert) SELECT rowid, \(list) FROM main.\(quoted(name)) ORDER BY rowid")
    }
    let tag = quoted(language)
    try db.execute(
      sql: "CREATE INDEX \(quoted("\(index)_\(language)")) ON \(quoted(name)) (\(tag))")
    let tags = try String.fetchAll(db, sql: "SELECT DISTINCT \(tag) FROM main.\(quoted(name)) WHERE \(tag) IS NOT NULL")
    let stemmed = tags.filter { stemming("", $0) != nil }
    let marks = stemmed.map { _ in "?" }.joined(separator: ",")
    try db.execute(
      sql: """
        \(insert) SELECT rowid, \(list) FROM main.\(quoted(name)) WHERE \(tag) IS NULL OR \(tag) NOT IN (\(marks))
        ORDER BY rowid
        """, arguments: StatementArguments(stemmed))
    let rows = try Row.fetchCursor(
      db, sql: "SELECT rowid, \(tag), \(list) FROM main.\(quoted(name)) WHERE \(tag) IN (\(marks)) ORDER BY rowid",
      arguments: StatementArguments(stemmed))
    let values = (["?"] + columns.map { _ in "?" }).joined(separator: ",")
    let statement = try db.makeStatement(sql: "\(insert) VALUES (\(values))")
    while let row = try rows.next() {
      var arguments: [(any DatabaseValueConvertible)?] = [row[0] as Int64]
      for column in columns.indices {
        arguments.append((row[column + 2] as String?).flatMap { stemming($0, row[1]) })
      }
      try statement.execute(arguments: StatementArguments(arguments))
    }
  }
}

extension PublishedDatabase {
  /// Makes the search index of a table that is filled; `stemming` gives a text of a language as it is to be indexed, nil as
  /// it stands.
  package func addSearch(_ table: SearchedTable, stemming: (String, String?) -> String?) throws(Failure) {
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
  at path: String, _ table: SearchedTable, stemming: (String, String?) -> String?
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
