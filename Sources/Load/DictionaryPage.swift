import Records
import Store

extension DataDictionary {
  /// dictionary.md: every table and column for people.
  package var page: String {
    var text = """
      # Data dictionary of \(name)

      Written by Sluice with the tables. `analytics.sqlite` has all of them; the files below `csv/` have the same rows.
      \(csvNote)
      In the column "empty" stands the share of rows without a value.

      ## Tables

      | table | rows | a row is |
      | --- | ---: | --- |

      """
    for table in tables {
      text += row([
        code(table.description.name), table.profile.map { String($0.rows) } ?? "", table.description.meaning,
      ])
    }
    for table in tables { text += section(table) }
    text += "\n## Views\n\nQueries that many ask, in `analytics.sqlite`.\n\n| view | shows |\n| --- | --- |\n"
    for view in views { text += row([code(view.name), view.meaning]) }
    return text + types
  }

  private var csvNote: String {
    guard let csv, !csv.null.isEmpty else { return "In CSV a missing value is an empty field." }
    return "In CSV a missing value is `\(String(decoding: csv.null, as: UTF8.self))`."
  }

  private func section(_ table: Table) -> String {
    let description = table.description
    var text = "\n## `\(description.name)`\n\n\(description.meaning)\n"
    if !description.primaryKey.isEmpty {
      text += "\nKey: \(description.primaryKey.map(code).joined(separator: ", ")).\n"
    }
    for key in description.foreignKeys {
      text += "\n\(code(key.column)) stands for a row of `\(key.table)`, by its `\(key.referenced)`.\n"
    }
    text += """

      | column | means | type | unit | example | empty | from |
      | --- | --- | --- | --- | --- | ---: | --- |

      """
    for (place, column) in description.columns.enumerated() {
      let example = table.profile?.examples[place].map(code) ?? ""
      let share = table.profile?.nullShare(of: place).map(percent) ?? ""
      text += row([
        code(column.name), column.meaning, column.shownType, column.physical.unit ?? "", example, share, column.origin,
      ])
    }
    return text
  }

  private var types: String {
    var seen: [String: String] = [:]
    for column in tables.flatMap(\.description.columns) where !column.typeMeaning.isEmpty {
      seen[column.type] = column.typeMeaning
    }
    guard !seen.isEmpty else { return "" }
    let rows = seen.sorted { $0.key < $1.key }.map { row([$0.key, $0.value]) }
    return "\n## Types\n\n`c` stands for the column's name.\n\n| type | reads and gives |\n| --- | --- |\n"
      + rows.joined()
  }

  private func row(_ cells: [String]) -> String {
    let cells = cells.map { cell in
      cell.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
    }
    return "| \(cells.joined(separator: " | ")) |\n"
  }

  /// A value between backticks, two of them where it has one itself.
  private func code(_ text: String) -> String { text.contains("`") ? "`` \(text) ``" : "`\(text)`" }

  /// `12.5 %`; what isn't nothing and isn't all is never shown as such.
  private func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded()
    if share > 0, tenths == 0 { return "< 0.1 %" }
    if share < 1, tenths == 1000 { return "> 99.9 %" }
    let whole = Int(tenths)
    return whole % 10 == 0 ? "\(whole / 10) %" : "\(whole / 10).\(whole % 10) %"
  }
}
