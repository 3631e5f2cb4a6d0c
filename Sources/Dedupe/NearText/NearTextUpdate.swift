import Records

extension NearTextIndex {
  /// Joins what the changed units concern; gives the units whose components may have changed.
  ///
  /// Edges come and go in buckets of changed units alone. In a small bucket they come and go with the unit itself; in
  /// a large one also with others, when it was small before, or other units are its pivots now. So components that lost
  /// a unit or may have lost an edge are taken apart and joined anew, with all they were joined with by then, and all
  /// other components hold what they did.
  mutating func update(_ changed: [Int32]) throws(Failure) -> [Int32] {
    guard !changed.isEmpty else { return [] }
    bands.sortLate(units, plan)
    defer { bands.dropLate() }
    var again = UnitList(of: units.count)
    for unit in changed where !units.isLive(unit) { takeApart(unit, into: &again) }
    var buckets = BucketSearch(changed)
    for band in 0..<plan.bands {
      buckets.start(band, units, plan)
      while buckets.next(bands) {
        if buckets.bucket.count > BucketPairs.small { takeApart(what: buckets, band, into: &again) }
        try join(&buckets, band)
      }
    }
    buckets = BucketSearch(again.units)
    for band in 0..<plan.bands {
      buckets.start(band, units, plan)
      while buckets.next(bands) { try join(&buckets, band) }
    }
    return again.units
  }

  /// Joins those units of a bucket that were searched for with those they are held against.
  private mutating func join(_ buckets: inout BucketSearch, _ band: Int) throws(Failure) {
    buckets.keep { units.isLive($0) }
    let pairs = BucketPairs(band: band, plan)
    for unit in buckets.found where units.isLive(unit) {
      try pairs.each(of: unit, buckets.bucket, units) { (a, b) throws(Failure) in
        try verifier.join(a, b, units, shingles)
      }
    }
  }

  /// Takes apart what changed units unsettle in a bucket that is large, or was, or has many units that are no more.
  private func takeApart(what buckets: borrowing BucketSearch, _ band: Int, into again: inout UnitList) {
    let pairs = BucketPairs(band: band, plan)
    let before = buckets.bucket.filter { units.joined[Int($0)] == 1 }
    let after = buckets.bucket.filter { units.isLive($0) }
    for unit in buckets.found {
      for other in pairs.unsettled(by: unit, before: before, after: after, units) { takeApart(other, into: &again) }
    }
  }

  private func takeApart(_ unit: Int32, into again: inout UnitList) {
    if again.contains(unit) { return }
    let members = units.component(of: unit)
    units.dissolve(members)
    for member in members { again.add(member) }
  }
}

/// Units, each once.
private struct UnitList: ~Copyable {
  private(set) var units: [Int32] = []
  private let isIn: Buffer<Bool>

  /// An empty list, for units below `count`.
  init(of count: Int) { isIn = Buffer(repeating: false, count: count) }

  func contains(_ unit: Int32) -> Bool { isIn[Int(unit)] }

  mutating func add(_ unit: Int32) {
    if isIn[Int(unit)] { return }
    isIn[Int(unit)] = true
    units.append(unit)
  }
}

/// Searches the buckets that some units are in, band by band, each once.
private struct BucketSearch: ~Copyable {
  /// The last bucket found: its units, live or not.
  private(set) var bucket: [Int32] = []
  /// Those of them that were searched for.
  private(set) var found: [Int32] = []
  private let sought: [Int32]
  private var sorter = BandSorter()
  private var cursor = BandCursor()
  private var band = 0
  private var place = 0

  init(_ sought: [Int32]) { self.sought = sought }

  /// Begins with a band.
  mutating func start(_ band: Int, _ units: borrowing TextUnits, _ plan: BandPlan) {
    self.band = band
    cursor = BandCursor()
    place = 0
    let sought = sought
    sorter.sort(first: 0, count: sought.count) { place in
      // The signature is read within the call.
      unsafe Signature.bandKey(units.signature(sought[place]), first: band * plan.rows, rows: plan.rows)
    }
  }

  /// Finds the next bucket of more than one unit; false where there is none.
  mutating func next(_ bands: borrowing BandTable) -> Bool {
    while place < sorter.count {
      let key = UInt32(sorter.entries[place] >> 32)
      bands.find(key, band: band, &cursor, into: &bucket)
      found.removeAll(keepingCapacity: true)
      while place < sorter.count, UInt32(sorter.entries[place] >> 32) == key {
        found.append(sought[Int(sorter.entries[place] & 0xFFFF_FFFF)])
        place += 1
      }
      if bucket.count > 1 { return true }
    }
    return false
  }

  /// Drops units from the bucket.
  mutating func keep(_ isKept: (Int32) -> Bool) { bucket.removeAll { !isKept($0) } }
}
