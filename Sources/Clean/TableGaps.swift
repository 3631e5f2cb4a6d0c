import Markup

/// Where a table's rows have empty places: beside cells that span columns, and below cells that span rows, whose text
/// stands in their first place alone.
struct TableGaps {
  /// For each row with any how many places are empty before each of its cells, and after the last.
  private var gaps: [HTMLTree.Node: [Int]] = [:]
  /// How many empty places there may be on the page; further ones are left out, no text is.
  private var left = 100_000

  /// How many columns or rows a cell may span (HTML standard, "Attributes common to td and th elements"), and how many
  /// columns a table may have.
  private static let mostColumns = 1000

  /// Of no table.
  init() {}

  /// The gaps in the tables that these rows stand in.
  init(_ tree: HTMLTree, rows: [HTMLTree.Node]) {
    var last = -1
    for row in rows where row >= last {
      guard let table = TableGaps.table(around: row, tree) else { continue }
      read(table, tree)
      last = tree.end(of: table)
    }
  }

  /// How many places are empty before each of the row's cells, and after the last; nil where all are taken.
  func before(_ row: HTMLTree.Node) -> [Int]? { gaps[row] }

  private static func table(around row: HTMLTree.Node, _ tree: HTMLTree) -> HTMLTree.Node? {
    var (next, outermost) = (tree.parent(of: row), HTMLTree.Node?.none)
    var steps = 0
    while let node = next, steps < 100 {
      if tree.tag(of: node) == .table { outermost = node }
      next = tree.parent(of: node)
      steps += 1
    }
    return outermost
  }

  /// Reads a table and those in it; each part of a table has its own cells that span rows.
  private mutating func read(_ table: HTMLTree.Node, _ tree: HTMLTree) {
    var spans: [HTMLTree.Node: [Int]] = [:]
    for node in table..<tree.end(of: table) where tree.tag(of: node) == .tr && left > 0 {
      let part = tree.parent(of: node) ?? table
      read(row: node, tree, &spans[part, default: []])
    }
  }

  /// - Parameter below: for each column how many further rows a cell above takes.
  private mutating func read(row: HTMLTree.Node, _ tree: HTMLTree, _ below: inout [Int]) {
    var before: [Int] = []
    var (column, gap) = (0, 0)
    let taken = below.map { $0 > 0 }
    for place in below.indices where below[place] > 0 { below[place] -= 1 }
    for cell in tree.children(of: row) where [.td, .th].contains(tree.tag(of: cell)) {
      while column < taken.count, taken[column] {
        column += 1
        gap += 1
      }
      before.append(gap)
      let (columns, rows) = (span(.colspan, of: cell, tree), span(.rowspan, of: cell, tree))
      let end = min(column + columns, TableGaps.mostColumns)
      if rows > 1, column < end {
        if below.count < end { below += [Int](repeating: 0, count: end - below.count) }
        for place in column..<end { below[place] = rows - 1 }
      }
      gap = max(0, end - column - 1)
      column = max(column + 1, end)
    }
    gap += taken.dropFirst(column).reduce(0) { $0 + ($1 ? 1 : 0) }
    before.append(gap)
    let sum = before.reduce(0, +)
    guard sum > 0, sum <= left else { return }
    left -= sum
    gaps[row] = before
  }

  /// How many columns or rows the cell spans; 0 rows are all that follow.
  private func span(_ name: AttributeName, of cell: HTMLTree.Node, _ tree: HTMLTree) -> Int {
    guard let value = tree.attribute(name, of: cell) else { return 1 }
    var number: Int?
    for byte in value.drop(while: { $0 <= 0x20 }) {
      guard byte &- 48 < 10 else { break }
      number = min((number ?? 0) * 10 + Int(byte - 48), TableGaps.mostColumns)
    }
    guard let number else { return 1 }
    return number == 0 ? (name == .rowspan ? TableGaps.mostColumns : 1) : number
  }
}
