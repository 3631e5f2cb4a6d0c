import Records

/// A query that is published with the tables, because many ask it.
package struct PublishedView: Hashable, Sendable {
  package var name: String
  package var meaning: String
  fileprivate var query: String

  /// The statement that makes it.
  var definition: String { "CREATE VIEW \(quoted(name)) AS -- \(meaning)\n\(query)" }

  /// Those of a database with these tables.
  package static func all(of tables: [PublishedTable]) -> [PublishedView] { tables.flatMap(\.views) + [rejects] }

  /// What is asked of every run.
  private static let rejects = PublishedView(
    name: "_rejects_by_reason", meaning: "How often each reason for leaving something out or warning occurred.",
    query: """
      SELECT stage, severity, code, count(*) AS count, min(summary) AS example, max(remedy) AS remedy
      FROM _rejects GROUP BY stage, severity, code ORDER BY count DESC, stage, code
      """)
}

extension PublishedTable {
  /// The queries that the table's columns allow.
  package var views: [PublishedView] { [copiesView, monthView, weekView].compactMap { $0 } }

  /// Survivors beside the copies that were left out for them.
  private var copiesView: PublishedView? {
    guard isDeduped else { return nil }
    let texts = schema.columns.filter { $0.type == "text" }.map(\.name)
    // What a row is called says most of what it is.
    let label = (["title", "name"].first(where: texts.contains) ?? texts.first).map(quoted)
    let labels = label.map { ", s.\($0) AS \(labelled("survivor", $0)), d.\($0) AS \(labelled("copy", $0))" } ?? ""
    return PublishedView(
      name: "\(schema.name)_copies", meaning: "Every copy that was left out, beside the row that stands for it.",
      query: """
        SELECT s.id AS survivor_id\(labels), s.source_address AS survivor_address,
          d.id AS copy_id, d.source AS copy_source, d.source_address AS copy_address, d.rule, d.similarity
        FROM \(quoted(duplicatesName)) d JOIN \(quoted(schema.name)) s ON s.id = d.survivor_id
        WHERE d.rule <> 'survivor' ORDER BY s.id, d.id, d.source_address
        """)
  }

  /// What opened, changed and closed in the seven days before the run; what settings or an upgrade caused is no news.
  private var weekView: PublishedView? {
    guard mode == .history else { return nil }
    let since = "strftime('%Y-%m-%dT%H:%M:%SZ', (SELECT max(started_at) FROM _runs), '-7 days')"
    let history = quoted(historyName)
    return PublishedView(
      name: "\(schema.name)_this_week",
      meaning: "What opened, changed and closed in the last seven days, but for what settings or an upgrade caused.",
      query: """
        SELECT CASE change WHEN 'changed' THEN 'changed' ELSE 'opened' END AS what, valid_from AS at, h.*
        FROM \(history) h WHERE caused_by = 'source' AND valid_from >= \(since)
        UNION ALL
        SELECT 'closed', valid_to, h.* FROM \(history) h WHERE ended_by = 'source' AND valid_to >= \(since)
          AND NOT EXISTS (SELECT 1 FROM \(history) n WHERE n.id = h.id AND n.valid_from = h.valid_to)
        ORDER BY at, id
        """)
  }

  private func labelled(_ what: String, _ column: String) -> String { "\"\(what)_\(column.dropFirst())" }

  /// Rows for each month, and for each place where the table has places.
  private var monthView: PublishedView? {
    guard let date = schema.columns.first(where: { $0.type == "date" })?.name else { return nil }
    let place = schema.columns.first { $0.type == "location" }?.name
    let parts = place.map { name in
      ["country", "region", "city"].map { "\(quoted("\(name)_\($0)")) AS \($0)" }
    }
    let month = "CASE WHEN length(\(quoted(date))) >= 7 THEN substr(\(quoted(date)), 1, 7) END AS month"
    let groups = (parts ?? []) + [month]
    let order = ([groups.count] + Array(1..<groups.count)).map(String.init).joined(separator: ", ")
    return PublishedView(
      name: "\(schema.name)_by_\(place == nil ? "" : "place_and_")month",
      meaning:
        "How many rows there are for each month of `\(date)`\(place.map { " and each place of `\($0)`" } ?? "").",
      query: """
        SELECT \(groups.joined(separator: ", ")), count(*) AS row_count\(isDeduped ? ", sum(copies) AS copies" : "")
        FROM \(quoted(schema.name)) GROUP BY \((1...groups.count).map(String.init).joined(separator: ", "))
        ORDER BY \(order)
        """)
  }
}
