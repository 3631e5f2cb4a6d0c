package import Records

extension NearTextIndex {
  /// An index that goes on where the last `save` in the folder ended, empty where there was none or one of another rule
  /// or version; throws `dedupe.near-state` for files that are damaged, and `dedupe.near-disk`.
  ///
  /// One process at a time may have the folder. Opening maps files and reads what changed since they were written.
  package init(_ rule: NearTextRule, stateFolder: String) throws(Failure) {
    let state = NearTextState(folder: stateFolder)
    try state.prepare()
    let manifest = try state.manifest(for: rule) ?? StateManifest(rule)
    try self.init(rule, state, manifest)
  }

  /// Writes what changed since the index was opened; throws `dedupe.near-disk`. To be called after `join`; nothing
  /// happens where the index has no folder.
  ///
  /// Most saves write the shingles of new texts and a patch to the other files. When an eighth has come to them, they
  /// are written anew.
  package mutating func save() throws(Failure) {
    guard let state, var manifest = self.manifest else { return }
    try shingles.flush()
    try shingles.sync()
    manifest.generation += 1
    manifest.present = count
    manifest.shingles = shingles.count
    hasNewBase = hasNewBase || isGrown(manifest)
    if hasNewBase {
      manifest.base = manifest.generation
      manifest.baseUnits = units.count
      manifest.baseDocuments = documents.count
      try SortedBands.save(units, plan, state, manifest.base)
    }
    let patch = try PatchWriter(state.path("patch", manifest.generation))
    try documents.save(state, manifest.base, patch, isWhole: hasNewBase)
    try units.save(state, manifest.base, patch, isWhole: hasNewBase)
    try patch.sync()
    try state.commit(manifest)
    self.manifest = manifest
  }

  private func isGrown(_ manifest: StateManifest) -> Bool {
    8 * (units.count - manifest.baseUnits) > manifest.baseUnits
      || 8 * (documents.count - manifest.baseDocuments) > manifest.baseDocuments
  }
}

extension TextDocuments {
  /// What the last save left; throws `dedupe.near-state`.
  init(_ state: NearTextState, _ base: Int, _ patch: inout PatchReader) throws(Failure) {
    self.init()
    idBytes = try Column(file: state.path("ids", base), &patch)
    idEnds = try Column(file: state.path("id-ends", base), &patch)
    raw = try Column(file: state.path("raw", base), &patch)
    units = try Column(file: state.path("document-units", base), &patch)
    ring = try Column(file: state.path("document-ring", base), &patch)
    ringBefore = try Column(file: state.path("document-ring-before", base), &patch)
    table = RowTable(slots: try Column(file: state.path("id-table", base), &patch), count: count)
  }

  /// In the order of `init`.
  func save(
    _ state: NearTextState, _ base: Int, _ patch: borrowing PatchWriter, isWhole: Bool
  ) throws(Failure) {
    try idBytes.save(state.path("ids", base), patch, isWhole: isWhole)
    try idEnds.save(state.path("id-ends", base), patch, isWhole: isWhole)
    try raw.save(state.path("raw", base), patch, isWhole: isWhole)
    try units.save(state.path("document-units", base), patch, isWhole: isWhole)
    try ring.save(state.path("document-ring", base), patch, isWhole: isWhole)
    try ringBefore.save(state.path("document-ring-before", base), patch, isWhole: isWhole)
    try table.slots.save(state.path("id-table", base), patch, isWhole: isWhole)
  }
}

extension TextUnits {
  /// What the last save left; throws `dedupe.near-state`.
  init(_ state: NearTextState, _ base: Int, _ patch: inout PatchReader) throws(Failure) {
    self.init()
    words = try Column(file: state.path("words", base), &patch)
    signatures = try Column(file: state.path("signatures", base), &patch)
    shingleStarts = try Column(file: state.path("shingle-starts", base), &patch)
    shingleCounts = try Column(file: state.path("shingle-counts", base), &patch)
    documents = try Column(file: state.path("unit-documents", base), &patch)
    joined = try Column(file: state.path("unit-joined", base), &patch)
    parents = try Column(file: state.path("unit-parents", base), &patch)
    ring = try Column(file: state.path("unit-ring", base), &patch)
    table = RowTable(slots: try Column(file: state.path("unit-table", base), &patch), count: count)
  }

  /// In the order of `init`.
  func save(
    _ state: NearTextState, _ base: Int, _ patch: borrowing PatchWriter, isWhole: Bool
  ) throws(Failure) {
    try words.save(state.path("words", base), patch, isWhole: isWhole)
    try signatures.save(state.path("signatures", base), patch, isWhole: isWhole)
    try shingleStarts.save(state.path("shingle-starts", base), patch, isWhole: isWhole)
    try shingleCounts.save(state.path("shingle-counts", base), patch, isWhole: isWhole)
    try documents.save(state.path("unit-documents", base), patch, isWhole: isWhole)
    try joined.save(state.path("unit-joined", base), patch, isWhole: isWhole)
    try parents.save(state.path("unit-parents", base), patch, isWhole: isWhole)
    try ring.save(state.path("unit-ring", base), patch, isWhole: isWhole)
    try table.slots.save(state.path("unit-table", base), patch, isWhole: isWhole)
  }
}
