/// What an index's files hold, as lines of a name and a number: the files are of use only with the manifest that was
/// renamed into place behind them.
struct StateManifest: Hashable {
  var version = NearTextIndex.version
  /// The rule's similarity and recall in millionths.
  var similarity: Int
  var recall: Int
  var shingleWords: Int
  var minimumWords: Int
  /// Documents that are there.
  var present = 0
  var shingles = 0
  /// The suffix of the last patch.
  var generation = 0
  /// The suffix of the files that it changes, and the rows they have.
  var base = 0
  var baseUnits = 0
  var baseDocuments = 0

  init(_ rule: NearTextRule) {
    similarity = Int((rule.similarity * 1e6).rounded())
    recall = Int((rule.recall * 1e6).rounded())
    shingleWords = rule.shingleWords
    minimumWords = rule.minimumWords
  }

  private static let fields: [(name: String, path: any WritableKeyPath<StateManifest, Int> & Sendable)] = [
    ("version", \.version), ("similarity", \.similarity), ("recall", \.recall), ("shingle_words", \.shingleWords),
    ("minimum_words", \.minimumWords), ("present", \.present), ("shingles", \.shingles),
    ("generation", \.generation), ("base", \.base), ("base_units", \.baseUnits), ("base_documents", \.baseDocuments),
  ]

  /// The manifest as a file holds it.
  var text: String { Self.fields.map { "\($0.name) \(self[keyPath: $0.path])\n" }.joined() }

  /// Nil unless each field is there once and nothing else.
  init?(_ text: String) {
    self.init(NearTextRule())
    let lines = text.split(separator: "\n")
    guard lines.count == Self.fields.count else { return nil }
    for (line, field) in zip(lines, Self.fields) {
      guard line.hasPrefix(field.name + " "), let number = Int(line.dropFirst(field.name.count + 1)), number >= 0
      else { return nil }
      self[keyPath: field.path] = number
    }
  }

  /// Whether an index of that rule can go on from the files.
  func suits(_ rule: NearTextRule) -> Bool {
    let fresh = StateManifest(rule)
    return version == fresh.version && similarity == fresh.similarity && recall == fresh.recall
      && shingleWords == fresh.shingleWords && minimumWords == fresh.minimumWords
  }
}
