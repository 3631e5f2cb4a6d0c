/// How signatures are cut into bands: two texts are candidates when all rows of one band agree.
///
/// With a similarity s, a band of r rows agrees with probability s^r and one of b bands with 1 - (1 - s^r)^b (Leskovec,
/// Rajaraman, Ullman: Mining of Massive Datasets, chapter 3.4).
struct BandPlan: Hashable {
  var rows: Int
  var bands: Int

  /// The most rows whose bands find the wanted share of pairs at the wanted similarity; more rows bring fewer pairs
  /// that turn out to be none. With one row a band all of the signature is used.
  init(_ rule: NearTextRule) {
    for rows in stride(from: 8, through: 2, by: -1) {
      let bands = Self.bandsNeeded(similarity: rule.similarity, recall: rule.recall, rows: rows)
      if bands * rows <= Signature.bins {
        self.rows = rows
        self.bands = bands
        return
      }
    }
    rows = 1
    bands = Signature.bins
  }

  private static func bandsNeeded(similarity: Double, recall: Double, rows: Int) -> Int {
    var agrees = 1.0
    for _ in 0..<rows { agrees *= similarity }
    var missed = 1.0
    var bands = 0
    while missed > 1 - recall && bands <= Signature.bins {
      missed *= 1 - agrees
      bands += 1
    }
    return max(bands, 1)
  }
}
