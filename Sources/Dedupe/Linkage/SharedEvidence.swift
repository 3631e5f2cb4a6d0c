/// For each field the share of its evidence that is its own: 1 divided by 1 and the squared correlations of its weights
/// with the other fields' among different things. Fields that hold the same, such as a full name beside its parts, are
/// so not counted twice.
///
/// - Parameter shares: how much each pair counts, as its probability to be different things.
func sharedEvidence(_ pairs: PairLevels, _ shares: [Double], _ model: LinkageModel) -> [Float] {
  let count = model.fields.count
  var sums = [Moments](repeating: Moments(), count: count * count)
  var weights = [Float](repeating: 0, count: count)
  for place in pairs.pairs.indices {
    for field in 0..<count {
      let level = pairs.levels[place * count + field]
      weights[field] = level == LinkageModel.missing ? .nan : model.weights[field * LinkageModel.stride + Int(level)]
    }
    for f in 0..<count where !weights[f].isNaN {
      for g in f + 1..<max(count, f + 1) where !weights[g].isNaN {
        sums[f * count + g].add(Double(weights[f]), Double(weights[g]), shares[place])
      }
    }
  }
  var shared = [Double](repeating: 1, count: count)
  for f in 0..<count {
    for g in f + 1..<max(count, f + 1) {
      shared[f] += sums[f * count + g].squaredCorrelation
      shared[g] += sums[f * count + g].squaredCorrelation
    }
  }
  return shared.map { Float(1 / $0) }
}

/// Sums over pairs of numbers, each with its share.
private struct Moments {
  private var n = 0.0
  private var x = 0.0
  private var y = 0.0
  private var xx = 0.0
  private var yy = 0.0
  private var xy = 0.0

  mutating func add(_ a: Double, _ b: Double, _ share: Double) {
    n += share
    x += share * a
    y += share * b
    xx += share * a * a
    yy += share * b * b
    xy += share * a * b
  }

  /// Their correlation, squared; 0 where it is negative or too little is known.
  var squaredCorrelation: Double {
    if n < 10 { return 0 }
    let together = xy / n - x / n * (y / n)
    let spread = (xx / n - x / n * (x / n)) * (yy / n - y / n * (y / n))
    return together > 0 && spread > 0 ? min(1, together * together / spread) : 0
  }
}
