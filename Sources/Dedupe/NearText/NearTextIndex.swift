package import Records

/// Finds near-duplicate texts: documents go in as sketches, clusters come out, and what changes later costs in
/// proportion to the change.
///
/// A cluster is a component of the graph whose edges join texts of at least the rule's similarity (their true Jaccard
/// similarity, not an estimate) that agree in a band of their signatures. It depends on the documents alone: not on
/// their order, on the cores, nor on what was added or removed before. Memory: about 280 bytes a document with its id;
/// on disk 4 bytes a word.
package struct NearTextIndex: ~Copyable {
  /// Raise it when the same documents and rule would give other clusters.
  package static let version = 1

  package let rule: NearTextRule
  let plan: BandPlan
  var documents: TextDocuments
  var units: TextUnits
  var shingles: ShingleFile
  var bands: BandTable
  var verifier: PairVerifier
  /// Units that gained or lost a document since the last join, in any order, with repetitions.
  var touched: [Int32] = []
  /// Documents since the last join whose text is too short to match, likewise.
  var loose: [Int32] = []
  /// Those of before the last join.
  var affectedLoose: [Int32] = []
  /// The roots of the components that the last join made or changed, ascending.
  var affected: [Int32] = []
  /// Where the index is kept, and what is there; nil for one that goes with its process.
  private(set) var state: NearTextState?
  var manifest: StateManifest?
  /// Whether the files that this index mapped are no longer those that a patch would change.
  var hasNewBase = false
  /// How many documents were added and not removed.
  package private(set) var count = 0
  /// What the last join did.
  package var work: NearTextWork { verifier.work }

  /// An empty index, which keeps shingles in a file without a name in `folder`; throws `dedupe.near-disk`.
  package init(_ rule: NearTextRule, temporaryFolder folder: String) throws(Failure) {
    let shingles = ShingleFile(try StateFile(temporaryIn: folder), count: 0)
    self.init(rule, TextDocuments(), TextUnits(), BandTable(), shingles)
  }

  /// An index over what the manifest says the state's files hold; throws `dedupe.near-state` and `dedupe.near-disk`.
  init(_ rule: NearTextRule, _ state: NearTextState, _ manifest: StateManifest) throws(Failure) {
    var documents = TextDocuments()
    var units = TextUnits()
    var bands = BandTable()
    if manifest.generation > 0 {
      var patch = try PatchReader(state.path("patch", manifest.generation))
      documents = try TextDocuments(state, manifest.base, &patch)
      units = try TextUnits(state, manifest.base, &patch)
      bands = try BandTable(state, manifest, BandPlan(rule))
      guard patch.isAtEnd else { throw NearTextState.damaged(patch.path) }
    }
    let file = try StateFile(state.path("shingles"), length: 4 * manifest.shingles)
    self.init(rule, documents, units, bands, ShingleFile(file, count: manifest.shingles))
    self.state = state
    self.manifest = manifest
    count = manifest.present
  }

  private init(
    _ rule: NearTextRule, _ documents: consuming TextDocuments, _ units: consuming TextUnits,
    _ bands: consuming BandTable, _ shingles: consuming ShingleFile
  ) {
    self.rule = rule
    plan = BandPlan(rule)
    self.documents = documents
    self.units = units
    self.bands = bands
    self.shingles = shingles
    verifier = PairVerifier(rule)
  }

  /// Adds the batch's documents; one with an id that is there takes its place. Throws `dedupe.near-disk`.
  package mutating func add(_ batch: SketchBatch) throws(Failure) {
    var signature = 0
    var shingle = 0
    for place in 0..<batch.count {
      let entry = batch.entries[place]
      let row = row(of: batch.ids[place])
      if documents.units[Int(row)] != TextDocuments.removed { leave(row) } else { count += 1 }
      documents.raw[Int(row)] = entry.raw
      guard entry.shingleCount > 0 else {
        documents.units[Int(row)] = TextDocuments.tooShort
        loose.append(row)
        continue
      }
      let end = shingle + Int(entry.shingleCount)
      var unit = units.find(entry.words)
      if unit == nil {
        unit = try append(
          entry, batch.signatures.span.extracting(signature..<(signature + Signature.bins)),
          batch.shingles.span.extracting(shingle..<end))
      }
      signature += Signature.bins
      shingle = end
      if let unit { enter(row, unit) }
    }
  }

  /// Removes a document; nothing happens where there is none of that id.
  package mutating func remove(id: String) {
    guard let row = find(id), documents.units[Int(row)] != TextDocuments.removed else { return }
    leave(row)
    documents.units[Int(row)] = TextDocuments.removed
    count -= 1
  }

  /// Whether the document is there with exactly these bytes as its text.
  package func holds(id: String, utf8 text: [UInt8]) -> Bool {
    guard let row = find(id), documents.units[Int(row)] != TextDocuments.removed else { return false }
    return unsafe text.withUnsafeBufferPointer { unsafe Mixing.hash($0) } == documents.raw[Int(row)]
  }

  /// Removes all documents but those whose id is to be kept.
  package mutating func removeAll(but isKept: (String) -> Bool) {
    for row in 0..<Int32(documents.count) where documents.units[Int(row)] != TextDocuments.removed {
      let id = documents.id(row)
      if !isKept(id) { remove(id: id) }
    }
  }

  /// Whether more than half of the texts ever added are gone: a new index would be smaller and faster.
  package var isWorn: Bool { units.count > 1000 && units.count > 2 * count }

  func find(_ id: String) -> Int32? {
    var id = id
    // The bytes are read within the call; a string that is none of Foundation's isn't copied.
    return id.withUTF8 { unsafe documents.find($0.span) }
  }

  private mutating func row(of id: String) -> Int32 {
    if let row = find(id) { return row }
    var id = id
    return id.withUTF8 { unsafe documents.append($0.span) }
  }

  private mutating func append(
    _ entry: SketchBatch.Entry, _ signature: borrowing Span<UInt8>, _ shingles: borrowing Span<UInt32>
  ) throws(Failure) -> Int32 {
    let start = self.shingles.count
    try self.shingles.append(shingles)
    return units.append(entry, signature: signature, shingleStart: start)
  }

  /// Takes a document into a unit.
  private mutating func enter(_ row: Int32, _ unit: Int32) {
    documents.units[Int(row)] = unit
    let other = units.documents[Int(unit)]
    if other >= 0 {
      documents.link(row, to: other)
    } else {
      units.documents[Int(unit)] = row
    }
    touched.append(unit)
  }

  /// Takes a document out of its unit.
  private mutating func leave(_ row: Int32) {
    let unit = documents.units[Int(row)]
    guard unit >= 0 else { return }
    units.documents[Int(unit)] = documents.unlink(row)
    touched.append(unit)
  }
}
