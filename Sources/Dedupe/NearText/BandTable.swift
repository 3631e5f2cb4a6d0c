import Records

/// The units of each bucket: for each band the rows of all units sorted by their keys. Those of the units that a state
/// was saved with are mapped from files, those of later ones sorted anew.
struct BandTable: ~Copyable {
  private var saved = SortedBands()
  private var late = SortedBands()

  init() {}

  /// The table that a state was saved with; throws `dedupe.near-state`.
  init(_ state: NearTextState, _ manifest: StateManifest, _ plan: BandPlan) throws(Failure) {
    self.init()
    let count = plan.bands * manifest.baseUnits
    saved.keys = try Column(file: state.path("band-keys", manifest.base), count: count, isRead: true)
    saved.rows = try Column(file: state.path("band-rows", manifest.base), count: count)
    saved.count = manifest.baseUnits
  }

  /// Sorts the units that came after the saved ones.
  mutating func sortLate(_ units: borrowing TextUnits, _ plan: BandPlan) {
    late = SortedBands(units, from: saved.count, plan)
  }

  /// Forgets the late units' order.
  mutating func dropLate() { late = SortedBands() }

  /// Puts all units of a bucket into `rows`, live or not. `cursor` is that of the last key of the band, a smaller one;
  /// a new one for the first.
  func find(_ key: UInt32, band: Int, _ cursor: inout BandCursor, into rows: inout [Int32]) {
    rows.removeAll(keepingCapacity: true)
    let gap = key - cursor.key
    saved.find(key, gap, band, &cursor.saved, into: &rows)
    late.find(key, gap, band, &cursor.late, into: &rows)
    cursor.key = key
  }
}

/// Where in a band the last search ended.
struct BandCursor {
  fileprivate var key: UInt32 = 0
  /// Places within the band.
  fileprivate var saved = 0
  fileprivate var late = 0
}
