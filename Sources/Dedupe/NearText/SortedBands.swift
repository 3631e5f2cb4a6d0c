import Records

/// Some units sorted by their keys in each band. Keys lie apart from rows, so that a search touches half the memory.
struct SortedBands: ~Copyable {
  /// Band behind band, each ascending.
  var keys = Column<UInt32>()
  /// The unit of each key; those of one key ascending.
  var rows = Column<Int32>()
  /// How many units there are, and so entries in each band.
  var count = 0

  init() {}

  /// The units from `first` on.
  init(_ units: borrowing TextUnits, from first: Int, _ plan: BandPlan) {
    count = units.count - first
    var sorter = BandSorter()
    for band in 0..<plan.bands {
      sorter.sort(band, of: units, from: first, plan)
      for place in 0..<count {
        keys.append(UInt32(sorter.entries[place] >> 32))
        rows.append(Int32(truncatingIfNeeded: sorter.entries[place] & 0xFFFF_FFFF))
      }
    }
  }

  /// Writes the bands of all units, as a saved table reads them, one band in memory; throws `dedupe.near-disk`.
  static func save(
    _ units: borrowing TextUnits, _ plan: BandPlan, _ state: NearTextState, _ base: Int
  ) throws(Failure) {
    let keyFile = try StateFile(state.path("band-keys", base), length: 0)
    let rowFile = try StateFile(state.path("band-rows", base), length: 0)
    var sorter = BandSorter()
    let keys = Buffer<UInt32>(capacity: units.count)
    let rows = Buffer<UInt32>(capacity: units.count)
    for band in 0..<plan.bands {
      sorter.sort(band, of: units, from: 0, plan)
      for place in 0..<sorter.count {
        keys[place] = UInt32(sorter.entries[place] >> 32)
        rows[place] = UInt32(truncatingIfNeeded: sorter.entries[place])
      }
      // The pointers are used within the calls.
      try unsafe keyFile.append(UnsafeRawBufferPointer(start: keys.base, count: 4 * sorter.count))
      try unsafe rowFile.append(UnsafeRawBufferPointer(start: rows.base, count: 4 * sorter.count))
    }
    try keyFile.sync()
    try rowFile.sync()
  }

  /// Adds the units of a key to `rows`. `cursor` is the place in the band where the search for a smaller key ended, and
  /// `gap` how much smaller it was.
  func find(_ key: UInt32, _ gap: UInt32, _ band: Int, _ cursor: inout Int, into found: inout [Int32]) {
    let range = (band * count + cursor)..<((band + 1) * count)
    // Keys are spread evenly: so many are likely to lie between the last and this one.
    let between = Int(UInt64(count) * UInt64(gap) >> 32)
    var place =
      between > Self.near ? lowerBound(key, range, guess: range.lowerBound + between) : firstPlace(key, range)
    cursor = place - band * count
    while place < range.upperBound, keys[place] == key {
      found.append(rows[place])
      place += 1
    }
  }

  /// So many keys are looked through faster one after the other, as memory is read ahead, than by a search that jumps.
  private static var near: Int { 512 }

  /// The first place whose key is not below `wanted`, line of memory by line.
  private func firstPlace(_ wanted: UInt32, _ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return range.lowerBound }
    // A table's keys lie together, and none behind the range is read.
    let keys = unsafe self.keys.address(range.lowerBound)
    let line = 16
    var place = 0
    while place + line <= range.count, unsafe keys[place + line - 1] < wanted { place += line }
    let end = min(place + line, range.count)
    var below = 0
    for key in place..<end { unsafe below += keys[key] < wanted ? 1 : 0 }
    return range.lowerBound + place + below
  }

  /// The first place whose key is not below `wanted`: from the guess on in steps that double, then halve.
  private func lowerBound(_ wanted: UInt32, _ range: Range<Int>, guess: Int) -> Int {
    guard !range.isEmpty else { return range.lowerBound }
    let guess = min(guess, range.upperBound - 1)
    var (low, high) = (range.lowerBound, range.upperBound)
    var step = 8
    if keys[guess] < wanted {
      low = guess + 1
      while low + step < high {
        if keys[low + step] >= wanted {
          high = low + step
          break
        }
        low += step + 1
        step *= 2
      }
    } else {
      high = guess
      while high - step >= low {
        if keys[high - step] < wanted {
          low = high - step + 1
          break
        }
        high -= step
        step *= 2
      }
    }
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension BandSorter {
  /// Sorts the units from `first` on by their keys in one band.
  mutating func sort(_ band: Int, of units: borrowing TextUnits, from first: Int, _ plan: BandPlan) {
    let rows = plan.rows
    sort(first: first, count: units.count - first) { unit in
      // The signature is read within the call.
      unsafe Signature.bandKey(units.signature(Int32(unit)), first: band * rows, rows: rows)
    }
  }
}
