import GRDB
import Records
import TestSupport
import Testing

@testable import Store

struct ForgottenPagesTests {
  @Test func `looks for forgotten pages without reading all the others`() throws {
    let folder = try TemporaryFolder()
    let clean = try StageStore(writing: .clean, in: folder.path)
    let plan = try clean.database.read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN SELECT 1 FROM pages WHERE forgotten LIMIT 1").map {
        $0["detail"] as String
      }
    }
    #expect(plan.count == 1)
    #expect(plan.allSatisfy { $0.contains("pages_forgotten") })
    try clean.close()
  }
}
