import Text

/// The form in which names of places are compared: lower case, Latin letters without their marks, words parted by one
/// space, apostrophes left out, `st` written out.
enum PlaceKey {
  /// The words of a text, each with what parts it from the one before.
  static func words(_ text: String) -> [PlaceWord] {
    var scanner = PlaceWordScanner()
    for scalar in nfc(text).unicodeScalars { scanner.take(scalar) }
    return scanner.finish().flatMap(parted)
  }

  /// A word of Chinese, Japanese or Korean that the gazetteer doesn't hold, cut behind the longest name it begins with: such text
  /// has no spaces, and goes from the large to the small.
  private static func parted(_ word: PlaceWord) -> [PlaceWord] {
    let scalars = Array(word.written.unicodeScalars)
    guard scalars.count > 3, scalars.allSatisfy({ (0x3040...0xD7FF).contains($0.value) }),
      Gazetteer.shared.lookUp(hash(word.key)).isEmpty
    else { return [word] }
    for length in stride(from: scalars.count - 1, to: 1, by: -1) {
      let head = PlaceWord(scalars[..<length], breakBefore: word.breakBefore)
      guard !Gazetteer.shared.lookUp(hash(head.key)).isEmpty else { continue }
      return [head] + parted(PlaceWord(scalars[length...], breakBefore: .part))
    }
    return [word]
  }

  /// The hash of a name's words, by which the gazetteer is looked up: 64-bit FNV-1a over the key in UTF-8.
  static func hash(_ words: ArraySlice<PlaceWord>) -> UInt64 {
    var hash = fnvBasis
    var isFirst = true
    for word in words {
      if !isFirst { mix(&hash, 0x20) }
      isFirst = false
      for byte in word.key { mix(&hash, byte) }
    }
    return hash
  }

  /// The hash of a key.
  static func hash(_ key: some Sequence<UInt8>) -> UInt64 {
    var hash = fnvBasis
    for byte in key { mix(&hash, byte) }
    return hash
  }

  /// The hash of a code, which never equals that of a name.
  static func codeHash(_ code: some Sequence<UInt8>) -> UInt64 {
    var hash = fnvBasis
    mix(&hash, 0)
    for byte in code { mix(&hash, byte | 0x20) }
    return hash
  }

  /// The offset basis of FNV-1a.
  private static let fnvBasis: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func mix(_ hash: inout UInt64, _ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Letters that compare as plain ones: sorted scalars, and for each what it becomes.
  static let letters: [(scalar: UInt32, plain: [UInt8])] = {
    var folds: [(scalar: UInt32, plain: [UInt8])] = []
    for line in GazetteerData.letters.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 2 else { continue }
      for scalar in parts[1].unicodeScalars { folds.append((scalar.value, Array(parts[0].utf8))) }
    }
    return folds.sorted { $0.scalar < $1.scalar }
  }()

  /// What a letter compares as; nil where that is itself.
  static func plain(_ scalar: Unicode.Scalar) -> [UInt8]? {
    var low = 0
    var high = letters.count
    while low < high {
      let middle = (low + high) / 2
      if letters[middle].scalar < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < letters.count && letters[low].scalar == scalar.value ? letters[low].plain : nil
  }
}
