import Markup

/// What the elements around a page's blocks are: how much text they hold, what their names say, how often their like
/// stands beside them. One pass up over the tree's arrays and one down.
struct ElementSurvey {
  /// Levels to the nearest element, itself or above, for each `NameGroups.Group`; 99 where there is none.
  typealias Distances = SIMD16<UInt8>

  /// What an element above may be by its tag or role, in the order of `tagDistance`'s places.
  enum Place: Int {
    case article, main, nav, aside, footer, header, form, table, list, item, figure, quote, section, definition, hidden,
      bodyRole
  }

  static let far: UInt8 = 99

  /// Words, words in links, and words of blocks that read like prose, in each node's subtree.
  private(set) var words: [Int32]
  private(set) var linked: [Int32]
  private(set) var good: [Int32]
  /// Words of prose that stand in the element itself.
  private(set) var ownGood: [Int32]
  /// The blocks in each node's subtree: from the first up to `blockEnd`.
  private(set) var blockStart: [Int32]
  private(set) var blockEnd: [Int32]
  private(set) var nameDistance: [Distances]
  private(set) var tagDistance: [Distances]
  private(set) var depth: [Int16]
  /// A hash of an element's tag and class.
  private(set) var signature: [UInt32]
  /// How many children of its parent that hold text have its signature, itself among them.
  private(set) var likes: [Int32]
  /// The nearest element, itself or above, with two like it beside it; -1 where there is none.
  private(set) var repeated: [Int32]
  /// How many elements with text have the signature, on the whole page.
  private(set) var signatureCounts: CountTable
  private(set) var parent: [Int32]

  init(_ tree: HTMLTree, _ blocks: [TextBlock], isGood: [Bool]) {
    let count = tree.count
    let zeros = [Int32](repeating: 0, count: count)
    (words, linked, good, likes) = (zeros, zeros, zeros, zeros)
    ownGood = zeros
    blockStart = [Int32](repeating: Int32(blocks.count), count: count)
    blockEnd = zeros
    repeated = [Int32](repeating: -1, count: count)
    nameDistance = [Distances](repeating: Distances(repeating: ElementSurvey.far), count: count)
    tagDistance = nameDistance
    depth = [Int16](repeating: 0, count: count)
    signature = [UInt32](repeating: 0, count: count)
    parent = zeros
    signatureCounts = CountTable(capacity: blocks.count * 4)
    sumUp(tree, blocks, isGood)
    describe(tree)
    findRepeats()
  }

  /// Adds up the blocks' words over the elements they stand in.
  private mutating func sumUp(_ tree: HTMLTree, _ blocks: [TextBlock], _ isGood: [Bool]) {
    for (number, block) in blocks.enumerated() {
      let anchor = block.anchor
      words[anchor] += block.measure.words
      linked[anchor] += block.linkedWords
      if isGood[number] { good[anchor] += block.measure.words }
      blockStart[anchor] = min(blockStart[anchor], Int32(number))
      blockEnd[anchor] = Int32(number + 1)
    }
    ownGood = good
    for node in stride(from: tree.count - 1, to: 0, by: -1) where blockEnd[node] > 0 {
      let above = tree.parent(of: node) ?? 0
      parent[node] = Int32(above)
      words[above] += words[node]
      linked[above] += linked[node]
      good[above] += good[node]
      blockStart[above] = min(blockStart[above], blockStart[node])
      blockEnd[above] = max(blockEnd[above], blockEnd[node])
    }
    parent[0] = -1
  }

  /// Hands what the names and tags say down from element to element.
  private mutating func describe(_ tree: HTMLTree) {
    var names = NameCache()
    for node in 0..<tree.count where blockEnd[node] > 0 {
      let tag = tree.tag(of: node)
      let own = names.describe(node, tag, tree)
      signature[node] = own.signature
      if node > 0 {
        let above = Int(parent[node])
        depth[node] = depth[above] &+ 1
        nameDistance[node] = ElementSurvey.oneFurther(nameDistance[above])
        tagDistance[node] = ElementSurvey.oneFurther(tagDistance[above])
      }
      if own.names != 0 { ElementSurvey.mark(own.names, in: &nameDistance[node]) }
      if own.places != 0 { ElementSurvey.mark(own.places, in: &tagDistance[node]) }
    }
  }

  private static func oneFurther(_ distances: Distances) -> Distances {
    pointwiseMin(distances &+ Distances(repeating: 1), Distances(repeating: far))
  }

  private static func mark(_ mask: UInt16, in distances: inout Distances) {
    var rest = mask
    while rest != 0 {
      distances[rest.trailingZeroBitCount] = 0
      rest &= rest - 1
    }
  }

  /// Counts the elements of one kind beside each other.
  private mutating func findRepeats() {
    let nodes = signature.indices.filter { blockEnd[$0] > 0 }
    var beside = CountTable(capacity: nodes.count)
    signatureCounts = CountTable(capacity: nodes.count)
    for node in nodes {
      beside.add(signature[node] ^ UInt32(truncatingIfNeeded: parent[node]) &* 2_654_435_761)
      signatureCounts.add(signature[node])
    }
    for node in nodes where node > 0 {
      likes[node] = beside.count(signature[node] ^ UInt32(truncatingIfNeeded: parent[node]) &* 2_654_435_761)
      repeated[node] = likes[node] >= 3 ? Int32(node) : repeated[Int(parent[node])]
    }
  }
}

extension TextBlock {
  /// How many of its words stand in links, by its share of bytes.
  var linkedWords: Int32 { measure.words * measure.linkBytes / max(1, measure.bytes) }
}
