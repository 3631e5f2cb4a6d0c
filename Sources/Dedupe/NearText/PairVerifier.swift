import Records

/// Decides for two units whether their similarity reaches the rule's: most that don't are told by their signatures, the
/// others by their true Jaccard similarity.
struct PairVerifier: ~Copyable {
  private let similarity: Double
  /// The fewest bins that signatures of similar texts agree in, by the shingles of the shorter text (up to 128).
  private let fewestAgreeing: [Int]
  private var comparer = ShingleComparer()
  private var first = Buffer<UInt32>(capacity: 1 << 12)
  private var second = Buffer<UInt32>(capacity: 1 << 12)
  /// The unit whose shingles the comparer has.
  private var taken: Int32 = -1
  /// Pairs lately found not to be similar; one that is forgotten is compared again.
  private let refused = Buffer<UInt64>(repeating: .max, count: 1 << 16)

  init(_ rule: NearTextRule) {
    similarity = rule.similarity
    fewestAgreeing = (0...Signature.bins).map { Self.fewestAgreeing(rule.similarity, shingles: $0) }
  }

  /// Six standard deviations below the mean of a binomial distribution, so that one pair in 10^8 is lost. Bins that
  /// borrow from others make a sketch of few shingles as uncertain as one of about as many bins.
  private static func fewestAgreeing(_ similarity: Double, shingles: Int) -> Int {
    let bins = Double(Signature.bins)
    let independent = max(1, 0.7 * Double(min(shingles, Signature.bins)))
    let deviation = (similarity * (1 - similarity) / independent).squareRoot()
    return max(0, Int(bins * (similarity - 6 * deviation)))
  }

  /// What was done since the last `start`.
  private(set) var work = NearTextWork()
  /// Pairs that a join of few found similar, which are told of next; nil after one of all.
  private var similar: [UInt64: SharedShingles]?

  /// Begins a join, of all units or of few.
  mutating func start(all isFull: Bool) {
    work = NearTextWork(isFull: isFull)
    similar = isFull ? nil : [:]
  }

  /// Counts a bucket of more than `BucketPairs.small` units.
  mutating func countLargeBucket() { work.largeBuckets += 1 }

  /// Makes one component of those of two units if they are similar; best called with one `a` in a row.
  mutating func join(
    _ a: Int32, _ b: Int32, _ units: borrowing TextUnits, _ shingles: borrowing ShingleFile
  ) throws(Failure) {
    if units.root(of: a) == units.root(of: b) { return }
    work.candidates += 1
    guard mayBeSimilar(a, b, units) else { return }
    work.verified += 1
    if try areSimilar(a, b, units, shingles) { units.unite(a, b) }
  }

  /// Whether the signatures leave it possible that the units are similar.
  @inline(__always) func mayBeSimilar(_ a: Int32, _ b: Int32, _ units: borrowing TextUnits) -> Bool {
    let shorter = min(units.shingleCounts[Int(a)], units.shingleCounts[Int(b)])
    // Both pointers are used within the call.
    let agreeing = unsafe Signature.agreeing(units.signature(a), units.signature(b))
    return agreeing >= fewestAgreeing[min(Int(shorter), Signature.bins)]
  }

  /// Whether the similarity of two units that may be similar reaches the rule's; best called with one `a` in a row.
  mutating func areSimilar(
    _ a: Int32, _ b: Int32, _ units: borrowing TextUnits, _ shingles: borrowing ShingleFile
  ) throws(Failure) -> Bool {
    let pair = packed(Int(a), Int(b))
    let slot = Int(Mixing.fold(pair ^ Mixing.k0, Mixing.k1) >> 48)
    if refused[slot] == pair { return false }
    let found = try compare(a, b, units, shingles)
    if reaches(found) {
      similar?[pair] = found
      return true
    }
    refused[slot] = pair
    return false
  }

  /// The true overlap of two units if their similarity reaches the rule's; best called with one `a` in a row.
  mutating func overlap(
    _ a: Int32, _ b: Int32, _ units: borrowing TextUnits, _ shingles: borrowing ShingleFile
  ) throws(Failure) -> SharedShingles? {
    if let found = similar?[packed(Int(a), Int(b))] { return found }
    guard mayBeSimilar(a, b, units) else { return nil }
    let found = try compare(a, b, units, shingles)
    return reaches(found) ? found : nil
  }

  private func reaches(_ found: SharedShingles) -> Bool { found.jaccard >= similarity }

  /// The true overlap of two units; best called with one `a` in a row.
  mutating func compare(
    _ a: Int32, _ b: Int32, _ units: borrowing TextUnits, _ shingles: borrowing ShingleFile
  ) throws(Failure) -> SharedShingles {
    if taken != a {
      let count = try Self.read(a, units, shingles, into: &first)
      unsafe comparer.take(first.base, count: count)
      taken = a
    }
    let count = try Self.read(b, units, shingles, into: &second)
    return unsafe comparer.compare(second.base, count: count)
  }

  private static func read(
    _ unit: Int32, _ units: borrowing TextUnits, _ shingles: borrowing ShingleFile, into buffer: inout Buffer<UInt32>
  ) throws(Failure) -> Int {
    let count = Int(units.shingleCounts[Int(unit)])
    try shingles.read(from: Int(units.shingleStarts[Int(unit)]), count: count, into: &buffer)
    return count
  }
}
