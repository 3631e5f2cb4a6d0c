import Dedupe
import Foundation
import Records

/// Numbers that look random and are the same in every run (SplitMix64, Steele, Lea, Flood 2014).
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Makes texts, and texts like others.
struct TextMaker {
  var random: FixedRandom

  init(seed: UInt64) { random = FixedRandom(state: seed) }

  mutating func words(_ count: Int) -> [String] {
    (0..<count).map { _ in "w\(random.next() % 5000)" }
  }

  /// The words with a share of them replaced.
  mutating func varied(_ words: [String], _ share: Double) -> [String] {
    words.map { Double.random(in: 0..<1, using: &random) < share ? "v\(random.next() % 100_000)" : $0 }
  }
}

/// The shingles of a text of words between single spaces, told by the words themselves.
func plainShingles(_ text: String, _ length: Int = 5) -> Set<[String]> {
  let words = text.lowercased().split(separator: " ").map(String.init)
  guard words.count >= length else { return [] }
  return Set((0...(words.count - length)).map { Array(words[$0..<($0 + length)]) })
}

func plainJaccard(_ a: String, _ b: String) -> Double {
  let (x, y) = (plainShingles(a), plainShingles(b))
  let shared = x.intersection(y).count
  return x.isEmpty || y.isEmpty ? 0 : Double(shared) / Double(x.count + y.count - shared)
}

var temporaryFolder: String { FileManager.default.temporaryDirectory.path }

/// The sketches of documents, in the order given.
func sketched(_ documents: [(id: String, text: String)], _ rule: NearTextRule) -> SketchBatch {
  var sketcher = TextSketcher(rule)
  var batch = SketchBatch()
  for document in documents { sketcher.add(id: document.id, document.text, to: &batch) }
  return batch
}

/// The clusters of documents that are added in one go.
func clusters(_ documents: [(id: String, text: String)], _ rule: NearTextRule) throws -> [NearTextCluster] {
  var index = try NearTextIndex(rule, temporaryFolder: temporaryFolder)
  try index.add(sketched(documents, rule))
  try index.join()
  return try index.clusters()
}
