/// Phrases with a number each, found at a place of a folded text, the longest first.
///
/// A phrase is known by the FNV-1a hash of its bytes (64 bits), from its start or from its end.
struct PhraseTable: Sendable {
  private var forward: [UInt64: Int] = [:]
  private var backward: [UInt64: Int] = [:]
  /// Whether a phrase starts or ends with a byte, and whether one may have a hash that ends in these 12 bits.
  private var firstBytes = [Bool](repeating: false, count: 256)
  private var lastBytes = [Bool](repeating: false, count: 256)
  private var forwardFilter = [Bool](repeating: false, count: 4096)
  private var backwardFilter = [Bool](repeating: false, count: 4096)
  private var longest = 0

  /// The phrases in folded form; of equal ones the first counts.
  init(_ phrases: some Sequence<(String, Int)>) {
    for (phrase, value) in phrases { insert(Array(phrase.utf8), value) }
  }

  private mutating func insert(_ phrase: [UInt8], _ value: Int) {
    guard let first = phrase.first, let last = phrase.last else { return }
    let key = phrase.reduce(PhraseTable.seed, PhraseTable.step)
    if forward[key] != nil { return }
    let reversedKey = phrase.reversed().reduce(PhraseTable.seed, PhraseTable.step)
    forward[key] = value
    backward[reversedKey] = value
    forwardFilter[Int(key & 4095)] = true
    backwardFilter[Int(reversedKey & 4095)] = true
    firstBytes[Int(first)] = true
    lastBytes[Int(last)] = true
    longest = max(longest, phrase.count)
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
