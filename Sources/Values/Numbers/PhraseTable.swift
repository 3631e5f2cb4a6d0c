/// Phrases with a number each, found at a place of a folded text, the longest first.
///
/// A phrase is known by the FNV-1a hash of its bytes (64 bits), from its start or from its end.
final class PhraseTable: Sendable {
  private let forward: [UInt64: Int]
  private let backward: [UInt64: Int]
  /// Whether a phrase starts or ends with a byte, and whether one may have a hash that ends in these 12 bits.
  private let firstBytes: [Bool]
  private let lastBytes: [Bool]
  private let forwardFilter: [Bool]
  private let backwardFilter: [Bool]
  private let longest: Int

  /// The phrases in folded form; of equal ones the first counts.
  init(_ phrases: some Collection<(String, Int)>) {
    var (forward, backward): ([UInt64: Int], [UInt64: Int]) = ([:], [:])
    var longest = 0
    for (phrase, value) in phrases {
      let key = phrase.utf8.reduce(PhraseTable.seed, PhraseTable.step)
      guard !phrase.isEmpty, forward[key] == nil else { continue }
      forward[key] = value
      backward[phrase.utf8.reversed().reduce(PhraseTable.seed, PhraseTable.step)] = value
      longest = max(longest, phrase.utf8.count)
    }
    (self.forward, self.backward, self.longest) = (forward, backward, longest)
    firstBytes = PhraseTable.places(phrases.compactMap { $0.0.utf8.first.map(Int.init) }, of: 256)
    lastBytes = PhraseTable.places(phrases.compactMap { $0.0.utf8.last.map(Int.init) }, of: 256)
    forwardFilter = PhraseTable.places(forward.keys.map { Int($0 & 4095) }, of: 4096)
    backwardFilter = PhraseTable.places(backward.keys.map { Int($0 & 4095) }, of: 4096)
  }

  /// True at those places.
  private static func places(_ places: [Int], of count: Int) -> [Bool] {
    var marks = [Bool](repeating: false, count: count)
    for place in places { marks[place] = true }
    return marks
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// The longest phrase that starts at `start` and isn't cut out of a longer word.
  func match(in text: WrittenText, at start: Int) -> (end: Int, value: Int)? {
    guard start >= 0, start < text.count, firstBytes[Int(text.bytes[start])] else { return nil }
    var found: (end: Int, value: Int)?
    var hash = PhraseTable.seed
    for offset in start..<min(text.count, start + longest) {
      hash = PhraseTable.step(hash, text.bytes[offset])
      if !forwardFilter[Int(hash & 4095)] || text.isLetter(offset) && text.isLetter(offset + 1) { continue }
      if let value = forward[hash] { found = (offset + 1, value) }
    }
    return found
  }

  /// The longest phrase that ends before `end` and isn't cut out of a longer word.
  func match(in text: WrittenText, endingAt end: Int) -> (start: Int, value: Int)? {
    guard end > 0, end <= text.count, lastBytes[Int(text.bytes[end - 1])] else { return nil }
    var found: (start: Int, value: Int)?
    var hash = PhraseTable.seed
    for offset in stride(from: end - 1, through: max(0, end - longest), by: -1) {
      hash = PhraseTable.step(hash, text.bytes[offset])
      if !backwardFilter[Int(hash & 4095)] || text.isLetter(offset) && text.isLetter(offset - 1) { continue }
      if let value = backward[hash] { found = (offset, value) }
    }
    return found
  }

  /// Every phrase in rows of `CODE phrase|phrase`, with the code's place in the list of codes.
  static func rows(_ table: String, codes: inout [String]) -> [(String, Int)] {
    var phrases: [(String, Int)] = []
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      if codes.last != String(parts[0]) { codes.append(String(parts[0])) }
      for phrase in parts[1].split(separator: "|") { phrases.append((String(phrase), codes.count - 1)) }
    }
    return phrases
  }
}
