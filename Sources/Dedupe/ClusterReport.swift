extension Deduper {
  /// How many clusters of two or more records there are.
  package var clusterCount: Int { max(0, clusterStarts.count - 1) }

  /// How many records are in clusters without surviving.
  package var copies: Int { clusterRows.count - clusterCount }

  /// What became of earlier clusters.
  package var events: [ClusterEvent] { names.events }

  func clusterRows(_ cluster: Int) -> ArraySlice<Int32> {
    clusterRows[Int(clusterStarts[cluster])..<Int(clusterStarts[cluster + 1])]
  }

  func record(_ row: Int32) -> RecordKey {
    RecordKey(
      id: rows.ids[Int(row)].text, pageID: rows.pages[Int(row)].text, ordinal: Int(rows.ordinals[Int(row)]))
  }

  /// Calls `body` with each cluster's members, clusters in the order of their ids, the survivor first, then by id.
  package mutating func eachCluster(_ body: ([Member]) throws -> Void) rethrows {
    var reader = linked?.linkage.reader()
    let ties = tiesByCluster()
    for cluster in 0..<clusterCount {
      let rows = Array(clusterRows(cluster))
      let links = partners(rows, ties[cluster])
      try body(
        rows.map { row in
          member(row, of: rows, called: names.names[cluster], links[row], &reader)
        })
    }
  }

  /// The links of each cluster.
  private mutating func tiesByCluster() -> [[Int32]] {
    var clusterOf: [Int32: Int] = [:]
    for cluster in 0..<clusterCount { clusterOf[graph.set(of: clusterRows[Int(clusterStarts[cluster])])] = cluster }
    var ties = [[Int32]](repeating: [], count: clusterCount)
    for (place, link) in graph.links.enumerated() {
      if let cluster = clusterOf[graph.set(of: link.a)] { ties[cluster].append(Int32(place)) }
    }
    return ties
  }

  /// For each row but the first the link that leads from it towards the first.
  private func partners(_ rows: [Int32], _ ties: [Int32]) -> [Int32: RecordLink] {
    var linksOf: [Int32: [RecordLink]] = [:]
    for place in ties {
      let link = graph.links[Int(place)]
      linksOf[link.a, default: []].append(link)
      linksOf[link.b, default: []].append(link)
    }
    var found: [Int32: RecordLink] = [:]
    var reached = [rows[0]]
    var next = 0
    while next < reached.count {
      let row = reached[next]
      next += 1
      for link in linksOf[row] ?? [] where link.other(row) != rows[0] && found[link.other(row)] == nil {
        found[link.other(row)] = link
        reached.append(link.other(row))
      }
    }
    return found
  }

  private func member(
    _ row: Int32, of rows: [Int32], called name: String, _ link: RecordLink?, _ reader: inout LinkageReader?
  ) -> Member {
    Member(
      record: record(row), clusterID: name, survivorID: record(rows[0]).id, survives: row == rows[0],
      members: rows.count, rule: link.map { $0.rule.name } ?? "survivor", similarity: link?.similarity ?? 1,
      summary: link.map { summary($0, of: row) } ?? "", evidence: link.map { evidence($0, of: row, &reader) } ?? [])
  }

  /// Calls `body` with each record that is a variant of another, by the other's id and its own.
  package mutating func eachVariant(_ body: (Variant) throws -> Void) rethrows {
    var reader = linked?.linkage.reader()
    var survivors: [Int32: Int32] = [:]
    var heads: [Int32: Int32] = [:]
    for cluster in 0..<clusterCount {
      let rows = clusterRows(cluster)
      let set = graph.set(of: rows.first ?? 0)
      survivors[set] = rows.first
      heads[set] = rows.min { self.rows.precedes($0, $1) }
    }
    var variants: [Variant] = []
    for (lead, links) in families(heads) {
      let leader = record(survivors[lead] ?? lead).id
      for (set, link) in links {
        let end = graph.set(of: link.a) == set ? link.a : link.b
        variants.append(
          Variant(
            record: record(survivors[set] ?? set), variantOf: leader, rule: link.rule.name,
            similarity: link.similarity, evidence: evidence(link, of: end, &reader)))
      }
    }
    variants.sort { ($0.variantOf, $0.record.id) < ($1.variantOf, $1.record.id) }
    for variant in variants { try body(variant) }
  }

  /// For each family the set with the smallest id, and for each other set the link that leads towards it.
  private mutating func families(_ heads: [Int32: Int32]) -> [(lead: Int32, links: [(set: Int32, link: RecordLink)])] {
    var linksOf: [Int32: [RecordLink]] = [:]
    for link in graph.variantLinks {
      let (x, y) = (graph.set(of: link.a), graph.set(of: link.b))
      if x == y { continue }
      linksOf[x, default: []].append(link)
      linksOf[y, default: []].append(link)
    }
    var reached = Set<Int32>()
    var found: [(Int32, [(Int32, RecordLink)])] = []
    for lead in linksOf.keys.sorted(by: { rows.precedes(heads[$0] ?? $0, heads[$1] ?? $1) })
    where reached.insert(lead).inserted {
      var links: [(Int32, RecordLink)] = []
      var queue = [lead]
      var next = 0
      while next < queue.count {
        let set = queue[next]
        next += 1
        for link in linksOf[set] ?? [] {
          let (x, y) = (graph.set(of: link.a), graph.set(of: link.b))
          let other = x == set ? y : x
          guard reached.insert(other).inserted else { continue }
          links.append((other, link))
          queue.append(other)
        }
      }
      found.append((lead, links))
    }
    return found
  }

  /// For each chain one of its records, the cluster it is in, the least similarity in it, and the one asked for.
  package mutating func eachChain(_ body: (RecordKey, _ weakest: Double, _ wanted: Double) throws -> Void) rethrows {
    for chain in chains { try body(record(chain.row), chain.weakest, chain.wanted) }
  }
}

extension RecordLink.Rule {
  /// As the published tables call it.
  var name: String {
    switch self {
    case .sameKey: "same key"
    case .decision: "decision"
    case .exact: "exact"
    case .near: "near"
    case .linkage: "linkage"
    }
  }
}
