import GRDB
package import Records

extension StageStore {
  /// Marks what is in an archive that didn't change as seen; how many files and records that are.
  package func markMembers(ofArchive path: String, source: String, rank: Int, run: Int) throws(Failure) -> Int {
    try database.write { db in
      try db.cachedStatement(
        sql: """
          UPDATE files SET seen_run = ?1, gone_run = NULL, source_rank = ?2
          WHERE source = ?3 AND path >= ?4 || '!/' AND path < ?4 || '!0'
          """
      ).execute(arguments: [run, rank, source, path])
      return db.changesCount
    }
  }

  /// How many files and records of an archive were there at the last walk.
  package func memberCount(ofArchive path: String, source: String) throws(Failure) -> Int {
    try database.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM files WHERE source = ?1 AND path >= ?2 || '!/' AND path < ?2 || '!0' AND gone_run IS NULL
          """, arguments: [source, path]) ?? 0
    }
  }

  /// What was found at a path when it was last read, and where its bytes are kept; nil where they aren't.
  package func keptMember(source: String, path: String) throws(Failure) -> Document? {
    try database.read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT *, document_id AS id FROM files WHERE source = ? AND path = ? AND place IS NOT NULL"),
        arguments: [source, path]
      ).map(FileTable.document)
    }
  }

  /// A source's document of an address whose bytes are kept; nil where there is none.
  package func keptDocument(source: String, id: String) throws(Failure) -> Document? {
    try database.read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT *, document_id AS id FROM files WHERE document_id = ? AND source = ? AND place IS NOT NULL
            ORDER BY seen_run DESC, path LIMIT 1
            """), arguments: [id, source]
      ).map(FileTable.document)
    }
  }

  /// The archives below a folder of `out/stages/` in which bytes of any row stand.
  package func usedArchives(in folder: String) throws(Failure) -> Set<String> {
    try database.read { db in
      try String.fetchSet(
        db,
        sql: """
          SELECT DISTINCT substr(place, 1, instr(place, ' ') - 1) FROM files WHERE place >= ?1 || '/' AND place < ?1 || '0'
          """, arguments: [folder])
    }
  }
}
