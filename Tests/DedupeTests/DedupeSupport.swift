import Dedupe
import Foundation
import Records

/// A record of a small table with the columns `title`, `body`, `place`, `posted` and `pay`.
struct SmallRecord: Hashable {
  /// A number that stands for its id and its page.
  var number: Int
  var title: String?
  var body: String?
  var place: String?
  var posted: String?
  var pay: Double?
  var source = "site"
  var fetched: Int64 = 0

  init(
    _ number: Int, title: String? = nil, body: String? = nil, place: String? = nil, posted: String? = nil,
    pay: Double? = nil
  ) {
    self.number = number
    self.title = title
    self.body = body
    self.place = place
    self.posted = posted
    self.pay = pay
  }

  static func id(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 24 - digits.count) + digits
  }

  var id: String { Self.id(number) }

  static let columns: [TableSchema.PhysicalColumn] = [
    .init("title", .text), .init("body", .text), .init("place", .text), .init("posted", .text), .init("pay", .real),
  ]

  var values: [Value] {
    [title, body, place, posted].map { $0.map(Value.text) ?? .null } + [pay.map(Value.real) ?? .null]
  }

  var key: String { "\(id)\(id)0" }
}

/// What dedupe says of a table, in plain values.
struct SmallOutcome: Equatable {
  var clusters: [[Member]] = []
  var variants: [Variant] = []
  var chosen: [ChosenValue] = []
  var chains: [[Double]] = []
  var events: [ClusterEvent] = []
  var warnings: [String] = []

  /// The numbers of each cluster's members, the survivor first.
  var numbers: [[Int]] { clusters.map { $0.map { Int($0.record.id, radix: 16) ?? -1 } } }

  /// For each record in a cluster the cluster's id.
  var names: [String: String] {
    Dictionary(clusters.flatMap { $0 }.map { ($0.record.id, $0.clusterID) }) { first, _ in first }
  }
}

/// Deduplicates records in the order given.
///
/// - Parameter states: a folder for the state of texts; nil for none.
/// - Parameter before: the ids that clusters had.
func deduped(
  _ records: [SmallRecord], _ rule: DedupeRule, states: String? = nil, before: [String: String] = [:]
) throws -> SmallOutcome {
  let columns = SmallRecord.columns
  var deduper = Deduper(rule, columns: columns)
  for record in records {
    try deduper.add(
      id: record.id, pageID: record.id, ordinal: 0, values: record.values,
      fetchedAt: Timestamp(seconds: record.fetched), source: record.source)
  }
  deduper.joinExact()
  for (place, near) in rule.near.enumerated() {
    let index =
      try states.map { try NearTextIndex(near.text, stateFolder: "\($0)/\(place)") }
      ?? NearTextIndex(near.text, temporaryFolder: FileManager.default.temporaryDirectory.path)
    var finder = NearFinder(near, columns: columns, index: index)
    for record in records { try finder.add(record.key, values: record.values) }
    try finder.finish(deduper)
    try deduper.joinNear(place, &finder.index)
  }
  if let linkage = rule.linkage {
    let rows = deduper.linkageRows()
    var table = LinkageTable(columns: linkage.columns)
    let places = linkage.columns.compactMap { name in columns.firstIndex { $0.name == name } }
    for row in rows {
      table.append(id: records[Int(row)].id, values: places.map { comparedText(records[Int(row)].values[$0]) })
    }
    deduper.joinLinked(
      rows, Linker(table, settings: linkage.settings, decisions: deduper.linkageDecisions(rows)).link())
  }
  return outcome(&deduper, records, rule, before)
}

private func outcome(
  _ deduper: inout Deduper, _ records: [SmallRecord], _ rule: DedupeRule, _ before: [String: String]
) -> SmallOutcome {
  deduper.nameClusters(before: before)
  var outcome = SmallOutcome()
  deduper.eachCluster { outcome.clusters.append($0) }
  deduper.eachVariant { outcome.variants.append($0) }
  deduper.eachChain { _, weakest, wanted in outcome.chains.append([weakest, wanted]) }
  if !rule.choices.isEmpty {
    deduper.beginChoosing()
    for (row, record) in records.enumerated() {
      deduper.offer(
        row, values: record.values, fetchedAt: Timestamp(seconds: record.fetched), source: record.source)
    }
    outcome.chosen = deduper.chosenValues()
  }
  outcome.events = deduper.events
  outcome.warnings = deduper.warnings.map(\.code)
  return outcome
}

/// A rule that joins nothing but equal ids.
func rule(_ change: (inout DedupeRule) -> Void) -> DedupeRule {
  var rule = DedupeRule(table: "jobs", exact: [], survivor: .first)
  change(&rule)
  return rule
}

/// A text of so many words, of which those at `changed` are replaced.
func text(_ seed: Int, words: Int = 60, changed: [Int] = []) -> String {
  (0..<words).map { changed.contains($0) ? "other\(seed)x\($0)" : "word\(seed)x\($0)" }.joined(separator: " ")
}
