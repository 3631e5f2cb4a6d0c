import Clean
import Formats
import Records
import Testing

struct RowPagesTests {
  private func document(_ kind: Document.Kind) -> Document {
    Document(
      id: Identity.document(address: "shop:a"), source: "shop", address: "shop:a", path: "a", kind: kind,
      contentHash: ContentHash(of: ""), byteCount: 0, fetchedAt: Timestamp(seconds: 0))
  }

  private func read(
    _ text: String, _ kind: Document.Kind = .csv, _ options: RowOptions = RowOptions()
  ) -> (pages: [Page], summary: RowSummary) {
    var rows = RowPages(document(kind), options, encoding: "utf-8")
    var pages: [Page] = []
    rows.append(Array(text.utf8))
    while let page = rows.next() { pages.append(page) }
    rows.finish()
    while let page = rows.next() { pages.append(page) }
    return (pages, rows.summary)
  }

  @Test func `rows stand in pages of 500 with ids of their own`() {
    let (pages, summary) = read("a,b\n" + (1...1201).map { "\($0),x\n" }.joined())
    #expect(pages.map { $0.rows?.rows.count } == [500, 500, 201])
    #expect(pages[1].id == Identity.part(document: Identity.document(address: "shop:a"), number: 2))
    #expect(pages[1].rows?.rows.first == PageRows.Row(line: 502, values: ["501", "x"]))
    #expect(pages.allSatisfy { $0.rows?.hasHeader == true && $0.blocks.isEmpty })
    #expect(summary.rows == 1201 && summary.rejected == 0)
    #expect(summary.fields.map { "\($0.name) \($0.rows) \($0.isOfHeader)" } == ["a 1201 true", "b 1201 true"])
  }

  @Test func `objects of one page share the fields that any has`() {
    let (pages, summary) = read(
      #"{"a": 1, "b": {"c": "x", "d": null}}"# + "\n" + #"{"e": true, "a": [1.50]}"#, .jsonLines)
    #expect(pages[0].rows?.fields == ["a", "b", "e"])
    #expect(
      pages[0].rows?.rows.map(\.values) == [["1", #"{"c":"x","d":null}"#, nil], ["[1.50]", nil, "true"]])
    #expect(pages[0].rows?.hasHeader == false)
    #expect(summary.fields.map { "\($0.name) \($0.rows)" } == ["a 2", "b 1", "b.c 1", "e 1"])
  }

  @Test func `a file without rows gives its header`() {
    let (pages, summary) = read("a,b\n")
    #expect(pages.isEmpty)
    #expect(summary.rows == 0)
    #expect(summary.fields.map(\.name) == ["a", "b"])
  }

  @Test func `equal rows are numbered across pages`() {
    let (pages, _) = read("a\n" + String(repeating: "tea\n", count: 700) + "coffee\n")
    #expect(pages.flatMap { $0.rows?.rows ?? [] }.map(\.repeats) == Array(0..<700) + [0])
  }

  @Test func `rejects are told of one by one up to a thousand`() {
    let (_, summary) = read("a,b\n" + String(repeating: "1\n", count: 1500) + "1,2\n1,2\n")
    #expect(summary.rows == 1502 && summary.rejected == 1500)
    #expect(summary.diagnostics.count { $0.code == "clean.row-unread" } == 1000)
    #expect(summary.diagnostics.last?.code == "clean.rows-unread")
    #expect(summary.diagnostics.last?.summary == "500 more rows can't be read either.")
    #expect(summary.diagnostics.first?.location.line == 2)
  }

  @Test func `says what it passed over and mended`() {
    let (_, summary) = read("Stock\n\nid,,id\n# a, remark\n1,2,3\n4,5,6\n")
    #expect(summary.diagnostics.map(\.code) == ["clean.lines-skipped", "clean.lines-skipped", "clean.header-mended"])
  }
}
