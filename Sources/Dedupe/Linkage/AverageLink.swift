/// Joins records to clusters, the likeliest pair of clusters first, as long as all pairs between two clusters speak for
/// it on average (average-link clustering): a chain of likely pairs doesn't join what is unlike at its ends.
struct AverageLink<Score: PairScore> {
  private let score: Score
  private let threshold: Float
  private var members: [[Int32]]
  /// For each cluster, named by one of its rows, those it may be joined with and the sum over all pairs between them.
  private var sums: [[Int32: Float]]
  /// For each cluster those it must not be joined with.
  private var apart: [Int32: Set<Int32>] = [:]
  private var versions: [Int32]
  private var heap = JoinHeap()

  /// At most about this many pairs between two clusters are looked at.
  static var sampled: Int { 400 }

  /// - Parameter threshold: what pairs must score on average.
  init(rows: Int, threshold: Float, score: Score) {
    self.score = score
    self.threshold = threshold
    members = (0..<rows).map { [Int32($0)] }
    sums = [[Int32: Float]](repeating: [:], count: rows)
    versions = [Int32](repeating: 0, count: rows)
  }

  /// The cluster of each row, named by its smallest row.
  ///
  /// - Parameter pairs: pairs that may be joined, with their scores.
  /// - Parameter same: pairs that are joined whatever they score.
  /// - Parameter different: pairs that are kept apart, unless others that are the same join them.
  mutating func clusters(_ pairs: [ScoredPair], same: [(Int, Int)], different: [(Int, Int)]) -> [Int32] {
    for pair in pairs where pair.score > threshold {
      sums[Int(pair.a)][pair.b] = pair.score
      sums[Int(pair.b)][pair.a] = pair.score
    }
    let joined = unite(same)
    keepApart(different, joined)
    for pair in pairs where versions[Int(pair.a)] == 0 && versions[Int(pair.b)] == 0 && pair.score > threshold {
      heap.push(Join(value: pair.score, a: pair.a, b: pair.b, versionA: 0, versionB: 0))
    }
    while let best = heap.pop() {
      if versions[Int(best.a)] == best.versionA && versions[Int(best.b)] == best.versionB {
        let isFirstLarger = members[Int(best.a)].count >= members[Int(best.b)].count
        join(Int(isFirstLarger ? best.a : best.b), Int(isFirstLarger ? best.b : best.a))
      }
    }
    return named()
  }

  private func named() -> [Int32] {
    var cluster = [Int32](repeating: 0, count: members.count)
    for group in members {
      guard let name = group.min() else { continue }
      for row in group { cluster[Int(row)] = name }
    }
    return cluster
  }

  /// Joins what is known to be the same; gives the cluster of each row.
  private mutating func unite(_ same: [(Int, Int)]) -> DisjointSets {
    var sets = DisjointSets()
    for _ in members.indices { sets.append() }
    for (a, b) in same {
      let (x, y) = (Int(sets.root(of: Int32(a))), Int(sets.root(of: Int32(b))))
      if x == y { continue }
      sets.unite(Int32(x), Int32(y))
      let root = Int(sets.root(of: Int32(x)))
      join(root, x == root ? y : x)
    }
    return sets
  }

  private mutating func keepApart(_ different: [(Int, Int)], _ joined: DisjointSets) {
    var joined = joined
    for (a, b) in different {
      let (x, y) = (joined.root(of: Int32(a)), joined.root(of: Int32(b)))
      if x == y { continue }
      apart[x, default: []].insert(y)
      apart[y, default: []].insert(x)
      // What was to be joined with either is put into the queue anew, without the other.
      for one in [x, y] { renew(Int(one)) }
    }
  }

  /// Joins the second cluster to the first.
  private mutating func join(_ a: Int, _ b: Int) {
    let (keeper, gone) = (a, b)
    var others = sums[keeper]
    for (other, _) in sums[gone] where others[other] == nil { others[other] = .nan }
    let names = others.keys.sorted().filter { Int($0) != keeper && Int($0) != gone }
    var joined: [Int32: Float] = [:]
    for other in names {
      joined[other] = sum(keeper, Int(other)) + sum(gone, Int(other))
    }
    for other in names {
      sums[Int(other)][Int32(gone)] = nil
      sums[Int(other)][Int32(keeper)] = nil
    }
    members[keeper] += members[gone]
    members[gone] = []
    sums[gone] = [:]
    sums[keeper] = joined
    versions[gone] += 1
    inherit(keeper, gone)
    for other in names { sums[Int(other)][Int32(keeper)] = joined[other] }
    renew(keeper)
  }

  private mutating func inherit(_ keeper: Int, _ gone: Int) {
    guard let others = apart.removeValue(forKey: Int32(gone)) else { return }
    apart[Int32(keeper), default: []].formUnion(others)
    for other in others {
      apart[other]?.remove(Int32(gone))
      apart[other]?.insert(Int32(keeper))
    }
  }

  /// Queues what a changed cluster may be joined with, and forgets what it may not.
  private mutating func renew(_ cluster: Int) {
    versions[cluster] += 1
    for other in sums[cluster].keys.sorted() {
      let mean = (sums[cluster][other] ?? 0) / Float(members[cluster].count * members[Int(other)].count)
      if mean > threshold && apart[Int32(cluster)]?.contains(other) != true {
        heap.push(
          Join(
            value: mean, a: Int32(cluster), b: other, versionA: versions[cluster], versionB: versions[Int(other)]))
      } else {
        sums[cluster][other] = nil
        sums[Int(other)][Int32(cluster)] = nil
      }
    }
  }

  /// The sum of the scores of all pairs between two clusters.
  private func sum(_ a: Int, _ b: Int) -> Float {
    if let known = sums[a][Int32(b)] { return known }
    let total = members[a].count * members[b].count
    let step = max(1, total / AverageLink.sampled)
    var sum: Float = 0
    for place in stride(from: 0, to: total, by: step) {
      let (x, y) = (members[a][place / members[b].count], members[b][place % members[b].count])
      sum += score.score(Int(x), Int(y))
    }
    return sum * Float(total) / Float((total + step - 1) / step)
  }
}

/// Scores any pair of rows.
protocol PairScore {
  func score(_ a: Int, _ b: Int) -> Float
}

/// Two clusters that may be joined, as they were at some time.
struct Join {
  var value: Float
  var a: Int32
  var b: Int32
  var versionA: Int32
  var versionB: Int32

  /// Whether it is done before another: the greater value first, then the lower rows.
  func precedes(_ other: Join) -> Bool {
    if value != other.value { return value > other.value }
    return (min(a, b), max(a, b)) < (min(other.a, other.b), max(other.a, other.b))
  }
}
