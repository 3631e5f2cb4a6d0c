/// The distinct texts of an index ("units": texts with the same words in the same order are one), in columns, with the
/// components of near duplicates they form; about 180 bytes a unit.
struct TextUnits: ~Copyable {
  var words: Column<Hash128>
  /// `Signature.bins` bytes a unit.
  var signatures: Column<UInt8>
  var shingleStarts: Column<UInt64>
  var shingleCounts: Column<UInt32>
  /// Any document that has the text; the others are in its ring. -1 where none has it any more.
  var documents: Column<Int32>
  /// 1 where the unit took part in the last join.
  var joined: Column<UInt8>
  /// Union-find; the root of a component is its smallest row.
  var parents: Column<Int32>
  /// The next unit of the same component, in a ring.
  var ring: Column<Int32>
  var table: RowTable

  init() {
    words = Column()
    signatures = Column()
    shingleStarts = Column()
    shingleCounts = Column()
    documents = Column()
    joined = Column()
    parents = Column()
    ring = Column()
    table = RowTable()
  }

  var count: Int { words.count }

  /// Whether a document has the text.
  @inline(__always) func isLive(_ unit: Int32) -> Bool { documents[Int(unit)] >= 0 }

  /// The unit of these words.
  func find(_ words: Hash128) -> Int32? { table.find(words.low) { self.words[Int($0)] == words } }

  @unsafe @inline(__always) func signature(_ unit: Int32) -> UnsafePointer<UInt8> {
    unsafe signatures.address(Int(unit) * Signature.bins)
  }

  /// Adds a unit that is not there and that no document has yet, alone in its component.
  mutating func append(_ entry: SketchBatch.Entry, signature: borrowing Span<UInt8>, shingleStart: Int) -> Int32 {
    let unit = Int32(count)
    table.insert(entry.words.low, row: unit) { words[Int($0)].low }
    words.append(entry.words)
    signatures.append(contentsOf: signature)
    shingleStarts.append(UInt64(shingleStart))
    shingleCounts.append(entry.shingleCount)
    documents.append(-1)
    joined.append(0)
    parents.append(unit)
    ring.append(unit)
    return unit
  }

  /// The smallest row of the unit's component; halves the path on its way.
  @inline(__always) func root(of unit: Int32) -> Int32 {
    var unit = unit
    while true {
      let above = parents[Int(unit)]
      if above == unit { return unit }
      let next = parents[Int(above)]
      if next != above { parents[Int(unit)] = next }
      unit = next
    }
  }

  /// Makes one component of two different ones.
  func unite(_ a: Int32, _ b: Int32) {
    let (a, b) = (root(of: a), root(of: b))
    parents[Int(max(a, b))] = min(a, b)
    let next = ring[Int(a)]
    ring[Int(a)] = ring[Int(b)]
    ring[Int(b)] = next
  }

  /// The units of the component, live or not, in no order.
  func component(of unit: Int32) -> [Int32] {
    var members = [unit]
    var next = ring[Int(unit)]
    while next != unit {
      members.append(next)
      next = ring[Int(next)]
    }
    return members
  }

  /// Leaves every unit alone.
  func dissolveAll() {
    for unit in 0..<count {
      parents[unit] = Int32(unit)
      ring[unit] = Int32(unit)
    }
  }

  /// Leaves each unit of the component alone.
  func dissolve(_ members: [Int32]) {
    for member in members {
      parents[Int(member)] = member
      ring[Int(member)] = member
    }
  }
}
