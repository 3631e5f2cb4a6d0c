import Records
import Testing

@testable import Normalize

private func teas(price: OnError = .null, required: Bool = false, sources: [String]? = nil) throws
  -> TableRule
{
  TableRule(
    table: "teas", from: ["cards"], sources: sources,
    columns: [
      ColumnRule(name: "name", type: try type("text"), from: ["title"]),
      ColumnRule(name: "price", type: try type("integer"), onError: price, required: required),
    ])
}

struct NormalizerTests {
  @Test func `reads each table's rows in order, with what was written beside the value`() throws {
    let pages = TableRule(
      table: "pages", from: ["page"],
      columns: [
        ColumnRule(name: "title", type: try type("text")),
        ColumnRule(name: "published", type: try type("date")),
        ColumnRule(name: "words", type: try type("integer")),
      ])
    let normalized = try Normalizer(tables: [teas(), pages]).normalize(samplePage())
    #expect(normalized.tables.map(\.records.count) == [3, 1])
    #expect(normalized.tables[0].records.map(\.ordinal) == [0, 1, 2])
    let page = normalized.tables[1].records[0]
    #expect(page.cells.map(shown) == ["Tea", "2026-03-01, day", "4"])
    #expect(page.cells[1].raw == "2026-03-01T09:00:00Z")
    #expect(page.cells[1].rule == "date.iso-datetime")
    #expect(page.provenance == samplePage().provenance)
    #expect(page.pageID == samplePage().id)
  }

  @Test func `an unreadable cell is null, with a warning that shows what was written`() throws {
    let normalized = try Normalizer(tables: [teas()]).normalize(samplePage())
    let cell = normalized.tables[0].records[2].cells[1]
    #expect(cell == Cell([.null], raw: "cheap", flag: .invalid))
    #expect(normalized.tables.map(\.rejected) == [0])
    let warning = try #require(normalized.diagnostics.first)
    #expect(normalized.diagnostics.count == 1)
    #expect((warning.severity, warning.code) == (.warn, "normalize.unreadable"))
    #expect(warning.summary == #"teas.price can't be read as integer, such as "1,234,567": "cheap""#)
    #expect(
      warning.location == .init(source: "shop", address: "https://shop.example/tea/", record: "teas.price"))
  }

  @Test func `what was written is cut at 80 characters and kept on one line`() throws {
    let price = "a\n\0" + String(repeating: "x", count: 5000)
    let page = samplePage(items: [card(0, "a", ["price": price])])
    let summary = try #require(try Normalizer(tables: [teas()]).normalize(page).diagnostics.first?.summary)
    #expect(summary.hasSuffix("\"a \u{FFFD}" + String(repeating: "x", count: 77) + "…\""))
  }

  @Test func `a row is rejected where its column says so, and takes no place among the rows`() throws {
    let page = samplePage(items: [sampleCards[2]] + sampleCards)
    let normalized = try Normalizer(tables: [teas(price: .reject)]).normalize(page)
    #expect(normalized.tables[0].records.map(\.ordinal) == [0, 1])
    #expect(normalized.tables.map(\.rejected) == [2])
    #expect(normalized.diagnostics.map(\.code) == ["normalize.unreadable", "normalize.unreadable"])
    #expect(normalized.diagnostics.allSatisfy { $0.severity == .reject })
  }

  @Test func `a row without a required value is rejected, written or not`() throws {
    let page = samplePage(items: [card(0, "a", [:]), card(1, "b", ["price": " "])] + sampleCards)
    let normalized = try Normalizer(tables: [teas(required: true)]).normalize(page)
    #expect(normalized.tables[0].records.count == 2)
    #expect(normalized.tables.map(\.rejected) == [3])
    #expect(normalized.diagnostics.map(\.code) == Array(repeating: "normalize.missing-required", count: 3))
    #expect(normalized.diagnostics.allSatisfy { $0.severity == .reject })
  }

  @Test func `a stop ends the run with a failure`() throws {
    let normalizer = Normalizer(tables: [try teas(price: .stop)])
    let failure = #expect(throws: Failure.self) { try normalizer.normalize(samplePage()) }
    #expect(failure?.diagnostic.severity == .fatal)
    #expect(failure?.diagnostic.code == "normalize.unreadable")
    #expect(failure?.diagnostic.location.record == "teas.price")
  }

  @Test func `an ambiguous cell is a warning of its own wording`() throws {
    let rule = TableRule(
      table: "t", from: ["cards"], columns: [ColumnRule(name: "when", type: try type("timestamp"))])
    let page = samplePage(items: [card(0, "a", ["when": "2026-03-01 10:00"])])
    let normalized = try Normalizer(tables: [rule]).normalize(page)
    #expect(normalized.tables[0].records[0].cells[0].flag == .ambiguous)
    #expect(normalized.diagnostics.first?.summary.contains("more than one way") == true)
  }

  @Test func `a table takes only the pages of its sources`() throws {
    let normalizer = Normalizer(tables: [try teas(sources: ["shop"])])
    #expect(try normalizer.normalize(samplePage()).tables[0].records.count == 3)
    let other = try normalizer.normalize(samplePage(source: "other"))
    #expect(other.tables.map(\.records) == [[]])
    #expect(other.diagnostics.isEmpty)
  }

  @Test func `origins come in their declared order and count through`() throws {
    let rule = TableRule(
      table: "all", from: ["links", "page", "cards"],
      columns: [ColumnRule(name: "text", type: try type("text"))])
    let records = try Normalizer(tables: [rule]).normalize(samplePage()).tables[0].records
    #expect(records.map(\.ordinal) == Array(0..<6))
    #expect(records.map { shown($0.cells[0]) }[2] == "Tea\nLeaves and water.")
    #expect(Set(records.map(\.id)).count == 6)
  }

  @Test func `gives what this version is known to give`() throws {
    let records = try Normalizer(tables: [teas()]).normalize(samplePage()).tables[0].records
    let digest = ContentHash(of: records.map { "\($0.id) \($0.cells.map(shown))" }.joined(separator: "\n"))
    #expect(Normalizer.version == 3)
    #expect(digest.hex.prefix(16) == "595e25132d1bab54")
  }

  @Test func `a quarantine keeps what was written in a rejected row, an ignored value says nothing`() throws {
    let kept = try Normalizer(tables: [teas(price: .quarantine)]).normalize(samplePage())
    #expect(kept.tables[0].records.count == 2)
    #expect(kept.tables[0].rejected == 1)
    #expect(kept.tables[0].quarantined.map(\.written) == [#"{"name":"Black tea","price":"cheap"}"#])
    #expect(kept.tables[0].quarantined.map(\.code) == ["normalize.unreadable"])
    #expect(kept.diagnostics.map(\.severity) == [.reject])
    let ignored = try Normalizer(tables: [teas(price: .ignore)]).normalize(samplePage())
    #expect(ignored.tables[0].records.count == 3)
    #expect(ignored.diagnostics.isEmpty)
  }
}
