extension Deduper {
  /// The rows that a linkage compares, one of each thing found so far: the one with the smallest id.
  package mutating func linkageRows() -> [Int32] {
    var isSeen = [Bool](repeating: false, count: count)
    var chosen: [Int32] = []
    for row in rows.order {
      let set = Int(graph.set(of: row))
      if !isSeen[set] { chosen.append(row) }
      isSeen[set] = true
    }
    return chosen
  }

  /// What is decided about the rows of a linkage, by their places among `compared`.
  package mutating func linkageDecisions(_ compared: [Int32]) -> [LinkageDecision] {
    guard !rule.decisions.isEmpty else { return [] }
    var places: [Int32: Int] = [:]
    for (place, row) in compared.enumerated() { places[graph.set(of: row)] = place }
    return rule.decisions.compactMap { decision in
      guard let a = rows.row(id: decision.a), let b = rows.row(id: decision.b),
        let x = places[graph.set(of: a)], let y = places[graph.set(of: b)], x != y
      else { return nil }
      return LinkageDecision(a: x, b: y, isSame: decision.isSame)
    }
  }

  /// Joins what a linkage of `compared` found.
  ///
  /// Each member is tied to the one before it in the order of ids that it is likeliest the same as.
  package mutating func joinLinked(_ compared: [Int32], _ linkage: Linkage) {
    linked = (linkage, Dictionary(uniqueKeysWithValues: compared.enumerated().map { ($0.element, $0.offset) }))
    var reader = linkage.reader()
    for cluster in linkage.clusters {
      for (place, number) in cluster.enumerated().dropFirst() {
        let earlier = cluster[..<place].prefix(Self.partners)
        let scores = earlier.map { reader.score($0, number) }
        guard let best = scores.indices.max(by: { (scores[$0], $1) < (scores[$1], $0) }) else { continue }
        let odds = reader.probability(score: scores[best])
        let link = RecordLink(
          a: compared[earlier[best]], b: compared[number], rule: .linkage, similarity: odds, containment: 0)
        if isVetoed(link.a, link.b) { graph.relate(link) } else { graph.join(link) }
      }
      joinAgreeing(cluster, compared, &reader)
    }
  }

  /// In a cluster that `differs` divides, joins those that agree.
  private mutating func joinAgreeing(_ cluster: [Int], _ compared: [Int32], _ reader: inout LinkageReader) {
    guard cluster.contains(where: { isVetoed(compared[$0], compared[cluster[0]]) }) else { return }
    for (place, number) in cluster.enumerated().dropFirst() {
      let first = cluster[..<place].first { !isVetoed(compared[$0], compared[number]) }
      guard let first else { continue }
      graph.join(
        RecordLink(
          a: compared[first], b: compared[number], rule: .linkage,
          similarity: reader.probability(score: reader.score(first, number)), containment: 0))
    }
  }

  /// At most so many members before it are a record's possible partners.
  private static var partners: Int { 64 }
}
