import Markup

/// What a page says of itself outside its text: the pairs of words in its `meta` descriptions and its JSON-LD. A text that
/// repeats them is likely its content.
///
/// A filter of bits: now and then a pair is taken for one of them that isn't.
struct DescribedText {
  private var bits = [UInt64](repeating: 0, count: 1024)
  private(set) var isEmpty = true

  /// What describes nothing.
  init() {}

  init(_ tree: HTMLTree) {
    for node in tree.headMetas where isDescription(node, tree) {
      if let text = tree.attribute(.content, of: node) { add(text) }
    }
    for data in tree.embedded where data.type == "application/ld+json" { addData(data.text.prefix(200_000)) }
  }

  /// Whether the pair of neighbouring words, by their hashes, stands there.
  @inline(__always) func contains(_ first: UInt32, _ second: UInt32) -> Bool {
    let place = DescribedText.place(first, second)
    return bits[place >> 6] & (1 << UInt64(place & 63)) != 0
  }

  private static func place(_ first: UInt32, _ second: UInt32) -> Int {
    let mixed = (first &* 31 ^ second) &* 2_654_435_761
    return Int(mixed >> 16)
  }

  private func isDescription(_ node: HTMLTree.Node, _ tree: HTMLTree) -> Bool {
    guard let name = tree.attribute(.name, of: node) ?? tree.attribute(.property, of: node) else { return false }
    return name.elementsEqual("description".utf8) || name.elementsEqual("og:description".utf8)
      || name.elementsEqual("Description".utf8)
  }

  /// Adds the strings of JSON but the text of reviews, which describes something else than the page.
  private mutating func addData(_ text: ArraySlice<UInt8>) {
    var start = text.startIndex
    var isReview = false
    while let open = text[start...].firstIndex(of: UInt8(ascii: "\"")) {
      let close = DescribedText.end(of: text, from: open + 1)
      let string = text[(open + 1)..<close]
      if !isReview { add(string) }
      isReview = string.elementsEqual("reviewBody".utf8)
      start = min(close + 1, text.endIndex)
    }
  }

  /// Where the string ends: at the next quotation mark that no backslash escapes.
  private static func end(of text: ArraySlice<UInt8>, from start: Int) -> Int {
    var place = start
    while place < text.endIndex, text[place] != UInt8(ascii: "\"") {
      place += text[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place, text.endIndex)
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    var word = ByteHash()
    var isInWord = false
    var last: UInt32 = 0
    for byte in text {
      let letter = byte | 0x20
      if letter &- 97 < 26 {
        word.add(letter)
        isInWord = true
      } else if byte >= 0x80 || byte &- 48 < 10 {
        word.add(byte)
        isInWord = true
      } else if isInWord {
        insert(last, word.value)
        last = word.value
        word = ByteHash()
        isInWord = false
      }
    }
    if isInWord { insert(last, word.value) }
  }

  private mutating func insert(_ first: UInt32, _ second: UInt32) {
    let place = DescribedText.place(first, second)
    bits[place >> 6] |= 1 << UInt64(place & 63)
    isEmpty = false
  }
}

extension HTMLTree {
  /// The `meta` elements before the body.
  var headMetas: ArraySlice<Node> {
    let body = first(tagged: .body) ?? count
    return nodes(tagged: [.meta]).prefix { $0 < body }
  }
}
