/// What a stretch of text looks like, counted in one pass over its bytes.
struct TextMeasure {
  /// Bytes, white space aside, and how many of them stand in links.
  var bytes: Int32 = 0
  var linkBytes: Int32 = 0
  /// Words; each character of a script written without spaces is one.
  var words: Int32 = 0
  var digits: Int32 = 0
  var capitals: Int32 = 0
  var commas: Int32 = 0
  /// Full stops, question and exclamation marks that end a word.
  var sentences: Int32 = 0
  /// Bars, bullets, guillemets and the like that set short things apart.
  var separators: Int32 = 0
  /// Words that the page's title has too.
  var titleWords: Int32 = 0
  /// Words that follow the same word where the page describes itself.
  var describedWords: Int32 = 0
  /// Signs of currency.
  var money: Int32 = 0
  /// Words of each `Lexicon.Group`.
  var groups = SIMD16<UInt16>(repeating: 0)
  /// The hash of all words.
  var hash = ByteHash()
  /// The last byte that is no white space, and the first.
  var last: UInt8 = 0
  var first: UInt8 = 0

  /// The commonest words of languages, the speaker's own pronouns among them.
  var stopWords: Int32 {
    Int32(groups[Int(Lexicon.Group.stop.rawValue)]) + Int32(groups[Int(Lexicon.Group.person.rawValue)])
  }

  private var word = ByteHash()
  private var lastWord: UInt32 = 0
  private var isInWord = false

  /// Adds a piece of text.
  mutating func append(_ text: ArraySlice<UInt8>, isLink: Bool, _ page: PageWords) {
    let before = bytes
    var offset = text.startIndex
    let end = text.endIndex
    while offset < end {
      let byte = text[offset]
      offset += 1
      let letter = byte | 0x20
      if letter &- 97 < 26 {
        if byte != letter { capitals += 1 }
        word.add(letter)
        isInWord = true
      } else if byte <= 0x20 {
        if isInWord { endWord(page) }
        continue
      } else if byte >= 0x80 {
        offset += wide(byte, offset < end ? text[offset] : 0, page)
      } else {
        punctuation(byte, page)
      }
      bytes += 1
      if first == 0 { first = byte }
      last = byte
    }
    if isLink { linkBytes += bytes - before }
  }

  /// The measure with counts that can be multiplied with each other in 32 bits; features have no larger ones either.
  var bounded: TextMeasure {
    guard words > TextMeasure.mostWords || bytes > TextMeasure.mostBytes else { return self }
    var measure = self
    measure.words = min(words, TextMeasure.mostWords)
    measure.bytes = min(bytes, TextMeasure.mostBytes)
    measure.linkBytes = Int32(Int(linkBytes) * Int(measure.bytes) / Int(max(1, bytes)))
    return measure
  }

  private static let mostWords: Int32 = 32_000
  private static let mostBytes: Int32 = 65_000

  /// Ends the last word.
  mutating func finish(_ page: PageWords) {
    if isInWord { endWord(page) }
  }

  /// Ends a word where a block's inner boundary is.
  @inline(__always) mutating func endWord(_ page: PageWords) {
    words += 1
    let value = word.value
    hash.add(UInt8(truncatingIfNeeded: value))
    hash.add(UInt8(truncatingIfNeeded: value >> 8))
    hash.add(UInt8(truncatingIfNeeded: value >> 16))
    groups[page.lexicon.group(of: value)] &+= 1
    if page.title.contains(value) { titleWords += 1 }
    if page.described.contains(lastWord, value) { describedWords += 1 }
    lastWord = value
    word = ByteHash()
    isInWord = false
  }

  private mutating func punctuation(_ byte: UInt8, _ page: PageWords) {
    if byte &- 48 < 10 {
      digits += 1
      word.add(byte)
      isInWord = true
      return
    }
    let wasInWord = isInWord
    if wasInWord { endWord(page) }
    switch byte {
    case 0x2C: commas += 1
    case 0x2E, 0x21, 0x3F: if wasInWord { sentences += 1 }
    case 0x7C, 0x3E, 0x2F, 0x5C: separators += 1
    case 0x24: money += 1
    default: break
    }
  }

  /// Takes a character beyond ASCII; returns how many bytes after its first are read.
  private mutating func wide(_ byte: UInt8, _ next: UInt8, _ page: PageWords) -> Int {
    switch byte {
    case 0xC2 where next == 0xA0: return set(apart: 1, page)
    case 0xE2 where next == 0x80: return set(apart: 2, page)
    case 0xE2 where next == 0x82, 0xC2 where next == 0xA3 || next == 0xA5:
      money += 1
      return set(apart: byte == 0xE2 ? 2 : 1, page)
    case 0xC2 where next == 0xB7 || next == 0xBB || next == 0xA9:
      separators += 1
      return set(apart: 1, page)
    case 0xE3 where next == 0x80:
      sentences += 1
      return set(apart: 2, page)
    case 0xEF where next == 0xBC:
      commas += 1
      return set(apart: 2, page)
    case 0xE3...0xE9,
      0xE0 where next == 0xB8 || next == 0xB9:
      word.add(byte)
      word.add(next)
      endWord(page)
      return 2
    default:
      word.add(byte)
      isInWord = true
      return 0
    }
  }

  /// Ends the word before a character that belongs to none; returns how many further bytes that has.
  private mutating func set(apart further: Int, _ page: PageWords) -> Int {
    if isInWord { endWord(page) }
    return further
  }
}

/// What a page's words are compared with.
struct PageWords {
  var title: TitleWords
  var described: DescribedText
  let lexicon = Lexicon.shared
}

/// The words of a page's title, by hash; now and then a word is taken for one of them that isn't.
struct TitleWords {
  private var bits = SIMD16<UInt64>(repeating: 0)
  private(set) var count = 0

  @inline(__always) func contains(_ hash: UInt32) -> Bool {
    bits[Int(hash >> 6) & 15] & (1 << UInt64(hash & 63)) != 0
  }

  /// Adds the words of some text, those of two letters and less aside.
  mutating func add(_ text: some Sequence<UInt8>) {
    var word = ByteHash()
    var length = 0
    func isPart(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80 }
    for byte in text {
      if isPart(byte) {
        word.add(byte &- 65 < 26 ? byte | 0x20 : byte)
        length += 1
      } else {
        if length > 2 { insert(word.value) }
        word = ByteHash()
        length = 0
      }
    }
    if length > 2 { insert(word.value) }
  }

  private mutating func insert(_ hash: UInt32) {
    bits[Int(hash >> 6) & 15] |= 1 << UInt64(hash & 63)
    count += 1
  }
}
