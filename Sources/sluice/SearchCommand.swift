import ArgumentParser
import Foundation
import JSONText
import Pipeline
import Records
import Search
import Settings
import Store

/// `sluice search`: what the published tables say about a question.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Look for rows of the published tables by a question in natural words.",
    discussion: """
      Any word of the question may match, in any of its forms; rows that have more and rarer ones, closer together, \
      come first. Words such as "what is known about" say nothing and are left out.

      --where looks in the tables that have the column. It takes a column, one of = != >= <= > < ~ (contains) and a value, such as words>=300, place~Cork or \
      posted>=2026-01; nothing after = means no value. Several must all hold.
      """)

  @Argument(help: "The question; quotes are not needed.")
  var question: [String]

  @Option(help: ArgumentHelp("Look in this table alone; may be given again.", valueName: "name"))
  var table: [String] = []

  @Option(name: .customLong("where"), help: ArgumentHelp("Only rows for which this holds.", valueName: "condition"))
  var conditions: [String] = []

  @Option(help: "How many rows to show, 200 at most.")
  var limit = 10

  @OptionGroup var project: ProjectOptions

  mutating func validate() throws {
    guard (1...200).contains(limit) else { throw ValidationError("--limit takes a number from 1 to 200.") }
  }

  func run() throws {
    let pipeline = try project.project()
    guard let store = try SearchStore(reading: "\(pipeline.out.current)/analytics.sqlite") else {
      throw Failure("search.nothing", "nothing is published yet", remedy: "Run `sluice run` first.").ending(with: 2)
    }
    defer { try? store.close() }
    let found: [Found]
    do throws(Failure) { found = try search(store) } catch {
      throw error.ending(with: error.diagnostic.code.hasPrefix("search.") ? 2 : 3)
    }
    if project.format == .json {
      Terminal.write(JSON.array(found.map(\.json)).pretty)
    } else {
      Terminal.write(found.map(\.text).joined(separator: "\n"))
      if found.isEmpty, !project.quiet { Terminal.say("Nothing was found.") }
    }
  }

  /// The best rows of all tables. Tables are put beside each other by how much of what was asked for a row can have.
  private func search(_ store: SearchStore) throws(Failure) -> [Found] {
    var conditions: [RowCondition] = []
    for condition in self.conditions { conditions.append(try RowCondition(written: condition)) }
    let tables = try chosenTables(store, conditions)
    var hits: [(search: TableSearch, hit: TableSearch.Hit, share: Double)] = []
    for table in tables {
      let search = try TableSearch(question.joined(separator: " "), in: table, of: store, where: conditions)
      hits += search.hits.prefix(limit).map { (search, $0, $0.score / search.ranking.best) }
    }
    let order = hits.indices.sorted { (hits[$1].share, $0) < (hits[$0].share, $1) }
    return order.prefix(limit).map { Found(hits[$0].hit, hits[$0].search, share: hits[$0].share, marks: marks) }
  }

  /// The tables that were asked for; without any, those that have all columns of which something is asked.
  private func chosenTables(_ store: SearchStore, _ conditions: [RowCondition]) throws(Failure) -> [SearchedTable] {
    let names = store.tables.map(\.name)
    guard !names.isEmpty else {
      throw Failure(
        "search.no-table", "no published table can be searched",
        remedy: "Name tables and columns in load's \"search\", then run `sluice run`.")
    }
    for name in table where !names.contains(name) {
      throw Failure(
        "search.no-table", "there is no table \"\(name)\" that can be searched", remedy: didYouMean(name, among: names))
    }
    guard table.isEmpty else { return store.tables.filter { table.contains($0.name) } }
    var fitting: [SearchedTable] = []
    for table in store.tables where Set(conditions.map(\.column)).isSubset(of: try store.columns(of: table)) {
      fitting.append(table)
    }
    return fitting.isEmpty ? store.tables : fitting
  }

  /// Bold on a terminal, asterisks elsewhere.
  private var marks: Snippet.Marks {
    project.format == .text && Terminal.showsStyles
      ? .init(before: "\u{1B}[1m", after: "\u{1B}[0m") : .init(before: "**", after: "**")
  }
}

/// A found row as it is shown.
private struct Found {
  let table: String
  let row: FoundRow
  /// How much of what was asked for the row has; 1 would be all of it, again and again.
  let share: Double
  /// What stands in the first searched column, if there are others.
  let title: String?
  let snippet: String

  init(_ hit: TableSearch.Hit, _ search: TableSearch, share: Double, marks: Snippet.Marks) {
    table = search.table.name
    row = hit.row
    self.share = share
    let columns = search.table.columns.count
    title = columns > 1 ? hit.row.texts[0] : nil
    let snippets = hit.row.texts.dropFirst(columns > 1 ? 1 : 0).map {
      Snippet(of: $0, language: hit.row.language, search.ranking, marks: marks)
    }
    snippet = snippets.max { $0.worth < $1.worth }?.text ?? ""
  }

  var text: String {
    var lines = [title.map(oneLine), snippet].compactMap { $0 }.filter { !$0.isEmpty }
    lines.append("\(table) \(row.id)" + (row.address.map { "  \($0)" } ?? ""))
    return lines.enumerated().map { ($0 == 0 ? "" : "    ") + $1 + "\n" }.joined()
  }

  var json: JSON {
    .members([
      "table": .string(table), "id": .string(row.id), "score": .number(String((share * 10_000).rounded() / 10_000)),
      "title": title.map { .string($0) } ?? .null, "snippet": .string(snippet),
      "source_address": row.address.map { .string($0) } ?? .null,
    ])
  }

  private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
