import GRDB
package import Records

extension StageStore {
  /// Fetch's documents after the id `last`, in the order of ids: at most `limit` of them or `bytes` bytes (at least one).
  package func documents(after last: String, limit: Int, bytes: Int) throws(Failure) -> [Document] {
    try database.read { db in
      let cursor = try Row.fetchCursor(
        db, sql: "SELECT * FROM documents WHERE id > ? ORDER BY id LIMIT ?", arguments: [last, limit])
      var batch: [Document] = []
      var size = 0
      while let row = try cursor.next() {
        let document = FileTable.document(row)
        size += document.byteCount
        if size > bytes && !batch.isEmpty { break }
        batch.append(document)
      }
      return batch
    }
  }
}
