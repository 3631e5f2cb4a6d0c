/// A set of words, asked by hash.
struct WordFilter: Sendable {
  private var filter = [Bool](repeating: false, count: 8192)
  private var hashes: Set<UInt32> = []

  /// The start of a word's hash (FNV-1a, 32 bits).
  static let seed: UInt32 = 0x811C_9DC5

  /// The hash with one more letter, in small letters.
  static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

  /// The letters of ASCII that each phrase starts with.
  init(_ phrases: some Sequence<String>) {
    for phrase in phrases {
      insert(phrase.utf8.prefix { $0 >= 97 && $0 <= 122 }.reduce(WordFilter.seed, WordFilter.step))
    }
  }

  private mutating func insert(_ hash: UInt32) {
    filter[Int(hash & 8191)] = true
    hashes.insert(hash)
  }

  /// Whether a word of this hash is in the set.
  func contains(_ hash: UInt32) -> Bool { filter[Int(hash & 8191)] && hashes.contains(hash) }
}

/// The words that a quantity in running text may start with.
struct TriggerWords: Sendable {
  /// Whether words of units without a number are among them.
  let hasUnits: Bool
  private let words: WordFilter

  private init(_ words: [String], hasUnits: Bool) {
    self.hasUnits = hasUnits
    self.words = WordFilter(words)
  }

  /// Whether a word of this hash may start a quantity.
  func contains(_ hash: UInt32) -> Bool { words.contains(hash) }

  /// The words of cardinals and parts, with those of ordinals or units where asked for.
  static func all(ordinals: Bool, units: Bool) -> TriggerWords {
    switch (ordinals, units) {
    case (false, false): plain
    case (true, false): withOrdinals
    case (false, true): withUnits
    case (true, true): withBoth
    }
  }

  private static let plain = TriggerWords(cardinals, hasUnits: false)
  private static let withOrdinals = TriggerWords(cardinals + ordinals, hasUnits: false)
  private static let withUnits = TriggerWords(cardinals + units, hasUnits: true)
  private static let withBoth = TriggerWords(cardinals + ordinals + units, hasUnits: true)

  private static let cardinals = [
    "zero", "naught", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
    "fourty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion", "trillion",
    "dozen", "half", "quarter", "third", "fifth", "tenth", "trillionth", "billionth", "millionth", "thousandth",
  ]
  private static let ordinals = [
    "first", "second", "fourth", "sixth", "seventh", "eighth", "ninth", "nineth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth",
    "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth", "hundredth",
  ]
  private static let units = [
    "celsius", "celcius", "centigrade", "fahrenheit", "farenheit", "degrees", "dollar", "dollars",
  ]
}
