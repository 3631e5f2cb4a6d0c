import Markup
import Records
import Testing

@testable import Load
@testable import Store

struct ReportPageTests {
  private static let hostile = "<script>alert('1')</script> & \"quoted\" \u{1}"

  private static var report: RunReport {
    var load = StageNumbers(.load)
    load.inputs = 5
    load.outputs = 4
    load.dropped = ["load.same-key": 1]
    let table = ReportedTable(
      name: "posts", rows: 4,
      columns: [
        .init("id", type: "text", nullShare: 0, example: "p1"),
        .init("title", type: "text", nullShare: 0.5, example: hostile),
        .init("mail", type: "email", nullShare: 0.25, example: "[redacted:1]"),
      ])
    let profile = ColumnProfile(
      measure: .lengths, values: 4, distinct: 3, frequent: [.init(value: hostile, count: 2)],
      quantiles: [1, 2, 3, 4, 5], histogram: [1, 2, 1])
    return RunReport(
      run: .init(
        pipeline: hostile, id: "r2", number: 2, startedAt: Timestamp(seconds: 0), program: "1", command: "run",
        tables: ["posts"], stages: [load]),
      all: [table, ReportedTable(name: "_rejects", rows: 1, columns: [])],
      tables: [
        .init(
          table: table, step: 3, profiles: [profile, profile, nil],
          clusters: ReportedClusters(
            sizes: [.init("2", 1)], rules: [.init("exact", 1)],
            examples: [
              .init(
                id: "c", size: 2, members: [.init(id: "p1", label: hostile, address: nil, rule: "exact", similarity: 1)]
              )
            ]))
      ],
      reasons: [
        ReportedReason(
          stage: "clean", severity: "reject", code: "clean.binary", count: 1, remedy: "Mend it.",
          samples: [.init(summary: hostile, source: "site", address: "site:a", line: 3, record: nil)])
      ],
      checks: [
        ReportedCheck(
          table: "posts", columns: "title", kind: "not_null", status: "warn", failing: 2, rows: 4, says: hostile,
          samples: [.init(id: "p1", value: nil)])
      ],
      changes: [
        ReportedChange(
          table: "posts", change: "changed", why: "page changed", causedBy: "source", rows: 1,
          samples: [.init(id: "p1", column: "title", before: hostile, after: nil, address: "site:a")])
      ],
      publishes: [
        EarlierPublish(runID: "r1", at: Timestamp(seconds: 0), rows: ["posts": 1]),
        EarlierPublish(runID: "r2", at: Timestamp(seconds: 9), rows: ["posts": 4]),
      ], runs: [])
  }

  /// Elements that are closed in another order than opened, or never.
  private static func faults(_ html: String) -> [String] {
    var open: [Substring] = []
    var faults: [String] = []
    for piece in html.split(separator: "<").dropFirst() where !piece.hasPrefix("!") {
      guard let end = piece.firstIndex(of: ">") else {
        faults.append("a tag that doesn't end: \(piece.prefix(40))")
        continue
      }
      let tag = piece[..<end]
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if tag.hasPrefix("/") {
        if open.popLast() != name { faults.append("</\(name)>") }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    return faults + open.map(String.init)
  }

  @Test func `is well formed whatever the texts hold`() {
    let html = ReportPage(Self.report).html
    #expect(Self.faults(html).isEmpty)
    #expect(!html.contains("<script"))
    #expect(!html.contains("\u{1}"))
    let tree = HTMLTree(parsing: Array(html.utf8))
    #expect(tree.warnings.isEmpty)
    let names = (0..<tree.count).filter { !tree.isText($0) }.map { tree.name(of: $0) }
    #expect(names.count { $0 == "h1" } == 1)
    #expect(names.count { $0 == "h2" } == 8)
    #expect(names.count { $0 == "caption" } == names.count { $0 == "table" })
    #expect(names.count { $0 == "script" } == 0)
  }

  @Test func `holds nothing from outside`() {
    let html = ReportPage(Self.report).html
    #expect(!html.contains("src="))
    #expect(!html.contains("http"))
    #expect(!html.contains("<link"))
    for target in html.split(separator: "href=\"").dropFirst() { #expect(target.hasPrefix("#")) }
  }

  @Test func `says what it was given`() {
    let html = ReportPage(Self.report).html
    for text in [
      "clean.binary", "Mend it.", "not_null", "page changed", "load.same-key: 1", "+3", "one row in 3 of 4",
      "1 to 5 characters", "median 3", "at least 3", "A group of 2 rows of posts, the first 1",
    ] { #expect(html.contains(text), "\(text)") }
  }

  @Test func `a redacted column shows its share of empty cells and nothing else`() {
    let html = ReportPage(Self.report).html
    #expect(html.contains("25 %"))
    #expect(html.contains("redacted"))
    #expect(!html.contains("[redacted:1]"))
  }
}
