import Foundation
import GRDB
import TestSupport
import Testing

/// Rows that a query on another database gives.
@Suite struct DatabaseSourceTests {
  private static let columns = """
    "ref": { "type": "text", "from": "ref" }, "title": "text", "price": "number"
    """

  private func project(_ source: String = "", query: String = "SELECT rowid, * FROM offers ORDER BY rowid") throws
    -> SampleProject
  {
    let project = try SampleProject(files: [:])
    try project.folder.makeFolder("data")
    try change(project, "CREATE TABLE offers (ref TEXT, title TEXT, price REAL, photo BLOB)")
    try change(project, "INSERT INTO offers VALUES ('007', 'Pump', 12.5, x'01'), ('008', 'Valve', NULL, NULL)")
    try write(to: project, source, query: query)
    return project
  }

  private func write(to project: SampleProject, _ source: String = "", query: String) throws {
    try project.folder.write(
      """
      { "name": "shop", "stages": [
        { "stage": "fetch", "sources": [
          { "name": "shop", "sqlite": "data/shop.sqlite", "query": "\(query)" \(source) } ] },
        { "stage": "clean" },
        { "stage": "normalize", "tables": [
          { "table": "offers", "from": "shop", "key": "ref", "columns": { \(Self.columns) } } ] },
        { "stage": "load" } ] }
      """, to: "pipeline.json")
  }

  private func change(_ project: SampleProject, _ sql: String) throws {
    let queue = try DatabaseQueue(path: project.folder.path("data/shop.sqlite"))
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test func `rows feed a table under the database's path and their rowid`() throws {
    let project = try project()
    try project.publish()
    let rows = try project.rows("offers").sorted { $0["ref"] ?? "" < $1["ref"] ?? "" }
    #expect(rows.map { $0["ref"] } == ["007", "008"])
    #expect(rows.map { $0["price"] } == ["12.5", ""])
    #expect(rows.map { $0["source_address"] } == ["shop:data/shop.sqlite#1", "shop:data/shop.sqlite#2"])
    #expect(try project.folder.names("data") == ["shop.sqlite"])
    let trace = try project.sluice("inspect", "shop:data/shop.sqlite#2").output
    #expect(trace.contains("title \"Valve\""), "\(trace)")
  }

  @Test func `a named column gives the address, and rows without one their line`() throws {
    let query = "SELECT nullif(ref, '008') AS name, ref, title, price FROM offers ORDER BY ref"
    let project = try project(", \"key\": \"name\"", query: query)
    try project.publish()
    let addresses = try project.rows("offers").compactMap { $0["source_address"] }.sorted()
    #expect(addresses == ["shop:data/shop.sqlite#007", "shop:data/shop.sqlite#L2"])
  }

  @Test func `the same rows make nothing stale, others do`() throws {
    let project = try project()
    try project.publish()
    #expect(try project.publish().errors.contains("unchanged"))
    try change(project, "UPDATE offers SET price = 3 WHERE ref = '008'")
    try project.publish()
    #expect(try project.rows("offers").compactMap { $0["price"] }.sorted() == ["12.5", "3.0"])
    #expect(try project.folder.names("out/stages/archives").count == 1)
  }

  @Test func `a failing query stops the run, or keeps the rows where the source need not give any`() throws {
    let project = try project()
    try project.publish()
    let query = "SELECT rowid, reff, title FROM offers"
    try write(to: project, query: query)
    let refused = try project.sluice("run", "--now", SampleProject.now)
    #expect(refused.status == 4)
    #expect(refused.errors.contains("data/shop.sqlite can't be read: no such column: reff"), "\(refused.errors)")
    try write(to: project, ", \"required\": false", query: query)
    try project.folder.remove("data/shop.sqlite")
    let warned = try project.sluice("run", "--now", SampleProject.now)
    #expect(warned.status == 0, "\(warned.errors)")
    #expect(warned.errors.contains("there is no such file"), "\(warned.errors)")
    #expect(try project.rows("offers").count == 2)
  }

  @Test func `a key that the query doesn't give names the nearest`() throws {
    let project = try project(", \"key\": \"reff\"")
    let run = try project.sluice("run", "--now", SampleProject.now)
    #expect(run.status == 4)
    #expect(run.errors.contains("no column \"reff\""), "\(run.errors)")
    #expect(run.errors.contains("Did you mean \"ref\"?"), "\(run.errors)")
  }
}
