/// Which letters follow which in one language, as costs: the fewer bits, the likelier.
struct LanguageModel: Sendable {
  let name: String
  let encodings: [Encoding]
  /// The letters' numbers; 0 is everything that is no letter of the language.
  ///
  /// Languages of other scripts have one number for all ASCII letters, that of `a`.
  let numbers: [Unicode.Scalar: UInt8]
  /// Quarters of a bit for the letter with the number `column` after the one with the number `row`, row by row.
  let costs: [UInt8]
  let count: Int
  /// Whether all ASCII letters share one number.
  let lumpsASCII: Bool

  /// No pair costs more than 12 bits, so that one misspelt name doesn't outweigh a sentence.
  private static let mostCost: UInt8 = 48

  init(name: String, encodings: String, letters: String, costs: String) {
    self.name = name
    self.encodings = encodings.split(separator: " ").compactMap { Encoding(rawValue: String($0)) }
    var numbers: [Unicode.Scalar: UInt8] = [:]
    for (place, letter) in letters.unicodeScalars.enumerated() { numbers[letter] = UInt8(place + 1) }
    lumpsASCII = numbers["b"] == nil
    if lumpsASCII {
      for letter in UInt8(ascii: "b")...UInt8(ascii: "z") { numbers[Unicode.Scalar(letter)] = numbers["a"] }
    }
    self.numbers = numbers
    count = letters.unicodeScalars.count + 1
    var pairs = costs.utf8.filter { $0 > 0x20 }.map { min($0 - 0x30, LanguageModel.mostCost) }
    // The tables are counted word by word, and know nothing of digits and signs that follow each other.
    pairs[0] = 6
    self.costs = pairs
  }

  /// Quarters of a bit for words of ASCII letters with a space before each.
  func cost(ofASCII words: [UInt8]) -> Int {
    var cost = 0
    var before = 0
    for byte in words {
      let number = byte == 0x20 ? 0 : Int(numbers[Unicode.Scalar(byte | 0x20)] ?? 0)
      cost += Int(costs[before * count + number])
      before = number
    }
    return cost
  }

  /// All languages, in the order that settles ties.
  static let all = tables.map(LanguageModel.init)
}
