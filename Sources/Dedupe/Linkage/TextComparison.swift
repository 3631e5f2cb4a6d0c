/// Levels of likeness of longer texts: how alike their words and 3-grams are, by whether they share a code.
enum TextComparison {
  /// Upper ends of the bands of the mean of both cosines.
  private static let bands: [Float] = [0.08, 0.16, 0.24, 0.32, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97]
  /// Bands times three: a code on both sides but none shared, no code on one side, a shared code; and equal.
  static let levels = 3 * (bands.count + 1) + 1

  static func level(_ field: Field, _ a: Int, _ b: Int) -> Int {
    guard let words = field.words, let grams = field.grams else { return 0 }
    let byWord = cosine(
      words.words, words.range(a), words.range(b), rarity: words.rarity, words.norms[a], words.norms[b])
    let byGram = cosine(
      grams.grams, grams.range(a), grams.range(b), rarity: grams.rarity, grams.norms[a], grams.norms[b])
    let likeness = (byWord + byGram) / 2
    var band = 0
    while band < bands.count && likeness >= bands[band] { band += 1 }
    return 3 * band + codes(words, words.range(a), words.range(b))
  }

  /// 0 for codes on both sides of which none is shared, 1 where a side has none, 2 for a shared one.
  private static func codes(_ words: WordTable, _ x: Range<Int>, _ y: Range<Int>) -> Int {
    var i = x.lowerBound
    var j = y.lowerBound
    var inA = false
    var inB = false
    while i < x.upperBound || j < y.upperBound {
      let left = i < x.upperBound ? words.words[i] : .max
      let right = j < y.upperBound ? words.words[j] : .max
      if left == right {
        if words.isCode[Int(left)] { return 2 }
      } else if left < right {
        inA = inA || words.isCode[Int(left)]
      } else {
        inB = inB || words.isCode[Int(right)]
      }
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    return inA && inB ? 0 : 1
  }

  /// The weights with none below that of less likeness and the same relation of codes: neighbours that are out of order
  /// share their mean by `shares` (pool adjacent violators).
  static func ordered(_ weights: [Float], shares: [Float]) -> [Float] {
    var result = weights
    for code in 0..<3 {
      let chain = Array(stride(from: code, to: levels - 1, by: 3)) + [levels - 1]
      var pools: [(mean: Float, share: Float, count: Int)] = []
      for level in chain {
        pools.append((weights[level], shares[level], 1))
        while pools.count > 1, let last = pools.last, pools[pools.count - 2].mean > last.mean {
          pools.removeLast()
          let other = pools.removeLast()
          let share = other.share + last.share
          pools.append(((other.mean * other.share + last.mean * last.share) / share, share, other.count + last.count))
        }
      }
      let means = pools.flatMap { [Float](repeating: $0.mean, count: $0.count) }
      for (level, mean) in zip(chain, means) { result[level] = level == levels - 1 ? max(result[level], mean) : mean }
    }
    return result
  }

  static func name(_ level: Int) -> String {
    if level == levels - 1 { return "equal" }
    let band = level / 3
    let low = band == 0 ? 0 : bands[band - 1]
    let code = ["other codes", "", "shared code"][level % 3]
    return "likeness from \(low)" + (code.isEmpty ? "" : ", \(code)")
  }
}
