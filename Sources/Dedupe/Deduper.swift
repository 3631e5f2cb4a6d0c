package import Records

/// Finds the clusters of one table: records with one id, then what people decided, then equal keys, nearly equal texts,
/// and what all fields say together.
///
/// To be called in this order: `add` for every record, `joinExact`, `joinNear` for each of the rule's texts,
/// `linkageRows` and `joinLinked`, `nameClusters`, and then what is to be read. The result depends on the records, the
/// rule and the ids that clusters had alone.
///
/// A `same` decision joins whatever rules say, and a `different` one keeps apart whatever rules say; both leave alone
/// what has one id. The rule's `differs` columns keep apart what no id and no decision joins.
///
/// Memory: 80 bytes a record, 24 for each of its exact keys, 16 for `differs`, and 150 for each member of a cluster;
/// texts and linkage come on top (`NearTextIndex`, `LinkageTable`).
package struct Deduper: ~Copyable {
  /// Raise it when the same records and rules would give other clusters.
  package static let version = 2

  let rule: DedupeRule
  private let columns: [TableSchema.PhysicalColumn]
  private let keyColumns: [[Int]]
  private let vetoColumns: [Int]
  private let rank: SurvivorRank
  private(set) var rows = RecordRows()
  /// The hash of each row's `differs` columns; empty where there are none.
  private var vetoes: [ShortHash] = []
  private var keys: [[KeyedRow]]
  var graph = RecordGraph(rows: 0)
  /// The rows of the clusters, one after the other, the survivor first, and where each begins.
  var clusterRows: [Int32] = []
  var clusterStarts: [Int32] = []
  private(set) var names = ClusterNames([], before: [:])
  /// The linkage that joined rows, and the rows' numbers in it.
  var linked: (linkage: Linkage, numbers: [Int32: Int])?
  /// The cluster of each row, -1 for none; empty unless values are chosen column by column.
  private var clusterOf: [Int32] = []
  private var chooser: ColumnChooser?
  /// Decisions that could not be obeyed, in words.
  package private(set) var warnings: [Diagnostic] = []
  /// For each text of the rule the clusters whose least alike members are less alike than it asks for.
  var chains: [TextChain] = []

  private struct KeyedRow {
    var hash: ShortHash
    var row: Int32
  }

  /// `columns` are those whose values `add` will get, in their order; they hold every column that `rule` names.
  package init(_ rule: DedupeRule, columns: [TableSchema.PhysicalColumn]) {
    self.rule = rule
    self.columns = columns
    let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element.name, $0.offset) })
    keyColumns = rule.exact.map { $0.compactMap { places[$0] } }
    vetoColumns = rule.differs.compactMap { places[$0] }
    rank = SurvivorRank(rule, columns: columns)
    keys = Array(repeating: [], count: rule.exact.count)
  }

  /// How many records were added.
  package var count: Int { rows.count }

  /// Adds a record; the order of the calls is the order of appearance. Throws `dedupe.bad-id` for an id that is none.
  package mutating func add(
    id: String, pageID: String, ordinal: Int, values: [Value], fetchedAt: Timestamp, source: String
  ) throws(Failure) {
    let row = Int32(rows.count)
    try rows.append(
      id: id, pageID: pageID, ordinal: ordinal, rank: rank.rank(values, fetchedAt: fetchedAt, source: source))
    if !vetoColumns.isEmpty { vetoes.append(ShortHash(fields: vetoColumns.map { comparable(values[$0]) })) }
    for (index, places) in keyColumns.enumerated() {
      let parts = places.map { comparable(values[$0]) }
      guard parts.contains(where: { $0 != nil }) else { continue }
      keys[index].append(KeyedRow(hash: ShortHash(fields: parts), row: row))
    }
  }

  /// Whether there is a record with that key; to be asked after `joinExact`.
  func holds(key: String) -> Bool { rows.row(key: key) != nil }

  /// Whether two rows differ in the columns that keep records apart.
  func isVetoed(_ a: Int32, _ b: Int32) -> Bool { !vetoes.isEmpty && vetoes[Int(a)] != vetoes[Int(b)] }

  /// What rows of one thing have in common; equal for all where nothing keeps records apart.
  func veto(of row: Int32) -> ShortHash? { vetoes.isEmpty ? nil : vetoes[Int(row)] }

  /// Joins what has one id, what is decided, and what is equal by a key; call it when all records are added.
  package mutating func joinExact() {
    rows.sort()
    graph = RecordGraph(rows: rows.count)
    for (a, b) in zip(rows.order, rows.order.dropFirst()) where rows.ids[Int(a)] == rows.ids[Int(b)] {
      graph.join(RecordLink(a: a, b: b, rule: .sameKey))
    }
    obey()
    for index in keys.indices {
      keys[index].sort { ($0.hash, $0.row) < ($1.hash, $1.row) }
      var start = 0
      while start < keys[index].count {
        var end = start + 1
        while end < keys[index].count, keys[index][end].hash == keys[index][start].hash { end += 1 }
        if end - start > 1 { join(keys[index][start..<end].map(\.row), key: index) }
        start = end
      }
      keys[index] = []
    }
  }

  /// Joins rows that are equal by a key, but for what keeps them apart.
  private mutating func join(_ rows: [Int32], key: Int) {
    // The likeliest survivors come first, so that others are tied to them.
    let equal = rows.sorted { survivesLess($1, $0) }
    var firsts: [ShortHash?: Int32] = [:]
    for row in equal {
      let link = RecordLink(a: firsts[veto(of: row)] ?? equal[0], b: row, rule: .exact, place: Int32(key))
      if firsts[veto(of: row)] != nil {
        graph.join(link)
      } else {
        firsts[veto(of: row)] = row
        if row != equal[0] { graph.relate(link) }
      }
    }
  }

  /// Makes the clusters, gives them their ids and puts them in the order of these.
  ///
  /// - Parameter before: for each record that was in a cluster the cluster's id.
  package mutating func nameClusters(before: [String: String]) {
    let clusters = grouped()
    let ids = clusters.map { rows in
      var ids: [String] = []
      for row in rows where ids.last != self.rows.ids[Int(row)].text { ids.append(self.rows.ids[Int(row)].text) }
      return ids
    }
    names = ClusterNames(ids, before: before)
    let order = clusters.indices.sorted { names.names[$0] < names.names[$1] }
    names.reorder(order)
    clusterRows = []
    clusterStarts = [0]
    for place in order {
      let survivor = clusters[place].max { survivesLess($0, $1) } ?? clusters[place][0]
      clusterRows.append(survivor)
      clusterRows += clusters[place].filter { $0 != survivor }
      clusterStarts.append(Int32(clusterRows.count))
    }
  }

  /// The rows of each set of two or more, in the order of their ids.
  private mutating func grouped() -> [[Int32]] {
    var members = Set<Int32>()
    for link in graph.links { members.formUnion([link.a, link.b]) }
    var groups: [Int32: [Int32]] = [:]
    for row in members { groups[graph.set(of: row), default: []].append(row) }
    return groups.sorted { $0.key < $1.key }.map { group in group.value.sorted { rows.precedes($0, $1) } }
  }

  /// Whether `b` rather than `a` survives.
  private func survivesLess(_ a: Int32, _ b: Int32) -> Bool {
    let (x, y) = (Int(a), Int(b))
    if rows.ranks[x] != rows.ranks[y] { return rows.ranks[x] < rows.ranks[y] }
    if rule.survivor != .first, rows.ids[x] != rows.ids[y] { return rows.ids[y] < rows.ids[x] }
    return b < a
  }

  /// Makes ready for `offer`, after the clusters have their names.
  package mutating func beginChoosing() {
    clusterOf = Array(repeating: -1, count: count)
    for cluster in 0..<clusterCount {
      for row in clusterRows(cluster) { clusterOf[Int(row)] = Int32(cluster) }
    }
    let (rows, clusterOf, clusterRows, starts) = (rows, clusterOf, clusterRows, clusterStarts)
    chooser = ColumnChooser(rule, columns: columns, clusters: clusterCount) { a, b in
      let survivor = clusterRows[Int(starts[Int(clusterOf[Int(a)])])]
      if a == survivor || b == survivor { return a == survivor && b != survivor }
      return rows.precedes(a, b)
    }
  }

  /// Looks at the values of the record that was the `row`-th to be added, for those columns that take the best of all.
  package mutating func offer(_ row: Int, values: [Value], fetchedAt: Timestamp, source: String) {
    guard clusterOf[row] >= 0 else { return }
    chooser?.add(Int32(row), cluster: Int(clusterOf[row]), values: values, fetchedAt: fetchedAt, source: source)
  }

  /// The cells that survivors take from other members, in the order of the clusters; call it after `offer` for all.
  package mutating func chosenValues() -> [ChosenValue] {
    guard let chosen = chooser?.chosen() else { return [] }
    chooser = nil
    var values: [ChosenValue] = []
    for cluster in 0..<clusterCount {
      let survivor = clusterRows[Int(clusterStarts[cluster])]
      for (choice, row) in zip(rule.choices, chosen(cluster)) {
        guard let row, row != survivor else { continue }
        values.append(
          ChosenValue(column: choice.column, rule: choice.rule, survivor: record(survivor), giver: record(row)))
      }
    }
    return values
  }

  private mutating func obey() {
    let known = rule.decisions.enumerated().compactMap { place, decision -> (Int, Decision, Int32, Int32)? in
      guard let a = rows.row(id: decision.a), let b = rows.row(id: decision.b) else {
        warnings.append(warning("gone", decision, "speaks of a record that is not there", "Take the line out."))
        return nil
      }
      return (place, decision, a, b)
    }
    for (place, decision, a, b) in known where decision.isSame {
      if rows.ids[Int(a)] == rows.ids[Int(b)] { continue }
      graph.join(RecordLink(a: a, b: b, rule: .decision, place: Int32(place)))
    }
    for (_, decision, a, b) in known where !decision.isSame && !graph.keepApart(a, b) {
      let reason = decision.a == decision.b ? "names one record twice" : "is at odds with others that join the two"
      warnings.append(warning("contradicted", decision, reason, "Take out the line that is wrong."))
    }
  }

  private func warning(_ code: String, _ decision: Decision, _ summary: String, _ remedy: String) -> Diagnostic {
    Diagnostic(
      .warn, "dedupe.decision-\(code)", "the decision \(decision.line) \(summary)", at: .init(record: rule.table),
      remedy: remedy)
  }
}

/// A cluster of near texts whose ends are less alike than the rule asks for.
struct TextChain {
  /// One of its rows.
  var row: Int32
  /// The similarity of the two members that look least alike.
  var weakest: Double
  var wanted: Double
}
