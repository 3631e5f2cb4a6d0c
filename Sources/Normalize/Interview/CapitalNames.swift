/// Names of people as far as capital letters tell: the last two words of every run of words with capital letters.
struct CapitalNames {
  /// In UTF-8, a space between the two.
  private(set) var names: [[UInt8]] = []
  /// The two last words of the run that is being read.
  private var run: [ArraySlice<UInt8>] = []

  /// More aren't looked for in every line.
  private static let most = 200

  /// Whether a line of UTF-8 begins with one of them.
  func begin(_ line: ArraySlice<UInt8>) -> Bool { names.contains { line.starts(with: $0) } }

  /// Adds those of a text.
  mutating func add(_ text: ArraySlice<UInt8>) {
    for word in text.split(separator: 0x20) where names.count < CapitalNames.most { meet(word) }
    close()
  }

  private mutating func meet(_ word: ArraySlice<UInt8>) {
    let (length, isCapital) = letters(of: word)
    if isCapital {
      if run.count == 2 { run.removeFirst() }
      run.append(word.prefix(length))
    }
    if !isCapital || length < word.count { close() }
  }

  private mutating func close() {
    if run.count == 2, names.count < CapitalNames.most { names.append(run[0] + [0x20] + run[1]) }
    run.removeAll(keepingCapacity: true)
  }

  /// How many bytes of letters, hyphens and apostrophes a word begins with, and whether the first is a capital letter.
  private func letters(of word: ArraySlice<UInt8>) -> (Int, isCapital: Bool) {
    guard let first = word.first else { return (0, false) }
    if first < 0x80, first &- 65 >= 26 { return (0, false) }
    var length = 0
    var isCapital = false
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      guard scalar.properties.isAlphabetic || "-’'".unicodeScalars.contains(scalar) || isMark(scalar) else { break }
      if length == 0 { isCapital = scalar.properties.isUppercase }
      length += UTF8.width(scalar)
    }
    return (length, isCapital)
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.generalCategory == .nonspacingMark
  }
}
