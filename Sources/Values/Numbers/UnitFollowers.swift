/// Tells cheaply whether what stands around a number can be a unit, so that most numbers of prose cost little.
enum UnitFollowers {
  /// The first words of units, magnitudes, signs and words of money, percentages and ages.
  private static let words = WordFilter(
    UnitTable.phrases + CurrencyMention.phrases + Magnitude.phrases + percentPhrases + MeasureMatcher.agePhrases
      + ["a", "an", "of"])

  /// The letters of ASCII that signs and words of money end with, the last first.
  private static let ends = WordFilter(CurrencyMention.phrases.map { String($0.reversed()) })

  /// Whether a unit can stand behind a number that ends at `end`; sometimes true where none does.
  static func mayFollow(in text: WrittenText, at end: Int) -> Bool {
    var next = text.skippingSpaces(from: end)
    if text.byte(next) == 45 { next = text.skippingSpaces(from: next + 1) }
    switch text.byte(next) {
    case 0, 33, 41, 44, 46, 48...57, 58, 59, 63: return false
    case 97...122: return mayBeUnit(text, next)
    default: return true
    }
  }

  private static func mayBeUnit(_ text: WrittenText, _ start: Int) -> Bool {
    var hash = WordFilter.seed
    var offset = start
    while text.byte(offset) >= 97 && text.byte(offset) <= 122 {
      hash = WordFilter.step(hash, text.byte(offset))
      offset += 1
    }
    // `MEUR` and `3m²` go on behind the first letter or the word.
    return offset - start == 4 || text.byte(offset) >= 0x80 || words.contains(hash)
  }

  private static func mayEndMoney(_ text: WrittenText, _ end: Int) -> Bool {
    var hash = WordFilter.seed
    var start = end
    while text.byte(start - 1) >= 97 && text.byte(start - 1) <= 122 {
      hash = WordFilter.step(hash, text.byte(start - 1))
      start -= 1
    }
    // `kSEK` is no word of the list.
    return end - start == 4 || ends.contains(hash)
  }

  /// Whether a sign or word of money, of age or of percent can stand before a number that starts at `start`.
  static func mayPrecede(in text: WrittenText, _ start: Int) -> Bool {
    let end = text.droppingSpaces(before: start)
    guard end > 0 else { return false }
    let last = text.byte(end - 1)
    if last < 97 || last > 122 { return last >= 0x80 || last == 36 || last == 46 }
    return mayEndMoney(text, end) && CurrencyMention.find(in: text, endingAt: end, isField: false) != nil
      || ["age", "aged", "of"].contains { text.has($0, at: end - $0.utf8.count) }
  }
}
