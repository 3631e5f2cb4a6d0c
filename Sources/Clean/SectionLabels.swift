import Records

/// What the short texts that name a part of the page, such as `Customer reviews`, say of the blocks after them.
struct SectionLabels {
  /// What a part of the page may be.
  enum Topic: Int, CaseIterable {
    case review, related, delivery, content

    static let count = 4
  }

  /// What the labels before a block say.
  struct Place {
    /// The number of the topic of the part the block is in, counted from 1; 0 where none names it.
    var topic: Int32 = 0
    /// How many blocks lie between the label and the block; -1 where there is none.
    var since: Int32 = -1
    /// The same for the last label of each topic, whatever came after it.
    var sinceTopics = SIMD4<Int32>(repeating: -1)
  }

  /// For each block in turn.
  let places: [Place]
  /// How many labels name reviews.
  let reviewLabels: Int32

  /// For each topic the number of the group whose words name it.
  private static let topicGroups = SIMD4<UInt8>(
    Lexicon.Group.review.rawValue, Lexicon.Group.related.rawValue, Lexicon.Group.delivery.rawValue,
    Lexicon.Group.content.rawValue)

  /// A longer text is no label.
  private static let mostWords: Int32 = 6

  init(_ blocks: [TextBlock]) {
    var last = SIMD4<Int32>(repeating: -1)
    var (current, start, level) = (Int32(0), Int32(-1), 7)
    var reviewLabels: Int32 = 0
    var places: [Place] = []
    places.reserveCapacity(blocks.count)
    for (number, block) in blocks.enumerated() {
      let number = Int32(number)
      let since = last.replacing(with: number &- last, where: last .>= 0)
      places.append(Place(topic: current, since: start < 0 ? -1 : number - start, sinceTopics: since))
      let ownLevel = block.kind == .heading ? block.level ?? 6 : 7
      if let topic = SectionLabels.topic(of: block) {
        last[topic.rawValue] = number
        if topic == .review { reviewLabels += 1 }
        (current, start, level) = (Int32(topic.rawValue) + 1, number, ownLevel)
      } else if block.kind == .heading, ownLevel <= level, level < 7 {
        (current, start, level) = (0, -1, 7)
      }
    }
    self.places = places
    self.reviewLabels = reviewLabels
  }

  /// The topic most of whose words the label has; nil for a text that is none.
  static func topic(of block: TextBlock) -> Topic? {
    guard block.measure.words <= mostWords, block.measure.sentences == 0 else { return nil }
    let groups = block.measure.groups
    var (best, most) = (Topic?.none, UInt16(0))
    for number in 0..<Topic.count {
      let count = groups[Int(SectionLabels.topicGroups[number])]
      if count > most { (best, most) = (Topic(rawValue: number), count) }
    }
    return best
  }
}
