import GRDB
import Records
import TestSupport
import Testing

@testable import Store

struct PublishHistoryTests {
  @Test func `gives the last publishes up to a run's, the oldest first, with the rows of each table`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("history.sqlite")
    #expect(try HistoryStore(reading: path) == nil)
    let writing = try HistoryStore(writing: path)
    for number in 1...4 {
      _ = try writing.begin(run: "r\(number)", at: Timestamp(seconds: Int64(number)))
      try writing.database.write { db in
        for source in ["a", "b"] {
          try db.execute(
            sql: "INSERT INTO metrics VALUES (?, 'posts', ?, 'rows', '', ?)", arguments: [number, source, number * 10])
        }
        try db.execute(
          sql: "INSERT INTO metrics VALUES (?, 'posts', 'a', 'null_share', 'title', 0.5)", arguments: [number])
      }
      try writing.settle(currentRun: "r\(number)")
    }
    try writing.close()
    let history = try #require(try HistoryStore(reading: path))
    #expect(
      try history.publishes(through: "r3", count: 2) == [
        EarlierPublish(runID: "r2", at: Timestamp(seconds: 2), rows: ["posts": 40]),
        EarlierPublish(runID: "r3", at: Timestamp(seconds: 3), rows: ["posts": 60]),
      ])
    #expect(try history.publishes(through: "never", count: 2).isEmpty)
  }
}
