package import Records
import Text

/// One member of a cluster of two or more records.
package struct Member: Hashable, Sendable {
  package var id: String
  package var pageID: String
  package var ordinal: Int
  /// The smallest id among the members.
  package var clusterID: String
  package var survivorID: String
  package var survives: Bool
  /// How many members the cluster has.
  package var members: Int
  /// `survivor`, `same key` or `exact`: what joined the member to the others.
  package var rule: String
  /// What was equal, in words.
  package var evidence: String
}

/// Finds the clusters of one table: records with one id, and records with equal values in all columns of a key.
///
/// Values are compared in their comparison form (see Text). Two missing values are equal, but a record with no value in
/// any column of a key is not compared by that key. Memory: 37 bytes a record and 24 for each of its keys and its id.
package struct Deduper: ~Copyable {
  /// Raise it when the same records and rules would give other clusters.
  package static let version = 1

  private let rule: DedupeRule
  private let columns: [TableSchema.PhysicalColumn]
  private let keyColumns: [[Int]]
  private let byColumn: Int?

  private var ids: [PackedID] = []
  private var pages: [PackedID] = []
  private var ordinals: [Int32] = []
  private var ranks: [Int64] = []
  private var keys: [[KeyedRow]]

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
    byColumn = rule.by.flatMap { places[$0] }
    // The first is for records with one id.
    keys = Array(repeating: [], count: 1 + rule.exact.count)
  }

  /// Adds a record; the order of the calls is the order of appearance. Throws `dedupe.bad-id` for an id that is none.
  package mutating func add(
    id: String, pageID: String, ordinal: Int, values: [Value], fetchedAt: Timestamp
  ) throws(Failure) {
    guard let packed = PackedID(id), let page = PackedID(pageID) else {
      throw Failure(
        "dedupe.bad-id", "\"\(id)\" or \"\(pageID)\" is no id of a record or page",
        remedy: "Run `sluice run --from normalize --force` to make the records anew.")
    }
    let row = Int32(ids.count)
    ids.append(packed)
    pages.append(page)
    ordinals.append(Int32(ordinal))
    ranks.append(rank(values, fetchedAt: fetchedAt))
    keys[0].append(KeyedRow(hash: ShortHash(fields: [id]), row: row))
    for (index, places) in keyColumns.enumerated() {
      let parts = places.map { comparable(values[$0]) }
      guard parts.contains(where: { $0 != nil }) else { continue }
      keys[index + 1].append(KeyedRow(hash: ShortHash(fields: parts), row: row))
    }
  }

  /// How many records were added.
  package var count: Int { ids.count }

  /// All members of all clusters, clusters in the order of their ids, the survivor first, then by id and appearance.
  package consuming func clusters() -> [Member] {
    var sets = DisjointSets()
    for _ in ids { sets.append() }
    var joinedBy = [UInt8](repeating: .max, count: ids.count)
    for key in keys.indices {
      keys[key].sort { ($0.hash, $0.row) < ($1.hash, $1.row) }
      for (a, b) in zip(keys[key], keys[key].dropFirst()) where a.hash == b.hash {
        sets.unite(a.row, b.row)
        for row in [a.row, b.row] where joinedBy[Int(row)] == .max { joinedBy[Int(row)] = UInt8(min(key, 254)) }
      }
      keys[key] = []
    }
    var groups: [Int32: [Int32]] = [:]
    for row in ids.indices where joinedBy[row] != .max {
      groups[sets.root(of: Int32(row)), default: []].append(Int32(row))
    }
    return groups.values.map { members($0, joinedBy) }.sorted { $0[0].clusterID < $1[0].clusterID }.flatMap { $0 }
  }

  private func members(_ rows: [Int32], _ joinedBy: [UInt8]) -> [Member] {
    let ordered = rows.sorted { (ids[Int($0)], $0) < (ids[Int($1)], $1) }
    let survivor = ordered.max { survivesLess($0, $1) } ?? ordered[0]
    let clusterID = ids[Int(ordered[0])].text
    return ([survivor] + ordered.filter { $0 != survivor }).map { row in
      let key = Int(joinedBy[Int(row)])
      return Member(
        id: ids[Int(row)].text, pageID: pages[Int(row)].text, ordinal: Int(ordinals[Int(row)]), clusterID: clusterID,
        survivorID: ids[Int(survivor)].text, survives: row == survivor, members: rows.count,
        rule: row == survivor ? "survivor" : key == 0 ? "same key" : "exact", evidence: evidence(key))
    }
  }

  private func evidence(_ key: Int) -> String {
    key == 0 ? "equal id" : "equal \(rule.exact[key - 1].joined(separator: ", "))"
  }

  /// Whether `b` rather than `a` survives.
  private func survivesLess(_ a: Int32, _ b: Int32) -> Bool {
    if ranks[Int(a)] != ranks[Int(b)] { return ranks[Int(a)] < ranks[Int(b)] }
    if rule.survivor != .first, ids[Int(a)] != ids[Int(b)] { return ids[Int(b)] < ids[Int(a)] }
    return b < a
  }

  private func rank(_ values: [Value], fetchedAt: Timestamp) -> Int64 {
    switch rule.survivor {
    case .first: return 0
    case .newest:
      guard let byColumn else { return fetchedAt.seconds }
      return newness(values[byColumn])
    case .longest:
      if let byColumn { return length(values[byColumn]) }
      return values.reduce(0) { $0 + length($1) }
    case .mostComplete: return Int64(values.count { $0 != .null })
    }
  }

  private func length(_ value: Value) -> Int64 {
    if case .text(let text) = value { Int64(text.utf8.count) } else { 0 }
  }

  /// Orders dates at any precision, timestamps and numbers; nothing is older than everything.
  private func newness(_ value: Value) -> Int64 {
    switch value {
    case .null: return .min
    case .boolean(let truth): return truth ? 1 : 0
    case .integer(let number): return number
    case .real(let number): return Int64(max(min(number * 1000, 9e18), -9e18))
    case .text(let text):
      // 2026, 2026-03 and 2026-03-01T… in one order: their digits, filled up with zeros.
      let digits = text.utf8.lazy.filter { (48...57).contains($0) }.prefix(14)
      var number: Int64 = 0
      var count = 0
      for digit in digits {
        number = number * 10 + Int64(digit - 48)
        count += 1
      }
      while count < 14 {
        number *= 10
        count += 1
      }
      return number
    }
  }

  private func comparable(_ value: Value) -> String? {
    switch value {
    case .null: return nil
    case .text(let text):
      let form = comparisonForm(text)
      return form.isEmpty ? nil : form
    case .integer(let number): return String(number)
    case .real(let number): return String(number)
    case .boolean(let truth): return String(truth)
    }
  }
}
