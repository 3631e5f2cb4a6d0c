import GRDB
import Records
import TestSupport
import Testing

@testable import Store

struct StageStoreTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Stage.allCases)
  func `makes a store for every stage and opens it again`(stage: Stage) throws {
    #expect(try StageStore(reading: stage, in: folder.path) == nil)
    try StageStore(writing: stage, in: folder.path).close()
    try StageStore(writing: stage, in: folder.path).close()
    let store = try #require(try StageStore(reading: stage, in: folder.path))
    #expect(store.stage == stage)
    var count = 0
    try store.eachDiagnostic { _ in count += 1 }
    #expect(count == 0)
    try store.close()
    #expect(StageStore.path(stage, in: folder.path) == folder.path("\(stage.rawValue).sqlite"))
  }

  @Test func `stands alone once it is closed`() throws {
    let store = try StageStore(writing: .fetch, in: folder.path)
    try store.write(files: [Sample.file("a.html")], unchanged: [], settings: [:], run: 1)
    #expect(try folder.names().contains("fetch.sqlite-wal"))
    try store.close()
    #expect(try folder.names() == ["fetch.sqlite"])
  }

  @Test func `keeps what was committed when it is never closed`() throws {
    do {
      let store = try StageStore(writing: .fetch, in: folder.path)
      try store.write(files: [Sample.file("a.html")], unchanged: [], settings: [:], run: 1)
    }
    #expect(try StageStore(writing: .fetch, in: folder.path).presentFileCount() == 1)
  }

  @Test func `opens for reading only where the stage before has run too`() throws {
    try StageStore(writing: .clean, in: folder.path).close()
    #expect(try StageStore(reading: .clean, in: folder.path, prior: .fetch) == nil)
    try StageStore(writing: .fetch, in: folder.path).close()
    #expect(try StageStore(reading: .clean, in: folder.path, prior: .fetch)?.priorOutputs() == 0)
  }

  @Test func `refuses the store of a newer program`() throws {
    try StageStore(writing: .clean, in: folder.path).close()
    let queue = try DatabaseQueue(path: folder.path("clean.sqlite"))
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    for open in [
      { _ = try StageStore(writing: .clean, in: folder.path) },
      { _ = try StageStore(reading: .clean, in: folder.path) },
    ] {
      let found = failure(open)
      #expect(found?.code == "store.newer")
      #expect(found?.location.address == folder.path("clean.sqlite"))
      #expect(found?.remedy.isEmpty == false)
    }
    #expect(try folder.names().contains("clean.sqlite"))
  }

  /// Makes a stage's store, with one reject in it, and says it is of an older layout.
  private func makeOlder(_ stage: Stage) throws {
    try StageStore(writing: stage, in: folder.path).close()
    let queue = try DatabaseQueue(path: StageStore.path(stage, in: folder.path))
    try queue.write { db in
      try db.execute(
        sql:
          "INSERT INTO _diagnostics (input_id, number, severity, code, summary, remedy) VALUES ('a', 1, 'warn', '', '', '')"
      )
      try db.execute(sql: "PRAGMA user_version = 0")
    }
    try queue.close()
  }

  @Test(arguments: [Stage.clean, .normalize, .dedupe])
  func `makes a store of an older layout anew, as the stage before has all it needs`(stage: Stage) throws {
    try makeOlder(stage)
    #expect(try StageStore(reading: stage, in: folder.path) == nil)
    let store = try StageStore(writing: stage, in: folder.path)
    #expect(store.isRemade)
    #expect(try store.diagnostics(of: "a") == [])
    try store.close()
    #expect(try !StageStore(writing: stage, in: folder.path).isRemade)
  }

  @Test func `never throws away what fetch knows`() throws {
    try makeOlder(.fetch)
    #expect(failure { _ = try StageStore(writing: .fetch, in: folder.path) }?.code == "store.older")
    #expect(failure { _ = try StageStore(reading: .fetch, in: folder.path) }?.code == "store.older")
    #expect(try folder.names() == ["fetch.sqlite"])
  }

  @Test func `marks its files as its own`() throws {
    try StageStore(writing: .fetch, in: folder.path).close()
    let queue = try DatabaseQueue(path: folder.path("fetch.sqlite"))
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA application_id") } == 0x534C_5549)
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == StageStore.layout(.fetch))
  }

  @Test func `can't write through a store opened for reading`() throws {
    try StageStore(writing: .fetch, in: folder.path).close()
    let store = try #require(try StageStore(reading: .fetch, in: folder.path))
    let found = failure { try store.write(files: [Sample.file("a")], unchanged: [], settings: [:], run: 1) }
    #expect(found?.code == "store.unwritable")
  }

  @Test func `a fetch store of layout 1 is brought up to this one, its rows stay`() throws {
    let folder = try TemporaryFolder()
    let path = StageStore.path(.fetch, in: folder.path)
    let old = try StoreDatabase.writing(path, layout: 1) { db in
      try db.execute(
        sql: """
          CREATE TABLE files (
            source TEXT NOT NULL, path TEXT NOT NULL, source_rank INTEGER NOT NULL, document_id TEXT NOT NULL,
            address TEXT NOT NULL, kind TEXT NOT NULL, content_sha256 TEXT NOT NULL, byte_count INTEGER NOT NULL,
            fetched_at TEXT NOT NULL, outcome TEXT NOT NULL, hash TEXT NOT NULL, size INTEGER NOT NULL,
            modified INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL, settings TEXT NOT NULL,
            first_run INTEGER NOT NULL, seen_run INTEGER NOT NULL, gone_run INTEGER, PRIMARY KEY (source, path)
          ) STRICT;
          CREATE TABLE sources (name TEXT PRIMARY KEY, status TEXT NOT NULL, matched INTEGER NOT NULL) STRICT;
          CREATE VIEW documents AS SELECT document_id AS id, hash FROM files;
          CREATE VIEW _outputs AS SELECT id, hash FROM documents;
          INSERT INTO files VALUES ('a', 'b', 0, 'id', 'x:b', 'html', '00', 1, '2026-01-01T00:00:00Z', 'document', 'h',
            1, 2, 3, 4, 's', 1, 1, NULL);
          """)
    }
    try old.close()
    try StageStore.migrateFetch(in: folder.path)
    let store = try #require(try StageStore(reading: .fetch, in: folder.path))
    #expect(try store.documents(after: "", limit: 9, bytes: 9).map(\.id) == ["id"])
    #expect(try store.documents(after: "", limit: 9, bytes: 9).first?.place == nil)
    try StageStore.migrateFetch(in: folder.path)
  }
}
