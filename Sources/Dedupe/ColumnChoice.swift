import Records

/// Whose value of one declared column a survivor's row takes.
package struct ColumnChoice: Hashable, Sendable {
  /// Which of the members that have a value gives it; ties go to the survivor, then to the smallest id.
  package enum Rule: String, Sendable, CaseIterable {
    /// The survivor, else the next that has one.
    case first
    /// The one with the latest date or greatest number; of other columns the one that the survivor rule `newest` would
    /// keep.
    case newest
    /// The one with the longest text.
    case longest
    /// One of those whose value most members have, compared without regard to case and white space.
    case mostFrequent = "most_frequent"
    /// The one of the best source.
    case sourceRank = "source_rank"
  }

  /// The declared column.
  package var column: String
  /// Its physical columns; the first with a value is what is compared.
  package var columns: [String]
  package var rule: Rule
  /// The physical column that tells for `newest` which record is the latest; nil for `fetched_at`, and for a column
  /// whose own values have an order.
  package var by: String?
  /// Whether the column's own values have an order.
  package var isOrdered: Bool

  package init(column: String, columns: [String], rule: Rule, by: String? = nil, isOrdered: Bool = false) {
    self.column = column
    self.columns = columns
    self.rule = rule
    self.by = by
    self.isOrdered = isOrdered
  }
}

/// A cell of a survivor's row that another member gives.
package struct ChosenValue: Hashable, Sendable {
  /// The declared column.
  package var column: String
  package var rule: ColumnChoice.Rule
  package var survivor: RecordKey
  package var giver: RecordKey
}

/// Chooses column by column which member of each cluster gives its value; sees each member's values once.
///
/// Memory: 24 bytes for each column and cluster, and for `most_frequent` 32 for each member.
struct ColumnChooser {
  private struct Best {
    var row: Int32 = -1
    var score: Int64 = .min
  }

  private struct Vote {
    var cluster: Int32
    var row: Int32
    var value: ShortHash
  }

  private let choices: [ColumnChoice]
  /// For each choice the places of its columns and of what tells the latest.
  private let places: [[Int]]
  private let by: [Int?]
  private let rank: SurvivorRank
  /// For each cluster and choice, clusters first.
  private var best: [Best]
  private var votes: [[Vote]]
  /// Whether a row comes before another of its cluster: the survivor, then by id.
  private let precedes: (Int32, Int32) -> Bool

  init(
    _ rule: DedupeRule, columns: [TableSchema.PhysicalColumn], clusters: Int,
    precedes: @escaping (Int32, Int32) -> Bool
  ) {
    choices = rule.choices
    func place(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
    places = choices.map { $0.columns.compactMap(place) }
    by = choices.map { $0.by.flatMap(place) }
    rank = SurvivorRank(rule, columns: columns)
    best = Array(repeating: Best(), count: clusters * choices.count)
    votes = choices.map { _ in [] }
    self.precedes = precedes
  }

  /// Looks at the values of a cluster's member.
  mutating func add(_ row: Int32, cluster: Int, values: [Value], fetchedAt: Timestamp, source: String) {
    for (index, choice) in choices.enumerated() {
      guard let value = places[index].lazy.map({ values[$0] }).first(where: { comparable($0) != nil }) else { continue }
      let score: Int64
      switch choice.rule {
      case .first: score = 0
      case .newest:
        score = choice.isOrdered ? newness(value) : by[index].map { newness(values[$0]) } ?? fetchedAt.seconds
      case .longest: score = textLength(value)
      case .sourceRank: score = rank.sourceRank(source)
      case .mostFrequent:
        votes[index].append(
          Vote(
            cluster: Int32(cluster), row: row, value: ShortHash(fields: places[index].map { comparable(values[$0]) })))
        continue
      }
      offer(row, score, cluster * choices.count + index)
    }
  }

  private mutating func offer(_ row: Int32, _ score: Int64, _ place: Int) {
    let held = best[place]
    if held.row < 0 || score > held.score || score == held.score && precedes(row, held.row) {
      best[place] = Best(row: row, score: score)
    }
  }

  private mutating func count() {
    for index in choices.indices {
      votes[index].sort { ($0.cluster, $0.value) < ($1.cluster, $1.value) }
      var start = 0
      while start < votes[index].count {
        let first = votes[index][start]
        let end =
          votes[index][start...].firstIndex { $0.cluster != first.cluster || $0.value != first.value }
          ?? votes[index].count
        for vote in votes[index][start..<end] {
          offer(vote.row, Int64(end - start), Int(vote.cluster) * choices.count + index)
        }
        start = end
      }
      votes[index] = []
    }
  }

  /// For each choice the row that gives a cluster's value; nil where no member has one.
  mutating func chosen() -> (_ cluster: Int) -> [Int32?] {
    count()
    let (best, width) = (best, choices.count)
    return { cluster in (0..<width).map { best[cluster * width + $0].row }.map { $0 < 0 ? nil : $0 } }
  }
}
