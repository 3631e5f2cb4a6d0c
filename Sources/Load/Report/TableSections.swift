import Records
import Store

/// The tables: how many rows they have and had, their groups of equal rows, and what their columns are like.
extension ReportPage {
  func writeTables(_ page: inout MarkupWriter) {
    let declared = report.run.tables
    var listing = ReportListing(
      "The declared tables, against up to \(RunReport.publishes) publishes before",
      ["Table", "Rows", "Difference", "Least", "Most", "Publish by publish"])
    listing.rows = run(tables: declared).map { table in
      let counts = report.publishes.map { $0.rows[table.name] ?? 0 }
      let before = counts.dropLast().last
      return [
        .code(table.name), .count(table.rows),
        .number(before.map { ReportNumber.difference((counts.last ?? 0) - $0) } ?? ""),
        .number(counts.min().map(ReportNumber.text) ?? ""), .number(counts.max().map(ReportNumber.text) ?? ""),
        .markup { cell in
          guard counts.count > 1 else { return cell.write("the first publish") }
          let title = "Rows of \(table.name) in \(counts.count) publishes, from \(counts[0]) to \(counts.last ?? 0)"
          Chart.columns(counts, title: title, marksLast: true, into: &cell)
        },
      ]
    }
    listing.write(to: &page)
    var others = ReportListing(
      "The other tables of analytics.sqlite; dictionary.md tells what each is", ["Table", "Rows", "Columns"])
    others.rows = report.all.filter { !declared.contains($0.name) }.map {
      [.code($0.name), .count($0.rows), .count($0.columns.count)]
    }
    others.write(to: &page)
  }

  func writeDuplicates(_ page: inout MarkupWriter) {
    let tables = report.tables.compactMap { table in table.clusters.map { (table.table.name, $0) } }
    if tables.isEmpty { page.paragraph("No table of this pipeline is deduplicated.") }
    for (name, clusters) in tables {
      page.element("h3") { $0.element("code", name) }
      guard !clusters.sizes.isEmpty else {
        page.paragraph("No two rows are the same thing.")
        continue
      }
      let bars = clusters.sizes.map {
        Chart.Bar(name: "\($0.name) rows", parts: [("plain", Double($0.count))], says: ReportNumber.text($0.count))
      }
      Chart.bars(Array(bars.prefix(12)), title: "Groups of equal rows of \(name), by size", into: &page)
      var rules = ReportListing("Copies of \(name) by the rule that joined them", ["Rule", "Copies"])
      rules.rows = clusters.rules.map { [.code($0.name), .count($0.count)] }
      rules.write(to: &page)
      write(clusters, of: name, &page)
    }
  }

  private func write(_ clusters: ReportedClusters, of name: String, _ page: inout MarkupWriter) {
    for example in clusters.examples {
      let shown = example.members.count < example.size ? ", the first \(example.members.count)" : ""
      var listing = ReportListing(
        "A group of \(ReportNumber.text(example.size)) rows of \(name)\(shown)",
        ["Row", "Called", "Rule", "Similarity", "From"])
      listing.rows = example.members.map { member in
        [
          .code(member.id), .text(member.label.map(brief) ?? ""), .text(member.rule),
          .number(member.similarity.map(ReportNumber.text) ?? ""), .text(member.address ?? ""),
        ]
      }
      listing.write(to: &page)
    }
  }

  func writeColumns(_ page: inout MarkupWriter) {
    for table in report.tables {
      page.element("h3") { $0.element("code", table.table.name) }
      if table.step > 1 {
        page.paragraph(
          "From one row in \(ReportNumber.text(table.step)) of \(ReportNumber.text(table.table.rows)); "
            + "the share of empty cells is that of all rows.")
      }
      var listing = ReportListing(
        "Columns of \(table.table.name)",
        ["Column", "Type", "Empty", "Distinct", "Range", "Distribution", "Most frequent", "Example"])
      for (column, profile) in zip(table.table.columns, table.profiles) {
        listing.rows.append(cells(column, profile, isSample: table.step > 1))
      }
      listing.write(to: &page)
    }
  }

  private func cells(
    _ column: ReportedTable.Column, _ profile: ColumnProfile?, isSample: Bool
  ) -> [ReportListing.Cell] {
    let head: [ReportListing.Cell] = [
      .code(column.name), .text(column.type), .number(column.nullShare.map(ReportNumber.percent) ?? ""),
    ]
    guard let profile else {
      return head + [.number(""), .text("redacted"), .text(""), .text(""), .text("")]
    }
    return head + [
      .number(profile.values == 0 ? "" : (isSample ? "at least " : "") + ReportNumber.text(profile.distinct)),
      .lines(range(profile)),
      .markup { cell in
        guard profile.histogram.count > 1 else { return }
        Chart.columns(profile.histogram, title: title(column.name, profile), into: &cell)
      },
      .lines(profile.frequent.map { "\($0.value): \(ReportNumber.text($0.count))" }), .text(column.example ?? ""),
    ]
  }

  /// The quantiles in words.
  private func range(_ profile: ColumnProfile) -> [String] {
    let texts = profile.quantiles.map { ReportNumber.text($0, profile.measure) }
    guard texts.count == 5 else { return [] }
    let unit = profile.measure == .lengths ? " characters" : ""
    guard texts.first != texts.last else { return ["always \(texts[0])\(unit)"] }
    return ["\(texts[0]) to \(texts[4])\(unit)", "median \(texts[2])", "half from \(texts[1]) to \(texts[3])"]
  }

  private func title(_ column: String, _ profile: ColumnProfile) -> String {
    let what = profile.measure == .lengths ? "Lengths of \(column)" : "Values of \(column)"
    return "\(what): \(range(profile).joined(separator: "; "))"
  }
}
