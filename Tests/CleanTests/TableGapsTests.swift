import Markup
import Records
import Testing

@testable import Clean

struct TableGapsTests {
  private func gaps(_ rows: String) -> [[Int]?] {
    let tree = HTMLTree(parsing: Array("<table>\(rows)</table>".utf8))
    let nodes = tree.nodes(tagged: [.tr])
    let gaps = TableGaps(tree, rows: nodes)
    return nodes.map { gaps.before($0) }
  }

  @Test(
    arguments: [
      ("<tr><td>a<td>b", [nil]), ("<tr><td colspan=3>a<td>b<td>c", [[0, 2, 0, 0]]),
      ("<tr><td>a<td colspan=2>b", [[0, 0, 1]]),
      ("<tr><td rowspan=2>a<td>b<tr><td>c<td>d", [nil, [1, 0, 0]]),
      ("<tr><td>a<td rowspan=2>b<tr><td>c<td>d", [nil, [0, 1, 0]]),
      ("<tr><td>a<td rowspan=2 colspan=2>b<tr><td>c", [[0, 0, 1], [0, 2]]),
      ("<tbody><tr><td rowspan=9>a<td>b<tbody><tr><td>c<td>d", [nil, nil]),
      ("<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", [nil, [1, 0], [1, 0]]),
      ("<tr><td colspan=x>a<td colspan=0>b<td rowspan=-2>c<tr><td>d", [nil, nil]),
    ] as [(String, [[Int]?])])
  func `tells the empty places beside and below cells that span`(rows: String, expected: [[Int]?]) {
    #expect(gaps(rows) == expected)
  }

  @Test func `bounds what a cell may span, a table's columns and all empty places`() {
    #expect(gaps("<tr><td colspan=999999999999999999999>a<td colspan=500>b") == [[0, 999, 0]])
    let many = gaps(String(repeating: "<tr><td colspan=1000>a<td>b", count: 300)).compactMap(\.self)
    #expect(many.count == 100)
    let tall = gaps("<tr><td rowspan=70000 colspan=10>a<td>b" + String(repeating: "<tr><td>c", count: 1200))
    #expect(tall.count { $0 != nil } == 1000)
  }

  @Test func `keeps each text once and in its column`() {
    let result = cleaned(
      """
      <article><h1>Ice on the lake</h1><p>\(prose)</p><p>\(prose) Again.</p><table><caption>Days of ice by winter</caption>
      <tr><th>Winter<th colspan=2>Days<th>Remark</tr><tr><td rowspan=2>1804<td>97<td>12<td>frozen to the weir</tr>
      <tr><td>96<td><td>counted anew</tr></table></article>
      """)
    #expect(
      lines(result).suffix(4) == [
        "caption: Days of ice by winter", "tableRow: Winter | Days | | Remark",
        "tableRow: 1804 | 97 | 12 | frozen to the weir", "tableRow: | 96 | | counted anew",
      ])
  }
}
