import Markup
import Records

/// The numbers by which a block is judged, all small integers: shares in thousandths, levels and counts as they are.
struct BlockFeatures {
  /// One row after another.
  private(set) var values: [Int16] = []
  /// How many numbers a row has.
  static let count = names.count

  private let page: PageBlocks
  private let shared: [Int16]
  private let labels: [SectionLabels.Place]

  init(_ page: PageBlocks) {
    self.page = page
    let labels = SectionLabels(page.blocks)
    self.labels = labels.places
    shared = PageFeatures(page, labels).values
    values.reserveCapacity(page.blocks.count * BlockFeatures.count)
    for number in page.blocks.indices {
      addText(number)
      addPlace(number)
      addElements(number)
      addAround(number)
      values += shared
    }
  }

  private mutating func add(_ value: Int32) { values.append(Int16(truncatingIfNeeded: max(-2000, min(32000, value)))) }
  private mutating func add(_ value: Int) { values.append(Int16(truncatingIfNeeded: max(-2000, min(32000, value)))) }

  /// The share in thousandths.
  static func share(_ part: Int32, _ whole: Int32) -> Int32 {
    Int32(truncatingIfNeeded: Int(part) * 1000 / Int(max(1, whole)))
  }

  private static let textNames =
    [
      "words", "bytes", "linkShare", "links", "stopShare", "wordLength", "commas", "sentences", "digitShare",
      "capitalShare",
      "separators", "titleShare", "titleCover", "described", "endsSentence", "first", "kind", "level", "copies",
    ] + lexiconGroups.map { "lexicon.\($0)" }

  /// Whose words are counted for each block; those of the others for the page.
  private static let lexiconGroups: [Lexicon.Group] = [.legal, .action, .date, .comment, .delivery, .measure]

  private mutating func addText(_ number: Int) {
    let block = page.blocks[number]
    let text = block.measure
    add(text.words)
    add(text.bytes)
    add(BlockFeatures.share(text.linkBytes, text.bytes))
    add(block.links)
    add(BlockFeatures.share(text.stopWords, text.words))
    add(text.bytes * 10 / max(1, text.words))
    add(text.commas)
    add(text.sentences)
    add(BlockFeatures.share(text.digits, text.bytes))
    add(BlockFeatures.share(text.capitals, text.bytes))
    add(text.separators)
    add(BlockFeatures.share(text.titleWords, text.words))
    add(BlockFeatures.share(text.titleWords, Int32(page.titleWords)))
    add(BlockFeatures.share(text.describedWords, text.words))
    add(BlockFeatures.ending(text.last))
    add(BlockFeatures.beginning(text.first))
    add(block.kind.number)
    add(block.level ?? 0)
    add(page.copies.count(text.hash.value))
    for group in BlockFeatures.lexiconGroups { add(Int32(text.groups[Int(group.rawValue)])) }
  }

  private static func ending(_ byte: UInt8) -> Int32 {
    switch byte {
    case 0x3F: 5
    case 0x2E, 0x21: 3
    case 0x3A: 2
    case 0x22, 0x29, 0x3B, 0x2C: 1
    default: byte >= 0x80 ? 4 : 0
    }
  }

  private static func beginning(_ byte: UInt8) -> Int32 {
    if byte &- 65 < 26 { return 1 }
    if byte &- 97 < 26 { return 2 }
    if byte &- 48 < 10 { return 3 }
    return byte >= 0x80 ? 4 : 0
  }

  private static let placeNames = [
    "place", "wordsBefore", "wordsAfter", "goodBefore", "fromFirstGood", "fromLastGood", "fromTitle", "headingBlocks",
    "headingWords", "headingLevel", "headingTitle", "headingComment", "headingReview", "section", "since.review",
    "since.related", "since.delivery", "since.content",
  ]

  private mutating func addPlace(_ number: Int) {
    let before = page.wordsBefore[number]
    let count = Int32(page.blocks.count)
    add(BlockFeatures.share(Int32(number), count))
    add(BlockFeatures.share(before, page.words))
    add(page.words - before - page.blocks[number].measure.words)
    add(BlockFeatures.share(page.goodBefore[number], page.goodWords))
    add(number - page.firstGood)
    add(number - page.lastGood)
    add(page.firstTitle < 0 ? -2000 : number - page.firstTitle)
    addHeading(number)
    addSection(labels[number])
  }

  private mutating func addHeading(_ number: Int) {
    let place = Int(page.heading[number])
    guard place >= 0 else {
      for _ in 0..<6 { add(-1) }
      return
    }
    let heading = page.blocks[place]
    let groups = heading.measure.groups
    add(number - place)
    add(page.wordsBefore[number] - page.wordsBefore[place])
    add(heading.level ?? 0)
    add(BlockFeatures.share(heading.measure.titleWords, heading.measure.words))
    add(Int32(groups[Int(Lexicon.Group.comment.rawValue)]))
    add(Int32(groups[Int(Lexicon.Group.review.rawValue)]))
  }

  private mutating func addSection(_ place: SectionLabels.Place) {
    add(place.topic)
    for topic in 0..<SectionLabels.Topic.count { add(place.sinceTopics[topic]) }
  }

  private static let elementNames: [String] = {
    var names = ["tag", "parentTag", "grandTag", "depth", "inCore", "inTop", "fromCore"]
    for level in ["own", "parent", "grand", "great"] {
      names += ["words", "share", "linkShare", "goodShare", "blocks"].map { "\(level).\($0)" }
    }
    names += ["likes", "signatures", "parentSignatures"]
    names += ["item.likes", "item.levels", "item.words", "item.linkShare", "item.blocks", "list.words", "list.share"]
    names += ["list.linkShare", "list.goodShare", "item.place"]
    names += NameGroups.Group.allCases.map { "name.\($0)" }
    names += places.map { "in.\($0)" }
    return names
  }()

  private static let places: [ElementSurvey.Place] = [
    .article, .main, .nav, .aside, .footer, .header, .form, .item, .figure, .definition, .hidden, .bodyRole,
  ]

  private mutating func addElements(_ number: Int) {
    let anchor = page.blocks[number].anchor
    let parent = max(0, Int(page.survey.parent[anchor]))
    let grand = max(0, Int(page.survey.parent[parent]))
    let great = max(0, Int(page.survey.parent[grand]))
    for node in [anchor, parent, grand] { add(Int32(page.tree.tag(of: node).rawValue)) }
    add(Int32(page.survey.depth[anchor]))
    add(contains(page.core, anchor) ? 1 : 0)
    add(contains(page.top, anchor) ? 1 : 0)
    add(Int32(page.survey.depth[anchor] - page.survey.depth[page.core]))
    addExtent(anchor)
    addExtent(parent)
    addExtent(grand)
    addExtent(great)
    add(page.survey.likes[anchor])
    add(page.survey.signatureCounts.count(page.survey.signature[anchor]))
    add(page.survey.signatureCounts.count(page.survey.signature[parent]))
    addItem(anchor, number)
    for place in 0..<16 { values.append(Int16(page.survey.nameDistance[anchor][place])) }
    for place in BlockFeatures.places { values.append(Int16(page.survey.tagDistance[anchor][place.rawValue])) }
  }

  private func contains(_ element: HTMLTree.Node, _ node: HTMLTree.Node) -> Bool {
    node >= element && node < page.tree.end(of: element)
  }

  private mutating func addExtent(_ node: HTMLTree.Node) {
    add(page.survey.words[node])
    add(BlockFeatures.share(page.survey.words[node], page.words))
    add(BlockFeatures.share(page.survey.linked[node], page.survey.words[node]))
    add(BlockFeatures.share(page.survey.good[node], page.goodWords))
    add(page.survey.blockEnd[node] - page.survey.blockStart[node])
  }

  /// The nearest repeated element around the block, such as a card, and the list it stands in.
  private mutating func addItem(_ anchor: HTMLTree.Node, _ number: Int) {
    let item = Int(page.survey.repeated[anchor])
    guard item > 0 else {
      for _ in 0..<10 { add(-1) }
      return
    }
    let list = Int(page.survey.parent[item])
    add(page.survey.likes[item])
    add(Int32(page.survey.depth[anchor] - page.survey.depth[item]))
    add(page.survey.words[item])
    add(BlockFeatures.share(page.survey.linked[item], page.survey.words[item]))
    add(page.survey.blockEnd[item] - page.survey.blockStart[item])
    add(page.survey.words[list])
    add(BlockFeatures.share(page.survey.words[list], page.words))
    add(BlockFeatures.share(page.survey.linked[list], page.survey.words[list]))
    add(BlockFeatures.share(page.survey.good[list], page.goodWords))
    add(Int32(number) - page.survey.blockStart[item])
  }

  private static let aroundNames: [String] = {
    [-1, 1].flatMap { offset in
      ["words", "linkShare", "stopShare", "kind", "endsSentence"].map { "at\(offset).\($0)" }
    } + [
      "at-2.words", "at2.words", "at-3.words", "at3.words", "window.words", "window.goodShare", "window.linkShare",
      "window.money",
    ]
  }()

  private mutating func addAround(_ number: Int) {
    for offset in [-1, 1] { addNeighbour(number + offset) }
    for offset in [-2, 2, -3, 3] {
      let place = number + offset
      add(page.blocks.indices.contains(place) ? page.blocks[place].measure.words : -1)
    }
    let window = page.blocks[max(0, number - 5)..<min(page.blocks.count, number + 6)]
    var (words, good, linked, money): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    for place in window.indices {
      words += window[place].measure.words
      linked += window[place].linkedWords
      money += window[place].measure.money
      if page.isGood[place] { good += window[place].measure.words }
    }
    add(words)
    add(BlockFeatures.share(good, words))
    add(BlockFeatures.share(linked, words))
    add(money)
  }

  private mutating func addNeighbour(_ place: Int) {
    guard page.blocks.indices.contains(place) else {
      for _ in 0..<5 { add(-1) }
      return
    }
    let text = page.blocks[place].measure
    add(text.words)
    add(BlockFeatures.share(text.linkBytes, text.bytes))
    add(BlockFeatures.share(text.stopWords, text.words))
    add(page.blocks[place].kind.number)
    add(BlockFeatures.ending(text.last))
  }

  /// What each number of a row is.
  static let names = textNames + placeNames + elementNames + aroundNames + PageFeatures.names
}

extension Page.Block.Kind {
  /// The kind as a number, which the ensembles were trained with.
  var number: Int32 {
    switch self {
    case .paragraph, .caption: 0
    case .listItem: 1
    case .heading: 2
    case .tableRow: 3
    case .quote: 4
    case .code: 5
    }
  }
}
