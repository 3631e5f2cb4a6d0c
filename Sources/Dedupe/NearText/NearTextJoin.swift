package import Records

/// What a join did.
package struct NearTextWork: Hashable, Sendable {
  /// Whether all texts were joined anew, rather than those concerned by a change.
  package var isFull = false
  /// Pairs that met in a bucket and were told apart, or not, by their signatures.
  package var candidates = 0
  /// Pairs whose shingles were compared, repetitions counted.
  package var verified = 0
  /// Buckets of more than 64 distinct texts.
  package var largeBuckets = 0
}

extension NearTextIndex {
  /// Brings the components up to date with what was added and removed; throws `dedupe.near-disk`.
  package mutating func join() throws(Failure) {
    try shingles.flush()
    let changed = Set(touched).filter { units.isLive($0) != (units.joined[Int($0)] == 1) }.sorted()
    verifier.start(all: 4 * changed.count > units.count)
    var concerned = touched
    if work.isFull { try joinAll() } else { concerned += try update(changed) }
    for unit in changed { units.joined[Int(unit)] = units.isLive(unit) ? 1 : 0 }
    affected = work.isFull ? roots(0..<Int32(units.count)) : roots(concerned)
    touched = []
    affectedLoose = loose
    loose = []
  }

  private func roots(_ some: some Sequence<Int32>) -> [Int32] {
    var roots: [Int32] = []
    for unit in some where units.isLive(unit) { roots.append(units.root(of: unit)) }
    roots.sort()
    var last: Int32 = -1
    roots.removeAll { root in
      defer { last = root }
      return root == last
    }
    return roots
  }

  /// Joins all units anew, band by band.
  private mutating func joinAll() throws(Failure) {
    units.dissolveAll()
    var sorter = BandSorter()
    var bucket: [Int32] = []
    for band in 0..<plan.bands {
      sorter.sort(band, of: units, from: 0, plan)
      var start = 0
      while start < sorter.count {
        let key = sorter.entries[start] >> 32
        var end = start + 1
        while end < sorter.count, sorter.entries[end] >> 32 == key { end += 1 }
        if end - start > 1 {
          bucket.removeAll(keepingCapacity: true)
          for place in start..<end {
            let unit = Int32(truncatingIfNeeded: sorter.entries[place] & 0xFFFF_FFFF)
            if units.isLive(unit) { bucket.append(unit) }
          }
          try join(&bucket, band)
        }
        start = end
      }
    }
  }

  /// Joins the similar ones of a bucket's live units.
  private mutating func join(_ bucket: inout [Int32], _ band: Int) throws(Failure) {
    if bucket.count > BucketPairs.small { verifier.countLargeBucket() }
    try BucketPairs(band: band, plan).each(bucket, units) { (a, b) throws(Failure) in
      try verifier.join(a, b, units, shingles)
    }
  }
}
