import GRDB
package import Records

extension StageStore {
  /// The documents that clean has to work on next, after the id `last`, at most `limit` of them or `bytes` bytes
  /// (at least one), in the order of ids; each with the hash that tells whether it changed.
  package func staleDocuments(
    _ fingerprint: Fingerprint, after last: String, limit: Int, bytes: Int, forced: Bool, only: String?
  ) throws(Failure) -> [(document: Document, hash: String)] {
    let ids: [String]
    if let only {
      ids = last < only ? [only] : []
    } else {
      ids = try stale(fingerprint, after: last, limit: limit, forced: forced)
    }
    return try database.read { db in
      let statement = try db.cachedStatement(sql: "SELECT * FROM prior.documents WHERE id = ?")
      var batch: [(document: Document, hash: String)] = []
      var size = 0
      for id in ids {
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { continue }
        let document = FileTable.document(row)
        size += document.byteCount
        if size > bytes && !batch.isEmpty { break }
        batch.append((document, row["hash"]))
      }
      return batch
    }
  }

  /// Fetch's document with this id; nil if it has none.
  package func document(id: String) throws(Failure) -> Document? {
    try database.read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM documents WHERE id = ?", arguments: [id]).map(FileTable.document)
    }
  }
}
