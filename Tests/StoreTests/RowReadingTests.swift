import Records
import TestSupport
import Testing

@testable import Store

struct RowReadingTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("stages")
    let normalize = try StageStore(writing: .normalize, in: folder.path("stages"))
    try normalize.prepare(tables: [Sample.jobs])
    let long = String(repeating: "é", count: 2000)
    for number in 0..<400 {
      let page = "p\(1000 + number)"
      var record = Sample.record("r\(1000 + number)", page: page, title: number == 7 ? nil : long, pay: 2, open: false)
      record.provenance.address = "site:\(page)"
      try normalize.write(pages: [Sample.normalized(page, [record])], tables: [Sample.jobs], Sample.fingerprint)
    }
    try normalize.close()
  }

  @Test func `gives all rows in the order of their ids, in batches of bounded size`() throws {
    let database = try PublishedDatabase(
      making: folder.path("analytics.sqlite"), stages: folder.path("stages"), hasDedupe: false)
    _ = try database.add(PublishedTable(schema: Sample.jobs, key: [], isDeduped: false))
    var ids: [String] = []
    var nulls = 0
    var batches = 0
    try database.eachBatch(of: "jobs", columns: ["id", "title", "pay", "open"]) { batch in
      batches += 1
      #expect(batch.texts.count < 1 << 19)
      for place in stride(from: 0, to: batch.cells.count, by: 4) {
        ids.append(String(decoding: batch.text(batch.cells[place]), as: UTF8.self))
        if batch.cells[place + 1].kind == .null { nulls += 1 } else { #expect(batch.cells[place + 1].length == 4000) }
        #expect(batch.cells[place + 2].bits == (2.0).bitPattern)
        #expect(batch.cells[place + 3].bits == 0)
      }
    }
    #expect(ids == (1000..<1400).map { "r\($0)" })
    #expect(nulls == 1)
    #expect(batches > 2)
  }

  @Test(arguments: [(1, 400), (2, 200), (3, 134), (399, 2), (1000, 1)])
  func `gives every so manieth row, the first among them`(step: Int, count: Int) throws {
    let database = try PublishedDatabase(
      making: folder.path("analytics.sqlite"), stages: folder.path("stages"), hasDedupe: false)
    _ = try database.add(PublishedTable(schema: Sample.jobs, key: [], isDeduped: false))
    var ids: [String] = []
    try database.eachBatch(of: "jobs", columns: ["id"], step: step) { batch in
      for cell in batch.cells { ids.append(String(decoding: batch.text(cell), as: UTF8.self)) }
    }
    #expect(ids == stride(from: 1000, to: 1400, by: step).map { "r\($0)" })
    #expect(ids.count == count)
  }
}
