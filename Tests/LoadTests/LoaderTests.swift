import Foundation
import Records
import Store
import TestSupport
import Testing

@testable import Load

struct LoaderTests {
  let folder: TemporaryFolder
  private let normalize: StageStore
  private let schema = TableSchema(
    name: "notes",
    columns: [
      .init(name: "text", type: "text", physical: [.init("text", .text)]),
      .init(name: "size", type: "real", physical: [.init("size", .real)]),
      .init(name: "open", type: "boolean", physical: [.init("open", .boolean)]),
    ])
  private let fingerprint = Fingerprint(settings: "s", program: 1)

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("stages")
    try folder.makeFolder("built")
    normalize = try StageStore(writing: .normalize, in: folder.path("stages"))
    try normalize.prepare(tables: [schema])
  }

  /// Writes a record on a page of its own, of which the record's id is the name.
  private func write(_ id: String, page: String? = nil, _ values: [Value], _ diagnostics: [Diagnostic] = []) throws {
    let record = Record(
      id: id, pageID: page ?? id, ordinal: 0, cells: values.map { Cell([$0]) },
      provenance: Provenance(
        source: "site", address: "site:\(page ?? id)", fetchedAt: Timestamp(seconds: 0),
        contentHash: ContentHash(hex: "ab")))
    try normalize.write(
      pages: [
        NormalizedPage(
          id: page ?? id, inputHash: "h", tables: [TableRows(records: [record], rejected: 0)], diagnostics: diagnostics)
      ],
      tables: [schema], fingerprint)
  }

  private func build(isDeduped: Bool = false, _ settings: LoadSettings = LoadSettings()) throws -> [LoadedTable] {
    try normalize.close()
    let loader = Loader(
      name: "tides", tables: [PublishedTable(schema: schema, key: [], isDeduped: isDeduped)],
      stages: folder.path("stages"), stagesWithRejects: [.normalize], settings: settings)
    let loaded = try loader.build(in: folder.path("built")) { loaded in
      var numbers = StageNumbers(.load)
      numbers.outputs = loaded.reduce(0) { $0 + $1.rows }
      return [PublishedRun(runID: "r1", startedAt: Timestamp(seconds: 0), numbers: numbers)]
    }.tables
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: folder.path("built")).filter { $0.contains(".") }.sorted()
        == loader.files.sorted())
    return loaded
  }

  @Test func `builds the database and a file for every table`() throws {
    try write("b", [.text("ebb, \"low\""), .real(2.5), .boolean(true)])
    try write("a", [.null, .null, .boolean(false)])
    try write("c", [.text("two\nlines"), .real(3), .null])
    #expect(try build() == [LoadedTable(name: "notes", rows: 3, sameKey: 0)])
    #expect(
      try folder.names("built") == [
        "analytics.sqlite", "csv", "datapackage.json", "dictionary.md", "excel", "metadata.json",
      ])
    #expect(try folder.names("built/csv") == ["_check_failures.csv", "_checks.csv", "_rejects.csv", "notes.csv"])
    #expect(try folder.names("built/excel") == ["_check_failures.csv", "_checks.csv", "_rejects.csv", "notes.csv"])
    #expect(
      try folder.read("built/csv/notes.csv") == #"""
        id,text,size,open,source,source_address,fetched_at,content_sha256
        a,,,false,site,site:a,1970-01-01T00:00:00Z,ab
        b,"ebb, ""low""",2.5,true,site,site:b,1970-01-01T00:00:00Z,ab
        c,"two
        lines",3.0,,site,site:c,1970-01-01T00:00:00Z,ab

        """#)
  }

  @Test func `writes the files it is told to`() throws {
    try write("a", [.text("=1"), .real(2.5), .boolean(true)])
    var settings = LoadSettings()
    settings.csv = nil
    settings.excel?.separator = UInt8(ascii: ";")
    settings.jsonLines = .all
    _ = try build(settings)
    #expect(
      try folder.names("built") == ["analytics.sqlite", "dictionary.md", "excel", "jsonl", "metadata.json"])
    #expect(
      try folder.read("built/excel/notes.csv").hasSuffix("\r\na;'=1;2.5;true;site;site:a;1970-01-01 00:00:00;ab\r\n"))
    #expect(try folder.read("built/jsonl/notes.jsonl").hasPrefix(#"{"id":"a","text":"=1","size":2.5,"open":true,"#))
  }

  @Test func `says of every column how often it is empty and what stands in it`() throws {
    try write("b", [.text("ebb\nand flow"), .real(2.5), .boolean(true)])
    try write("a", [.null, .null, .boolean(false)])
    _ = try build()
    let page = try folder.read("built/dictionary.md")
    #expect(page.contains("| `text` | What is read from `text`. | text |  | `ebb and flow` | 50 % |"))
    #expect(page.contains("| `open` | What is read from `open`. | boolean |  | `false` | 0 % |"))
    #expect(page.contains("| `notes` | 2 |"))
  }

  @Test func `writes a header alone for a table without rows`() throws {
    #expect(try build() == [LoadedTable(name: "notes", rows: 0, sameKey: 0)])
    #expect(
      try folder.read("built/csv/notes.csv") == "id,text,size,open,source,source_address,fetched_at,content_sha256\n")
    #expect(
      try folder.read("built/csv/_rejects.csv")
        == "stage,severity,code,summary,source,address,line,column,record,remedy\n")
  }

  @Test func `counts records whose id was there already`() throws {
    try write("a", page: "p2", [.text("second"), .null, .null])
    try write("a", page: "p1", [.text("first"), .null, .null])
    #expect(try build() == [LoadedTable(name: "notes", rows: 1, sameKey: 1)])
    #expect(try folder.read("built/csv/notes.csv").contains("a,first,"))
  }

  @Test func `writes the rejects of the stages`() throws {
    try write(
      "a", [.null, .null, .null],
      [
        Diagnostic(
          .reject, "normalize.no-key", "no \"key\"", at: .init(source: "site", address: "site:a", line: 3),
          remedy: "Add it."),
        Diagnostic(.warn, "normalize.ambiguous", "two readings"),
      ])
    _ = try build()
    #expect(
      try folder.read("built/csv/_rejects.csv") == #"""
        stage,severity,code,summary,source,address,line,column,record,remedy
        normalize,warn,normalize.ambiguous,two readings,,,,,,""
        normalize,reject,normalize.no-key,"no ""key""",site,site:a,3,,,Add it.

        """#)
  }

  @Test func `writes survivors and duplicates of a deduplicated table`() throws {
    for id in ["a", "b", "c"] { try write(id, [.text("same"), .null, .null]) }
    let dedupe = try StageStore(writing: .dedupe, in: folder.path("stages"))
    let members = ["b", "a"].map { id in
      ClusterMember(
        record: RecordReference(id: id, pageID: id, ordinal: 0), clusterID: "a", survivorID: "b", survives: id == "b",
        members: 2,
        rule: id == "b" ? "survivor" : "exact", similarity: 1, evidence: "equal text")
    }
    try dedupe.write(
      table: "notes", digest: "d", fingerprint, counts: DedupedCounts(rows: 3, survivors: 2, copies: 1)
    ) { writer in
      for member in members { try writer.add(member) }
    }
    try dedupe.close()
    #expect(try build(isDeduped: true) == [LoadedTable(name: "notes", rows: 2, sameKey: 0)])
    let origin = "1970-01-01T00:00:00Z,ab"
    #expect(
      try folder.read("built/csv/notes.csv") == """
        id,text,size,open,source,source_address,fetched_at,content_sha256,copies
        b,same,,,site,site:b,\(origin),1
        c,same,,,site,site:c,\(origin),0

        """)
    #expect(
      try folder.read("built/csv/notes_duplicates.csv") == """
        id,text,size,open,source,source_address,fetched_at,content_sha256,cluster_id,survivor_id,rule,similarity
        b,same,,,site,site:b,\(origin),a,b,survivor,1.0
        a,same,,,site,site:a,\(origin),a,b,exact,1.0

        """)
  }

  @Test func `writes a long table whole`() throws {
    let long = String(repeating: "moon ", count: 40)
    for number in 100..<900 { try write("\(number)", [.text("\(long)\(number)"), .null, .null]) }
    #expect(try build()[0].rows == 800)
    let lines = try folder.read("built/csv/notes.csv").split(separator: "\n").dropFirst()
    #expect(lines.map { $0.prefix(3) } == (100..<900).map { "\($0)" })
    #expect(lines.allSatisfy { $0.contains("\(long)\($0.prefix(3)),") })
  }

  @Test func `fails where a stage's store is missing`() throws {
    try normalize.close()
    try folder.remove("stages/normalize.sqlite")
    var code = ""
    do throws(Failure) {
      _ = try Loader(
        name: "tides", tables: [PublishedTable(schema: schema, key: [], isDeduped: false)],
        stages: folder.path("stages"),
        stagesWithRejects: []
      ).build(in: folder.path("built")) { _ in [] }
    } catch { code = error.diagnostic.code }
    #expect(code.hasPrefix("store."))
  }
}
