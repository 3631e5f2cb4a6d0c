package import Records

extension NearTextIndex {
  /// Which clusters to read.
  package enum Scope: Sendable {
    case all
    /// Those that the last join made or changed; who keeps clusters forgets all that share a document with one of
    /// these, with one of `changedAlone` or with one removed.
    case changed
  }

  /// Hands on each cluster of two or more documents, in the order of their ids; throws what `body` throws and
  /// `dedupe.near-disk`.
  package mutating func eachCluster(_ scope: Scope, _ body: (NearTextCluster) throws(Failure) -> Void) throws(Failure) {
    for head in heads(scope) { try body(cluster(headedBy: head)) }
  }

  /// The clusters, in the order of their ids; throws `dedupe.near-disk`.
  package mutating func clusters(_ scope: Scope = .all) throws(Failure) -> [NearTextCluster] {
    var clusters: [NearTextCluster] = []
    try eachCluster(scope) { (cluster) throws(Failure) in clusters.append(cluster) }
    return clusters
  }

  /// The ids of documents that the last join may have changed and that are in no cluster now, ascending as bytes.
  package func changedAlone() -> [String] {
    var rows = affectedLoose.filter { documents.units[Int($0)] == TextDocuments.tooShort }
    for root in affected where units.isLive(root) && units.ring[Int(root)] == root {
      let row = units.documents[Int(root)]
      if documents.ring[Int(row)] == row { rows.append(row) }
    }
    return documents.sorted(Array(Set(rows))).map { documents.id($0) }
  }

  /// The smallest document of each component with more than one, ascending.
  private func heads(_ scope: Scope) -> [Int32] {
    var heads: [Int32] = []
    switch scope {
    case .all:
      for unit in 0..<Int32(units.count) where units.parents[Int(unit)] == unit {
        if let head = head(of: unit) { heads.append(head) }
      }
    case .changed:
      for root in affected { if let head = head(of: root) { heads.append(head) } }
    }
    return documents.sorted(heads)
  }

  /// The smallest document of a component; nil where it has fewer than two.
  private func head(of root: Int32) -> Int32? {
    if units.ring[Int(root)] == root && !units.isLive(root) { return nil }
    var head: Int32?
    var count = 0
    var unit = root
    repeat {
      if units.isLive(unit) {
        let first = first(of: unit)
        count += documents.ring[Int(first)] == first ? 1 : 2
        if head.map({ documents.precedes(first, $0) }) ?? true { head = first }
      }
      unit = units.ring[Int(unit)]
    } while unit != root
    return count > 1 ? head : nil
  }

  /// The unit's document with the smallest id.
  private func first(of unit: Int32) -> Int32 {
    let start = units.documents[Int(unit)]
    var smallest = start
    var next = documents.ring[Int(start)]
    while next != start {
      if documents.precedes(next, smallest) { smallest = next }
      next = documents.ring[Int(next)]
    }
    return smallest
  }

  private mutating func cluster(headedBy head: Int32) throws(Failure) -> NearTextCluster {
    let component = units.component(of: documents.units[Int(head)]).filter { units.isLive($0) }
    let firsts = documents.sorted(component.map { first(of: $0) })
    let members = firsts.map { documents.units[Int($0)] }
    let links = try links(members)
    var rows: [(row: Int32, place: Int)] = []
    for (place, unit) in members.enumerated() {
      for row in documents.ringMembers(units.documents[Int(unit)]) { rows.append((row, place)) }
    }
    rows.sort { documents.precedes($0.row, $1.row) }
    let weakest = members.count == 2 ? links[1].found.jaccard : try weakest(members)
    return NearTextCluster(
      id: documents.id(head),
      members: rows.map { member($0.row, links[$0.place], firsts) },
      weakest: weakest, isChain: weakest < rule.similarity)
  }

  private func member(_ row: Int32, _ link: UnitLink, _ firsts: [Int32]) -> NearTextMember {
    let head = firsts[0]
    let partner = firsts[link.partner]
    let match: NearTextMember.Match =
      if row == head { .first } else if documents.raw[Int(row)] == documents.raw[Int(partner)] {
        .exact
      } else if documents.units[Int(row)] == documents.units[Int(partner)] { .sameWords } else { link.match }
    return NearTextMember(
      id: documents.id(row), match: match, partner: documents.id(partner), jaccard: link.found.jaccard,
      containment: link.found.containment)
  }
}

/// What ties a unit of a cluster to another that is nearer to the cluster's first.
private struct UnitLink {
  /// The other's place among the cluster's units.
  var partner: Int
  var found: SharedShingles
  var match: NearTextMember.Match

  /// What the first unit has.
  static let first = UnitLink(
    partner: 0, found: SharedShingles(shared: 1, inFirst: 1, inSecond: 1), match: .first)
}

extension NearTextIndex {
  /// So many pairs for each unit are looked at before the rest is said to be linked by others.
  private static var pairsForEach: Int { 256 }

  /// For each unit a similar one that leads to the first: the first itself, else one that was tied before it, tried in
  /// the order in which they were tied. A function of the cluster alone, whatever pairs the join happened to compare.
  private mutating func links(_ members: [Int32]) throws(Failure) -> [UnitLink] {
    var (links, _) = try tie(members)
    for place in members.indices where links[place] == nil { links[place] = try linked(members, place) }
    return links.map { $0 ?? UnitLink.first }
  }

  /// The same, nil for units that no similar ones tie to the first; whether some pairs were left out.
  private mutating func tie(_ members: [Int32]) throws(Failure) -> (links: [UnitLink?], isCut: Bool) {
    var links: [UnitLink?] = Array(repeating: nil, count: members.count)
    links[0] = UnitLink.first
    var tied = [0]
    var loose = Array(1..<members.count)
    var pairs = 0
    var next = 0
    while !loose.isEmpty, next < tied.count, pairs < Self.pairsForEach * members.count {
      let source = tied[next]
      next += 1
      pairs += loose.count
      var rest: [Int] = []
      for place in loose {
        if let found = try verifier.overlap(members[source], members[place], units, shingles) {
          links[place] = UnitLink(partner: source, found: found, match: .near)
          tied.append(place)
        } else {
          rest.append(place)
        }
      }
      loose = rest
    }
    return (links, next < tied.count)
  }

  /// What is said of a unit that others must tie to the first.
  private mutating func linked(_ members: [Int32], _ place: Int) throws(Failure) -> UnitLink {
    UnitLink(
      partner: 0, found: try verifier.compare(members[0], members[place], units, shingles), match: .linked)
  }

  /// A cluster's members taken apart: those of one group that similar ones of the same group tie together are a part;
  /// parts of one document are left out. A function of the cluster and the groups alone. Throws `dedupe.near-disk`.
  ///
  /// - Parameter groups: a number for each member.
  package mutating func parts(of cluster: NearTextCluster, groups: [Int]) throws(Failure) -> [NearTextCluster] {
    var rowsOf: [Int: [Int32]] = [:]
    var order: [Int] = []
    for (member, group) in zip(cluster.members, groups) {
      guard let row = find(member.id) else { continue }
      if rowsOf[group] == nil { order.append(group) }
      rowsOf[group, default: []].append(row)
    }
    var parts: [NearTextCluster] = []
    for group in order { parts += try tiedParts(rowsOf[group] ?? []) }
    return parts
  }

  /// - Parameter rows: documents in the order of their ids.
  private mutating func tiedParts(_ rows: [Int32]) throws(Failure) -> [NearTextCluster] {
    var rowsOf: [Int32: [Int32]] = [:]
    var members: [Int32] = []
    for row in rows {
      let unit = documents.units[Int(row)]
      if rowsOf[unit] == nil { members.append(unit) }
      rowsOf[unit, default: []].append(row)
    }
    var parts: [NearTextCluster] = []
    while !members.isEmpty {
      var (links, isCut) = try tie(members)
      for place in members.indices where isCut && links[place] == nil { links[place] = try linked(members, place) }
      let firsts = members.map { rowsOf[$0]?.first ?? 0 }
      var found: [(row: Int32, link: UnitLink)] = []
      var tied: [Int32] = []
      for (place, link) in links.enumerated() {
        guard let link else { continue }
        tied.append(members[place])
        for row in rowsOf[members[place]] ?? [] { found.append((row, link)) }
      }
      found.sort { documents.precedes($0.row, $1.row) }
      if found.count > 1 {
        let weakest = try weakest(tied)
        parts.append(
          NearTextCluster(
            id: documents.id(firsts[0]), members: found.map { member($0.row, $0.link, firsts) }, weakest: weakest,
            isChain: weakest < rule.similarity))
      }
      members = members.indices.filter { links[$0] == nil }.map { members[$0] }
    }
    return parts
  }

  /// The similarity of the two units whose signatures agree least: of all pairs in a small cluster; in a large one, of
  /// the unit farthest from the first and the one farthest from that.
  private mutating func weakest(_ members: [Int32]) throws(Failure) -> Double {
    guard members.count > 1 else { return 1 }
    var pair = (0, 1)
    if members.count <= BucketPairs.small {
      var fewest = Int.max
      for a in 1..<members.count {
        for b in 0..<a {
          let agreeing = agreeing(members[a], members[b])
          if agreeing < fewest {
            fewest = agreeing
            pair = (b, a)
          }
        }
      }
    } else {
      let far = farthest(from: 0, members)
      pair = (far, farthest(from: far, members))
    }
    return try verifier.compare(members[pair.0], members[pair.1], units, shingles).jaccard
  }

  private func farthest(from start: Int, _ members: [Int32]) -> Int {
    let others = members.indices.filter { $0 != start }
    return others.min { agreeing(members[start], members[$0]) < agreeing(members[start], members[$1]) } ?? start
  }

  private func agreeing(_ a: Int32, _ b: Int32) -> Int {
    unsafe Signature.agreeing(units.signature(a), units.signature(b))
  }
}
