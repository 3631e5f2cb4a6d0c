package import Records

extension Deduper {
  /// Joins what an index of one of the rule's texts found, whose ids are the records' keys; throws `dedupe.near-disk`.
  ///
  /// Where `differs` keeps members apart, those that agree are joined as far as their own texts are alike.
  package mutating func joinNear(_ place: Int, _ index: inout NearTextIndex) throws(Failure) {
    let similarity = index.rule.similarity
    for cluster in try index.clusters() {
      let members = cluster.members.map { rows.row(key: $0.id) ?? -1 }
      guard !members.contains(-1) else { continue }
      join(cluster, members, place)
      guard isDivided(members) else {
        note(cluster, similarity)
        continue
      }
      for part in try index.parts(of: cluster, groups: groups(members)) {
        join(part, part.members.map { rows.row(key: $0.id) ?? members[0] }, place)
        note(part, similarity)
      }
    }
  }

  private func isDivided(_ members: [Int32]) -> Bool { members.contains { isVetoed($0, members[0]) } }

  /// A number for each member, equal for those that nothing keeps apart.
  private func groups(_ members: [Int32]) -> [Int] {
    var numbers: [ShortHash?: Int] = [:]
    return members.map { row in
      let number = numbers[veto(of: row)] ?? numbers.count
      numbers[veto(of: row)] = number
      return number
    }
  }

  private mutating func join(_ cluster: NearTextCluster, _ members: [Int32], _ place: Int) {
    let rowOf = Dictionary(zip(cluster.members.map(\.id), members)) { first, _ in first }
    for (member, row) in zip(cluster.members, members) where member.match != .first {
      guard let partner = rowOf[member.partner] else { continue }
      let link = RecordLink(
        a: partner, b: row, rule: .near, place: Int32(place), match: member.match, similarity: member.jaccard,
        containment: member.containment)
      if isVetoed(partner, row) { graph.relate(link) } else { graph.join(link) }
    }
  }

  private mutating func note(_ cluster: NearTextCluster, _ similarity: Double) {
    guard cluster.isChain, let row = cluster.members.first.flatMap({ rows.row(key: $0.id) }) else { return }
    chains.append(TextChain(row: row, weakest: cluster.weakest, wanted: similarity))
  }
}
