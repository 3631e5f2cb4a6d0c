import GRDB
package import Records

/// What clean's store does with pages that nobody may keep: it deletes what they said, and remembers that they were there.
extension StageStore {
  /// Deletes what pages said that gave rows to `tables` of normalize's store in `folder`; how many pages it was.
  ///
  /// Their place, the names of their items and their hashes stay, so that nothing is recomputed.
  package func forgetOriginals(of tables: [String], in folder: String) throws(Failure) -> Int {
    try database.attach(StageStore.path(.normalize, in: folder), as: "records")
    let count = try database.write { db in
      // What is deleted is overwritten, too.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      let names = tables.map { _ in "?" }.joined(separator: ",")
      try db.execute(
        sql: """
          UPDATE pages SET title = NULL, title_rule = NULL, description = NULL, canonical_address = NULL, authors = '[]',
            site_name = NULL, site_name_rule = NULL, image = NULL, image_rule = NULL, tags = '[]', text = '', blocks = '[]',
            dates = '[]', links = '[]', images = '[]', posts = '[]', comments = '[]', structured = '[]', forgotten = 1,
            items = (SELECT json_group_array(json_object('fields', json('{}'), 'name', json_extract(value, '$.name'),
              'ordinal', json_extract(value, '$.ordinal'), 'text', '')) FROM json_each(pages.items)),
            rows = iif(rows IS NULL, NULL, '{"fields":[],"header":false,"rows":[]}')
          WHERE NOT forgotten AND id IN (
            SELECT page_id FROM records._page_rows WHERE rows + rejected > 0 AND table_name IN (\(names)))
          """, arguments: StatementArguments(tables))
      return db.changesCount
    }
    return count
  }

  /// Makes stale, in clean's store, the forgotten pages that normalize's store in `folder` needs again since its
  /// settings or program differ from `fingerprint`.
  package func recallForgotten(for fingerprint: Fingerprint, in folder: String) throws(Failure) {
    let hasForgotten = try database.read { try Bool.fetchOne($0, sql: "SELECT 1 FROM pages WHERE forgotten LIMIT 1") }
    guard hasForgotten != nil else { return }
    let path = StageStore.path(.normalize, in: folder)
    guard FileCalls.exists(path) else {
      return try database.write {
        try $0.execute(sql: "UPDATE _inputs SET settings = '' WHERE id IN (\(Self.forgotten))")
      }
    }
    try database.attach(path, as: "records")
    try database.write { db in
      try db.execute(
        sql: """
          UPDATE _inputs SET settings = '' WHERE id IN (\(Self.forgotten) AND p.id NOT IN (
            SELECT id FROM records._inputs WHERE settings = ? AND program = ?))
          """, arguments: [fingerprint.settings, fingerprint.program])
    }
    try translating(path) {
      try database.queue.writeWithoutTransaction { try $0.execute(sql: "DETACH DATABASE records") }
    }
  }

  /// How many pages `recallForgotten` would make stale that are up to date by clean's own `fingerprint`.
  ///
  /// - Parameter next: normalize's fingerprint.
  package func forgottenToRecall(
    _ fingerprint: Fingerprint, for next: Fingerprint, in folder: String
  ) throws(Failure) -> Int {
    let path = StageStore.path(.normalize, in: folder)
    var kept = ""
    var arguments: StatementArguments = [fingerprint.settings, fingerprint.program]
    // Opened first by itself: what a killed writer left half written can't be undone through a reader's eyes.
    if let records = try StageStore(reading: .normalize, in: folder) {
      try records.close()
      try database.attach(path, as: "records")
      kept = "AND p.id NOT IN (SELECT id FROM records._inputs WHERE settings = ? AND program = ?)"
      arguments += [next.settings, next.program]
    }
    return try database.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM _inputs i JOIN prior._outputs o USING (id)
          WHERE i.input_hash IS o.hash AND i.settings = ? AND i.program = ? AND id IN (\(Self.forgotten) \(kept))
          """, arguments: arguments) ?? 0
    }
  }

  /// The documents of forgotten pages.
  private static let forgotten = """
    SELECT ifnull(t.document_id, p.id) FROM pages p LEFT JOIN parts t ON t.id = p.id WHERE p.forgotten
    """

  /// How many pages normalize, whose store this is, would have to work on but can't, since they are forgotten.
  package func forgottenStale(_ fingerprint: Fingerprint, forced: Bool) throws(Failure) -> Int {
    try database.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM prior.pages p JOIN prior._outputs o USING (id) LEFT JOIN _inputs i USING (id)
          WHERE p.forgotten AND (? OR i.id IS NULL OR i.input_hash IS NOT o.hash OR i.settings IS NOT ? OR i.program IS NOT ?)
          """, arguments: [forced, fingerprint.settings, fingerprint.program]) ?? 0
    }
  }
}
