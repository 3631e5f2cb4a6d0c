/// A table of a report: with a caption, headed columns, and a name at the head of each row.
///
/// On a narrow screen each row becomes a card, whose lines are named by `data-label`; the roles keep it a table for
/// whoever has it read aloud.
struct ReportListing {
  /// A cell's content.
  enum Cell {
    case text(String)
    /// A word of the config, a code or an id.
    case code(String)
    case number(String)
    case lines([String])
    case markup((inout MarkupWriter) -> Void)

    static func count(_ number: Int) -> Cell { .number(ReportNumber.text(number)) }
  }

  let caption: String
  let columns: [String]
  var rows: [[Cell]] = []

  init(_ caption: String, _ columns: [String]) {
    self.caption = caption
    self.columns = columns
  }

  func write(to page: inout MarkupWriter) {
    page.element("table", ["role": "table"]) { table in
      table.element("caption", caption)
      table.element("thead", ["role": "rowgroup"]) { head in
        head.element("tr", ["role": "row"]) { row in
          for (place, column) in columns.enumerated() {
            row.element(
              "th", ["scope": "col", "role": "columnheader", "class": isNumeric(place) ? "number" : "plain"], column)
          }
        }
      }
      table.element("tbody", ["role": "rowgroup"]) { body in
        for cells in rows { write(cells, to: &body) }
      }
    }
    page.line()
  }

  private func write(_ cells: [Cell], to body: inout MarkupWriter) {
    body.element("tr", ["role": "row"]) { row in
      for (place, cell) in cells.enumerated() {
        let style = isNumeric(place) ? "number" : "plain"
        if place == 0 {
          row.element("th", ["scope": "row", "role": "rowheader"]) { cell.write(to: &$0) }
        } else {
          row.element("td", ["role": "cell", "class": style, "data-label": columns[place]]) { cell.write(to: &$0) }
        }
      }
    }
    body.line()
  }

  private func isNumeric(_ place: Int) -> Bool {
    if case .number = rows.first?[place] { return true }
    return false
  }
}

extension ReportListing.Cell {
  fileprivate func write(to page: inout MarkupWriter) {
    switch self {
    case .text(let text), .number(let text): page.write(text)
    case .code(let text): page.element("code", text)
    case .lines(let lines):
      for line in lines { page.element("span", ["class": "line"], line) }
    case .markup(let body): body(&page)
    }
  }
}
