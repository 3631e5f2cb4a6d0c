/// Folds text for finding its words: words in lower case as UTF-8, and a zero byte for each byte or so between them.
///
/// A word is a run of letters, digits and underscores of any script, with the accents on them; everything else ends it,
/// apostrophes and hyphens too. Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar put no space between words:
/// there each letter is a word of its own, so a shingle of five words is one of five characters. Soft hyphens, joiners
/// and marks of direction are as if they were not there. Bytes that are no UTF-8 end a word.
struct WordFolder: ~Copyable {
  /// The folded text; behind it at least eight zero bytes.
  private(set) var folded = Buffer<UInt8>(capacity: 1 << 14)
  private(set) var count = 0

  /// Takes the place of what was folded before.
  mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
    // No character grows to more than twice its bytes: two zeros around the three of a word of its own, or a lower case.
    folded.reserve(2 * text.count + 64)
    count = 0
    var place = 0
    while place < text.count {
      place = unsafe foldASCII(text, from: place)
      if place < text.count { place = unsafe foldBlock(text, from: place) }
    }
    for padding in count..<(count + 16) { folded[padding] = 0 }
  }

  /// Whole blocks of eight ASCII bytes; gives where the first other begins.
  private mutating func foldASCII(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return start }
    let input = unsafe UnsafeRawPointer(base)
    let output = unsafe UnsafeMutableRawPointer(folded.base)
    let end = text.count - 8
    var place = start
    var written = count
    while place <= end {
      let bytes = unsafe input.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if bytes & Self.highBits != 0 { break }
      unsafe output.storeBytes(of: Self.folded(bytes), toByteOffset: written, as: UInt64.self)
      place += 8
      written += 8
    }
    count = written
    return place
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Eight ASCII bytes at once, in one register: with a carry into its high bit each byte says whether it is at least
  /// some number. Swift's vectors compile to one comparison a byte here, 40 times slower.
  @inline(__always) private static func folded(_ bytes: UInt64) -> UInt64 {
    let lower = bytes | 0x2020_2020_2020_2020
    let letters = (lower &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lower &+ 0x0505_0505_0505_0505) & highBits
    let digits = (bytes &+ 0x5050_5050_5050_5050) & ~(bytes &+ 0x4646_4646_4646_4646)
    let lines = highBits &- (bytes ^ 0x5F5F_5F5F_5F5F_5F5F)
    return lower & whole(letters) | bytes & whole((digits | lines) & highBits)
  }

  /// All bits of each byte whose high bit is set.
  @inline(__always) private static func whole(_ bits: UInt64) -> UInt64 { (bits &- bits >> 7) | bits }

  /// Character by character for about eight bytes, or to the end of the text; gives where it stopped.
  private mutating func foldBlock(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let end = min(start + 8, text.count)
    var place = start
    while place < end {
      let byte = unsafe text[place]
      if byte < 0x80 {
        append(Self.foldedASCII(byte))
        place += 1
      } else {
        place += unsafe foldCharacter(text, at: place)
      }
    }
    return place
  }

  @inline(__always) private static func foldedASCII(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 48...57, 95, 97...122: byte
    case 65...90: byte | 0x20
    default: 0
    }
  }

  @inline(__always) private mutating func append(_ byte: UInt8) {
    folded[count] = byte
    count += 1
  }

  /// Folds one character beyond ASCII; gives its length in bytes.
  private mutating func foldCharacter(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    guard let (scalar, length) = unsafe Self.scalar(text, at: place) else {
      append(0)
      return 1
    }
    // General punctuation, which most English text has, without a look into the table.
    if scalar.value >= 0x2010 && scalar.value <= 0x2027 {
      append(0)
      return length
    }
    let table = CharacterTable.shared
    switch table.kind(of: scalar) {
    case .separator: append(0)
    case .invisible: break
    case .letter: appendLowerCase(of: scalar, table)
    case .ownWord:
      append(0)
      appendLowerCase(of: scalar, table)
      append(0)
    }
    return length
  }

  private mutating func appendLowerCase(of scalar: Unicode.Scalar, _ table: CharacterTable) {
    guard let lower = table.lowerCase(of: scalar) else {
      for byte in scalar.properties.lowercaseMapping.utf8 { append(byte) }
      return
    }
    if lower.value >= 0x80 && lower.value < 0x800 {
      append(UInt8(0xC0 | lower.value >> 6))
      append(UInt8(0x80 | lower.value & 0x3F))
    } else {
      for byte in UTF8.encode(lower) ?? .init() { append(byte) }
    }
  }

  /// The character that begins at `place`, and its length; nil where there is none.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> (Unicode.Scalar, Int)? {
    let lead = unsafe text[place]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, place + length <= text.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = unsafe text[place + offset]
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}
