import Markup

/// What kind of page it is likely to be, by its address, its `og:type` and the types of its JSON-LD.
struct PageHints {
  /// Bits; see the initialiser.
  private(set) var address: [Int16]
  private(set) var openGraph: Int16 = 0
  private(set) var types: [Int16]
  /// How many items of microdata are products, and how many buttons put something into a cart; at most 99.
  private(set) var products: Int16 = 0
  private(set) var carts: Int16 = 0

  /// - Parameter address: the page's own; what isn't http or https gives no hint.
  init(_ tree: HTMLTree, address: String) {
    self.address = PageHints.read(address)
    types = PageHints.typeWords.map { _ in 0 }
    readOpenGraph(tree)
    readTypes(tree)
    readItems(tree)
    readButtons(tree)
  }

  /// All hints in a fixed order.
  var values: [Int16] { address + [openGraph, products, carts] + types }

  /// How many hints there are.
  static let count = 4 + addressWords.count + 3 + typeWords.count

  private static func read(_ address: String) -> [Int16] {
    let bytes = Array(address.utf8)
    guard bytes.starts(with: "http".utf8) else { return [Int16](repeating: -1, count: 4 + addressWords.count) }
    let path = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true).dropFirst(2)
    let rest = path.joined(separator: [UInt8(ascii: "/")]).map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    let digits = rest.count { $0 &- 48 < 10 }
    let hyphens = rest.count { $0 == UInt8(ascii: "-") }
    let shelf = path.lastIndex { productFolders.contains(String(decoding: $0, as: UTF8.self)) }
    let below = shelf.map { path.endIndex - $0 - 1 } ?? 0
    var hints = [Int16(min(9, path.count)), Int16(min(20, digits)), Int16(min(20, hyphens)), Int16(min(9, below))]
    for words in addressWords { hints.append(words.contains { contains($0, in: rest) } ? 1 : 0) }
    return hints
  }

  private static func contains(_ word: String, in bytes: [UInt8]) -> Bool {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { bytes[$0..<($0 + word.count)].elementsEqual(word) }
  }

  /// Folders that hold the pages of single products.
  private static let productFolders: Set<String> = [
    "product", "products", "p", "dp", "ip", "itm", "item", "prod", "pd", "produkt", "produit", "producto", "artikel",
  ]

  private static let addressWords = [
    ["forum", "thread", "topic", "viewtopic", "discussion", "/t/", "community", "questions/", "comments/"],
    ["product", "shop", "/p/", "item", "/dp/", "store"],
    ["categor", "collection", "tag/", "search", "list", "archive", "/c/", "browse"],
    ["blog", "news", "article", "/20", "story", "post"],
    ["docs", "wiki", "guide", "manual", "reference", "help", "tutorial", "/api"],
    ["service", "solution", "about", "pricing", "feature", "platform", "software"],
  ]

  private mutating func readOpenGraph(_ tree: HTMLTree) {
    for node in tree.headMetas {
      guard tree.attribute(.property, of: node)?.elementsEqual("og:type".utf8) == true else { continue }
      let value = tree.attribute(.content, of: node) ?? []
      openGraph = value.starts(with: "article".utf8) ? 1 : value.starts(with: "product".utf8) ? 2 : 3
      return
    }
  }

  private static let typeWords: [[String]] = [
    ["NewsArticle", "BlogPosting", "Article", "ReportageNewsArticle", "TechArticle"],
    ["Product", "ProductGroup", "IndividualProduct", "ProductModel"], ["DiscussionForumPosting", "QAPage", "Question"],
    ["CollectionPage", "ItemList"], ["FAQPage"], ["Service", "LocalBusiness", "ProfessionalService"],
    ["BreadcrumbList"],
    ["Recipe", "HowTo", "JobPosting", "Event"], ["Offer", "AggregateOffer"], ["Review", "AggregateRating"],
  ]

  private static let typeNumbers: [UInt32: Int] = {
    var numbers: [UInt32: Int] = [:]
    for (number, words) in typeWords.enumerated() {
      for word in words { numbers[ByteHash.of(word.utf8)] = number }
    }
    return numbers
  }()

  /// Looks for `"@type"` and takes the strings that follow it up to the next name.
  private mutating func readTypes(_ tree: HTMLTree) {
    for data in tree.embedded where data.type == "application/ld+json" {
      let text = data.text.prefix(100_000)
      var place = 0
      while let found = PageHints.nextType(in: text, from: place) {
        place = found.end
        if let number = PageHints.typeNumbers[found.hash] { types[number] = min(99, types[number] + 1) }
      }
    }
  }

  private mutating func readItems(_ tree: HTMLTree) {
    tree.forEachValue(of: [.itemtype]) { _, value in
      if value.suffix(8).elementsEqual("/Product".utf8) { products = min(99, products + 1) }
      return true
    }
  }

  private mutating func readButtons(_ tree: HTMLTree) {
    for node in tree.nodes(tagged: [.button, .input]).prefix(500) {
      let label = tree.attribute(.value, of: node) ?? []
      let texts = (node..<tree.end(of: node)).lazy.map(tree.bytes)
      if holdsCartWords(texts) || holdsCartWords([label]) { carts = min(99, carts + 1) }
    }
  }

  /// Whether at least two of the first words are of a shop's cart, as in `Add to cart`.
  private func holdsCartWords(_ texts: some Sequence<ArraySlice<UInt8>>) -> Bool {
    var measure = TextMeasure()
    for text in texts where measure.words < 9 { measure.append(text.prefix(200), isLink: false, PageHints.noWords) }
    measure.finish(PageHints.noWords)
    return measure.words < 9 && measure.groups[Int(Lexicon.Group.cart.rawValue)] >= 2
  }

  private static let noWords = PageWords(title: TitleWords(), described: DescribedText())

  /// The hash of the first string after the next `@type"`.
  private static func nextType(in text: ArraySlice<UInt8>, from start: Int) -> (hash: UInt32, end: Int)? {
    var place = start
    while place + 8 < text.count {
      if text[place] == UInt8(ascii: "@"), text[(place + 1)..<(place + 6)].elementsEqual("type\"".utf8) {
        guard let open = text[(place + 6)...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        let close = text[(open + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? text.endIndex
        return (ByteHash.of(text[(open + 1)..<close]), max(close, place + 6))
      }
      place += 1
    }
    return nil
  }
}
