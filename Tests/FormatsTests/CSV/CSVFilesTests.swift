import Formats
import Foundation
import TestSupport
import Testing

/// Real files of the shared test data: what their columns are, how many rows they have, which lines are rejected.
struct CSVFilesTests {
  @Test(
    .enabled(if: BenchData.has("csv/frictionless")),
    arguments: [
      ("accent.csv", 17, 2, []), ("blank-cells.csv", 2, 5, []), ("blank-headers.csv", 3, 2, []),
      ("blank-rows-multiple.csv", 3, 2, []), ("blank-rows-no-fields.csv", 3, 2, []), ("bom.csv", 2, 2, []),
      ("capitals.csv", 3, 5, []), ("countries.csv", 4, 3, [4, 7]), ("country-2.csv", 4, 5, []),
      ("defective-rows.csv", 3, 0, [2, 3]), ("dialect.csv", 2, 1, [3]), ("doublequote.csv", 17, 5, []),
      ("duplicate-headers.csv", 5, 2, []), ("empty.csv", 0, 0, []), ("escaping.csv", 2, 3, []),
      ("floats.csv", 1, 5, []), ("invalid.csv", 4, 0, [2, 3, 5]), ("issue-1105-timezone.csv", 2, 2, []),
      ("issue-1109.csv", 3, 3, []), ("issue-1138.csv", 4, 7, []), ("issue-1232.csv", 7, 5, []),
      ("issue-825.csv", 3, 2, []), ("issue-833.csv", 2, 3, []), ("leading-zeros.csv", 1, 3, []),
      ("matrix-with-comment.csv", 4, 4, []), ("numeric-labels.csv", 10, 3, []),
      ("skip-blank-at-the-end.csv", 2, 1, []), ("skip-rows.csv", 2, 2, []), ("structure-errors.csv", 3, 2, [5]),
      ("table.tsv", 2, 3, []), ("table-limits.csv", 4, 3, []), ("transpose.csv", 4, 2, []), ("vix.csv", 5, 2, []),
      ("without-rows.csv", 2, 0, []),
    ] as [(String, Int, Int, [Int])])
  func `reads what people write`(_ name: String, _ width: Int, _ rows: Int, _ rejected: [Int]) throws {
    let path = try #require(BenchData.path("csv/frictionless/\(name)"))
    var table = CSVTable()
    let steps = steps(&table, Array(try Data(contentsOf: URL(fileURLWithPath: path))), size: 4096)
    #expect(table.fields?.count ?? 0 == width)
    #expect(steps.count { if case .row = $0 { true } else { false } } == rows)
    #expect(steps.compactMap { if case .fault(let fault) = $0 { fault.line } else { nil } } == rejected)
  }
}
