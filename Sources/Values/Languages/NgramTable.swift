import Glibc

/// How common short strings are in the languages of one script.
///
/// The strings are up to six letters, with a space for the border of a word; the longest that ends at a letter
/// counts.
struct NgramTable: Sendable {
  let tags: [String]
  /// For each string the place of its first step in `steps`; one more at the end.
  private var starts: [Int32] = [0]
  /// Languages and how many steps of the natural logarithm above nothing a string is in them, string by string.
  private var steps: [(language: UInt8, steps: UInt8)] = []
  /// The strings' numbers by their packed letters, in open addressing; -1 where there is none.
  private var slots: [Int32] = []
  private var keys: [UInt64] = []
  /// The number of each letter in packed strings, capitals as small letters; 0 for what is no letter of the script.
  private var letters = [UInt8](repeating: 0, count: letterEnd)
  /// For the numbers of two letters in a row, a bit for each length that strings ending with them have, from the bit
  /// of length 2 on; the strings of one letter have no bit.
  private var lengths = [UInt8](repeating: 0, count: 1 << 16)

  /// Letters from here on aren't in the tables.
  private static let letterEnd = 0x2010
  /// The number of a space, and of letters that no string has.
  private static let space: UInt8 = 1
  private static let unknown: UInt8 = 2

  /// The number of strings.
  var count: Int { keys.count }

  /// The table of a script, made when it is first needed: some milliseconds, once.
  static func of(_ script: LanguageScript) -> NgramTable { all[script.rawValue] }

  private static let all = LanguageScript.allCases.map(NgramTable.init)

  private init(_ script: LanguageScript) {
    let tables = script.tables
    tags = tables.tags.split(whereSeparator: \.isWhitespace).map(String.init)
    var nextLetter = NgramTable.unknown
    for token in tables.strings.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      add(Array(token.unicodeScalars), &nextLetter)
    }
    addCapitals(of: script)
    fillSlots()
  }

  /// Adds a token: the string's length, itself with `_` for space, and a character for each language it is in.
  private mutating func add(_ token: [Unicode.Scalar], _ nextLetter: inout UInt8) {
    guard let digit = token.first, digit.value > 0x30, token.count > Int(digit.value - 0x30) else { return }
    let length = Int(digit.value - 0x30)
    var key: UInt64 = 0
    for scalar in token[1...length] { key = key << 8 | UInt64(number(of: scalar, &nextLetter)) }
    keys.append(key)
    if length > 1 { lengths[Int(key & 0xFFFF)] |= 1 << (length - 1) }
    addSteps(token[(length + 1)...])
    starts.append(Int32(steps.count))
  }

  private mutating func number(of scalar: Unicode.Scalar, _ nextLetter: inout UInt8) -> UInt8 {
    if scalar == "_" { return NgramTable.space }
    guard scalar.value < NgramTable.letterEnd else { return NgramTable.unknown }
    if letters[Int(scalar.value)] == 0 {
      nextLetter += 1
      letters[Int(scalar.value)] = nextLetter
    }
    return letters[Int(scalar.value)]
  }

  /// Each code tells how many languages are passed over and the steps in the next; `~` passes over eleven.
  private mutating func addSteps(_ codes: ArraySlice<Unicode.Scalar>) {
    var language: UInt8 = 0
    for code in codes {
      if code == "~" {
        language += 11
        continue
      }
      let value = NgramTable.value(of: UInt8(truncatingIfNeeded: code.value))
      language += value / 8
      steps.append((language, value % 8 + 1))
      language += 1
    }
  }

  /// The place of a code among the printable characters of ASCII but for space, `"`, `#` and `\`.
  private static func value(of code: UInt8) -> UInt8 {
    code - 33 - (code > UInt8(ascii: "\"") ? 1 : 0) - (code > UInt8(ascii: "#") ? 1 : 0)
      - (code > UInt8(ascii: "\\") ? 1 : 0)
  }

  private mutating func addCapitals(of script: LanguageScript) {
    for value in 0..<UInt32(NgramTable.letterEnd) where letters[Int(value)] == 0 && LanguageScript(value) == script {
      let small = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars.first
      let number = small.map { $0.value < NgramTable.letterEnd ? letters[Int($0.value)] : 0 } ?? 0
      letters[Int(value)] = number == 0 ? NgramTable.unknown : number
    }
  }

  private mutating func fillSlots() {
    var size = 1024
    while size < keys.count * 3 { size *= 2 }
    slots = .init(repeating: -1, count: size)
    for (string, key) in keys.enumerated() {
      var slot = NgramTable.hash(key) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(string)
    }
  }

  private static func hash(_ key: UInt64) -> Int {
    // Fibonacci hashing: the golden ratio's share of 2^64, of whose product the high bits are well mixed.
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33)
  }

  private func string(_ key: UInt64) -> Int? {
    var slot = NgramTable.hash(key) & (slots.count - 1)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// For each language the logarithm of how likely the text is in it, less what nothing would be.
  ///
  /// What is repeated counts by the logarithm of its number, as it says less each time.
  func likelihoods(of text: some Sequence<UInt32>) -> [Double] {
    var tally = Tally(counts: .init(repeating: 0, count: count))
    var recent = UInt64(NgramTable.space)
    var isInWord = false
    for scalar in text {
      let letter = scalar < NgramTable.letterEnd ? letters[Int(scalar)] : 0
      if letter == 0 && !isInWord { continue }
      isInWord = letter != 0
      recent = recent << 8 | UInt64(isInWord ? letter : NgramTable.space)
      if let string = longestString(in: recent) { tally.add(string) }
    }
    if isInWord, let string = longestString(in: recent << 8 | UInt64(NgramTable.space)) { tally.add(string) }
    return likelihoods(of: tally)
  }

  /// How often strings were met.
  private struct Tally {
    var counts: [Int32]
    /// The strings with a count.
    var met: [Int] = []

    mutating func add(_ string: Int) {
      if counts[string] == 0 { met.append(string) }
      counts[string] += 1
    }
  }

  /// The longest string that the letters end with.
  private func longestString(in recent: UInt64) -> Int? {
    var left = lengths[Int(recent & 0xFFFF)]
    while left != 0 {
      let length = 8 - left.leadingZeroBitCount
      if let string = string(recent & (UInt64.max >> UInt64(64 - 8 * length))) { return string }
      left &= ~(1 << (length - 1))
    }
    return string(recent & 0xFF)
  }

  private func likelihoods(of tally: Tally) -> [Double] {
    var sums = [Double](repeating: 0, count: tags.count)
    for string in tally.met {
      let weight = NgramTable.weight(of: tally.counts[string])
      for entry in steps[Int(starts[string])..<Int(starts[string + 1])] {
        sums[Int(entry.language)] += weight * Double(entry.steps)
      }
    }
    return sums
  }

  /// The natural logarithm of one more than a count.
  private static func weight(of count: Int32) -> Double {
    count < Int32(weights.count) ? weights[Int(count)] : log(1 + Double(count))
  }

  private static let weights = (0..<64).map { log(1 + Double($0)) }
}
