import Records

/// What became of a cluster from one run to the next.
package struct ClusterEvent: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// Members of it went into a cluster with another id, and none of its own is left with two or more.
    case merged
    /// Some of its members are a cluster of their own now, or went into another; it lives on itself.
    case split
    /// None of its members is in a cluster any more.
    case ended
  }

  package var kind: Kind
  /// The cluster as it was called before.
  package var cluster: String
  /// The cluster that has members of it now; nil for one that ended.
  package var other: String?
}

/// Gives clusters their ids, so that an id stays the same from run to run while its cluster lives.
///
/// An id goes to the cluster that holds most of the members that had it; where several ids go to one cluster, it takes
/// the one that most of its members had. Ties go to the smallest id. Any other cluster is called by the smallest id of
/// its members that is no living cluster's.
package struct ClusterNames {
  /// An id for each cluster.
  package private(set) var names: [String] = []
  /// What became of the earlier clusters, in the order of their ids.
  package private(set) var events: [ClusterEvent] = []

  /// - Parameter clusters: the ids of each cluster's members, ascending, each once.
  /// - Parameter before: for each record that was in a cluster the cluster's id.
  package init(_ clusters: [[String]], before: [String: String]) {
    let claims = Self.claims(clusters, before)
    var taken: [Int: String] = [:]
    var holder: [String: Int] = [:]
    for (name, votes) in claims.sorted(by: { $0.key < $1.key }) {
      let best = votes.max { ($0.value, clusters[$1.key][0]) < ($1.value, clusters[$0.key][0]) }
      guard let best else { continue }
      let rival = taken[best.key]
      // Ids come in their order, so the rival's is the smaller.
      if let rival, claims[rival]?[best.key] ?? 0 >= best.value { continue }
      if let rival { holder[rival] = nil }
      taken[best.key] = name
      holder[name] = best.key
    }
    for (place, members) in clusters.enumerated() {
      names.append(taken[place] ?? Self.fresh(members, living: holder))
    }
    events = Self.events(claims, names, holder, before)
  }

  /// Puts the names in another order of the clusters.
  mutating func reorder(_ order: [Int]) { names = order.map { names[$0] } }

  /// For each earlier id how many of its members each cluster has.
  private static func claims(_ clusters: [[String]], _ before: [String: String]) -> [String: [Int: Int]] {
    var claims: [String: [Int: Int]] = [:]
    for (place, members) in clusters.enumerated() {
      for member in members {
        if let name = before[member] { claims[name, default: [:]][place, default: 0] += 1 }
      }
    }
    return claims
  }

  /// Members stand in one cluster each, so no two clusters choose one of them.
  private static func fresh(_ members: [String], living: [String: Int]) -> String {
    if let free = members.first(where: { living[$0] == nil }) { return free }
    // Every member's id is the name of a cluster that it has left.
    return String(ContentHash(of: members.joined(separator: " ")).hex.prefix(24))
  }

  private static func events(
    _ claims: [String: [Int: Int]], _ names: [String], _ holder: [String: Int], _ before: [String: String]
  ) -> [ClusterEvent] {
    var events: [ClusterEvent] = []
    for name in Set(before.values).sorted() {
      let now = (claims[name] ?? [:]).keys.map { names[$0] }.sorted()
      if now.isEmpty { events.append(ClusterEvent(kind: .ended, cluster: name, other: nil)) }
      for other in now where other != name {
        events.append(ClusterEvent(kind: holder[name] == nil ? .merged : .split, cluster: name, other: other))
      }
    }
    return events
  }
}
