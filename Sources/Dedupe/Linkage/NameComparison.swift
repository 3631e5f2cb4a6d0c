/// Levels of likeness of short texts.
enum NameComparison {
  /// 0 unlike, 1 alike at the start or a shared word, 2 similar, 3 close, 4 one slip or the same words, 5 equal.
  static let levels = 6
  static let names = ["different", "related", "similar", "close", "nearly equal", "equal"]

  static func level(_ field: Field, _ a: Int, _ b: Int, _ edits: inout EditDistance) -> Int {
    let bytes = field.column.bytes
    let x = field.column.range(a)
    let y = field.column.range(b)
    let shorter = min(x.count, y.count)
    if shorter >= 4 {
      let limit = shorter >= 9 ? 2 : 1
      if edits.distance(bytes, x, y, limit: limit) <= limit { return 4 }
    }
    let shared = field.words.map { share($0, a, b) } ?? 0
    if shared >= 0.99 { return 4 }
    let likeness = edits.jaroWinkler(bytes, x, y)
    if likeness >= 0.9 || isInitial(bytes, x, y) || field.words.map({ isPart($0, a, b) }) == true { return 3 }
    if likeness >= 0.82 || shared >= 0.5 { return 2 }
    return likeness >= 0.72 || shared > 0 ? 1 : 0
  }

  /// Whether one is a single letter, the other's first.
  private static func isInitial(_ bytes: [UInt8], _ x: Range<Int>, _ y: Range<Int>) -> Bool {
    min(x.count, y.count) == 1 && bytes[x.lowerBound] == bytes[y.lowerBound]
  }

  /// Whether all words of one are among the other's.
  private static func isPart(_ words: WordTable, _ a: Int, _ b: Int) -> Bool {
    let (x, y) =
      words.range(a).count <= words.range(b).count ? (words.range(a), words.range(b)) : (words.range(b), words.range(a))
    return !x.isEmpty && x.allSatisfy { words.words[y].contains(words.words[$0]) }
  }

  /// Cosine of the words by rarity, 0 to 1.
  private static func share(_ words: WordTable, _ a: Int, _ b: Int) -> Float {
    let x = words.range(a)
    let y = words.range(b)
    if x.count == 1 && y.count == 1 { return words.words[x.lowerBound] == words.words[y.lowerBound] ? 1 : 0 }
    return cosine(words.words, x, y, rarity: words.rarity, words.norms[a], words.norms[b])
  }
}
