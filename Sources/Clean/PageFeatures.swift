import Records

/// What all rows of a page share: how much text of which kinds it has, and what tells a shop's page about one product
/// from a page of many.
struct PageFeatures {
  /// In the order of `names`.
  let values: [Int16]

  static let names =
    [
      "page.blocks", "page.words", "page.linkShare", "page.goodShare", "page.coreShare", "page.coreGoodShare",
      "page.coreDepth", "page.topShare", "page.paragraphShare", "page.listShare", "page.tableShare", "page.headings",
      "page.longest", "page.described", "page.money",
    ] + groups.map { "page.\($0)" } + [
      "page.moneyBlocks", "page.moneyAfterTitle", "page.moneyItems", "page.cards", "page.cartLinks",
      "page.reviewLabels",
    ] + (0..<PageHints.count).map { "hint.\($0)" }

  private static let groups: [Lexicon.Group] = [
    .commerce, .forum, .date, .review, .delivery, .cart, .measure, .person,
  ]

  init(_ page: PageBlocks, _ labels: SectionLabels) {
    let values = PageFeatures.extents(page) + PageFeatures.sums(page) + PageFeatures.shop(page) + [labels.reviewLabels]
    self.values = values.map { Int16(truncatingIfNeeded: max(-2000, min(32000, $0))) } + page.hints.values
  }

  private static func share(_ part: Int32, _ whole: Int32) -> Int32 { BlockFeatures.share(part, whole) }

  private static func extents(_ page: PageBlocks) -> [Int32] {
    let (survey, core) = (page.survey, page.core)
    return [
      Int32(page.blocks.count), page.words, share(page.linkedWords, page.words), share(page.goodWords, page.words),
      share(survey.words[core], page.words), share(survey.good[core], page.goodWords), Int32(survey.depth[core]),
      share(survey.words[page.top], page.words),
    ]
  }

  private static func sums(_ page: PageBlocks) -> [Int32] {
    var kinds = [Int32](repeating: 0, count: 6)
    var words = SIMD16<UInt16>(repeating: 0)
    var (headings, described, money, longest): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    for (place, block) in page.blocks.enumerated() {
      kinds[Int(block.kind.number)] += block.measure.words
      words &+= block.measure.groups
      described += block.measure.describedWords
      money += block.measure.money
      if block.kind == .heading { headings += 1 }
      if page.isGood[place] { longest = max(longest, block.measure.words) }
    }
    let shares = [kinds[0], kinds[1], kinds[3]].map { share($0, page.words) }
    return shares + [headings, longest, share(described, page.words), share(money, page.words)]
      + groups.map { share(Int32(words[Int($0.rawValue)]), page.words) }
  }

  /// Prices, cards, and links that put something into a cart.
  private static func shop(_ page: PageBlocks) -> [Int32] {
    let likes = { (place: Int) -> Int32 in
      let item = Int(page.survey.repeated[page.blocks[place].anchor])
      return item > 0 ? page.survey.likes[item] : 0
    }
    let priced = page.blocks.indices.filter { page.blocks[$0].measure.money > 0 && page.blocks[$0].measure.words < 12 }
    var (cards, carts): (Int32, Int32) = (0, 0)
    for (place, block) in page.blocks.enumerated() {
      if block.links > 0, likes(place) >= 4 { cards += block.measure.words }
      if block.measure.words < 6, block.measure.groups[Int(Lexicon.Group.cart.rawValue)] >= 2 { carts += 1 }
    }
    let first = priced.first { $0 >= page.firstTitle }
    return [
      Int32(priced.count), first.map { Int32($0 - max(0, page.firstTitle)) } ?? 2000,
      Int32(priced.count { likes($0) >= 3 }), share(cards, page.words), carts,
    ]
  }
}
