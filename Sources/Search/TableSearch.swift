package import Records
import Settings
package import Store

/// What a search found in one table, best first.
package struct TableSearch: Sendable {
  /// A row and how well it fits.
  package struct Hit: Sendable {
    package var row: FoundRow
    package var score: Double
  }

  package let table: SearchedTable
  package let hits: [Hit]
  package let ranking: Ranking

  /// How many rows of the index's choice are read and ranked.
  private static let candidates = 200

  /// Asks one table; `conditions` must all hold.
  ///
  /// The same score means the smaller id first.
  package init(
    _ text: String, in table: SearchedTable, of store: SearchStore, where conditions: [RowCondition] = []
  ) throws(Failure) {
    let known = try store.columns(of: table)
    for condition in conditions where !known.contains(condition.column) {
      throw Failure(
        "search.condition", "\(table.name) has no column \"\(condition.column)\"",
        remedy: didYouMean(condition.column, among: known))
    }
    self.table = table
    let languages = try store.languages(of: table).compactMap { SearchLanguage(tag: $0) }
    let question = Question(text, languages: languages)
    var frequencies: [Int] = []
    for match in question.termMatches { frequencies.append(try store.count(match, in: table)) }
    ranking = Ranking(
      question, try store.statistics(of: table), weights: table.columns.map { Double($0.weight) },
      frequencies: frequencies)
    let match = question.match(frequencies, isComplete: !conditions.isEmpty)
    guard !match.isEmpty else {
      hits = []
      return
    }
    let rows = try store.rows(match, in: table, where: conditions, limit: TableSearch.candidates)
    let scores = ranking.scores(of: rows)
    hits = zip(rows, scores).map { Hit(row: $0, score: $1) }.sorted {
      ($1.score, $0.row.id) < ($0.score, $1.row.id)
    }
  }
}
