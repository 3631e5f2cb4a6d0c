import Records

/// Which units of one band's bucket are held against each other.
///
/// In a small bucket each with each. In a large one, so that no bucket costs its square: each with a few pivots, and
/// within the buckets that two more rows split it into, up to three times. A large bucket of one text's variants is
/// joined by its pivots; in one that only a shared phrase brought together, alike texts stay together when it is split.
/// Which pairs these are depends on the units alone, and a unit that comes or goes seldom changes them for others.
struct BucketPairs {
  /// Buckets of up to so many units are small.
  static let small = 64
  private static let pivotCount = 8
  private static let levels = 3
  private static let rowsALevel = 2

  /// The first row behind the band.
  private let behind: Int

  init(band: Int, _ plan: BandPlan) { behind = (band + 1) * plan.rows }

  /// Hands on each pair.
  func each(
    _ bucket: [Int32], _ units: borrowing TextUnits, level: Int = 0, _ body: (Int32, Int32) throws(Failure) -> Void
  ) throws(Failure) {
    if bucket.count <= Self.small {
      for place in bucket.indices.dropFirst() {
        for other in 0..<place { try body(bucket[place], bucket[other]) }
      }
      return
    }
    for pivot in pivots(bucket, units) {
      for unit in bucket where unit != pivot { try body(pivot, unit) }
    }
    guard level < Self.levels else { return }
    for part in parts(bucket, units, level) { try each(part, units, level: level + 1, body) }
  }

  /// Hands on each pair that the unit, one of the bucket's, is part of.
  func each(
    of unit: Int32, _ bucket: [Int32], _ units: borrowing TextUnits, level: Int = 0,
    _ body: (Int32, Int32) throws(Failure) -> Void
  ) throws(Failure) {
    let pivots = bucket.count <= Self.small ? [unit] : pivots(bucket, units)
    for other in pivots.contains(unit) ? bucket : pivots where other != unit { try body(unit, other) }
    guard level < Self.levels, bucket.count > Self.small else { return }
    try each(of: unit, part(of: unit, bucket, units, level), units, level: level + 1, body)
  }

  /// Units such that each pair lost or won has one of them or a changed unit in it, or that may have lost a pair that
  /// was similar, when `changed` came to the bucket or went from it with others that did.
  func unsettled(
    by changed: Int32, before: [Int32], after: [Int32], _ units: borrowing TextUnits, level: Int = 0
  ) -> [Int32] {
    if max(before.count, after.count) <= Self.small { return [] }
    if after.count <= Self.small { return after }
    if before.count <= Self.small { return joined(after, units) }
    let (old, new) = (pivots(before, units), pivots(after, units))
    let moved = old.filter { !new.contains($0) } + new.filter { !old.contains($0) }
    if level == Self.levels { return moved }
    return moved
      + unsettled(
        by: changed, before: part(of: changed, before, units, level), after: part(of: changed, after, units, level),
        units, level: level + 1)
  }

  /// Those that are of one component with another.
  private func joined(_ bucket: [Int32], _ units: borrowing TextUnits) -> [Int32] {
    var counts: [Int32: Int] = [:]
    for unit in bucket { counts[units.root(of: unit), default: 0] += 1 }
    var joined: [Int32] = []
    for unit in bucket where counts[units.root(of: unit), default: 0] > 1 { joined.append(unit) }
    return joined
  }

  /// The units whose words' hashes are smallest, which is as good as chance, in their order.
  private func pivots(_ bucket: [Int32], _ units: borrowing TextUnits) -> [Int32] {
    var smallest: [Int32] = []
    for unit in bucket {
      let words = units.words[Int(unit)]
      if smallest.count == Self.pivotCount, let last = smallest.last, units.words[Int(last)] < words { continue }
      var place = smallest.count
      while place > 0, words < units.words[Int(smallest[place - 1])] { place -= 1 }
      smallest.insert(unit, at: place)
      if smallest.count > Self.pivotCount { smallest.removeLast() }
    }
    return smallest
  }

  /// The bucket's units by the rows of the level, those alone left out.
  private func parts(_ bucket: [Int32], _ units: borrowing TextUnits, _ level: Int) -> [[Int32]] {
    var keyed: [UInt64] = []
    keyed.reserveCapacity(bucket.count)
    for unit in bucket { keyed.append(key(unit, units, level) << 32 | UInt64(unit)) }
    keyed.sort()
    var parts: [[Int32]] = []
    var start = 0
    for place in 1...keyed.count where place == keyed.count || keyed[place] >> 32 != keyed[start] >> 32 {
      if place - start > 1 {
        parts.append(keyed[start..<place].map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) })
      }
      start = place
    }
    return parts
  }

  private func part(of unit: Int32, _ bucket: [Int32], _ units: borrowing TextUnits, _ level: Int) -> [Int32] {
    let wanted = key(unit, units, level)
    var part: [Int32] = []
    for other in bucket where key(other, units, level) == wanted { part.append(other) }
    return part
  }

  private func key(_ unit: Int32, _ units: borrowing TextUnits, _ level: Int) -> UInt64 {
    var key: UInt64 = 0
    for row in 0..<Self.rowsALevel {
      let bin = (behind + level * Self.rowsALevel + row) % Signature.bins
      key = key << 8 | UInt64(units.signatures[Int(unit) * Signature.bins + bin])
    }
    return key
  }
}
