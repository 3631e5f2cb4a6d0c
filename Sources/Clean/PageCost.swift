import Markup

/// What reading a page takes beyond passing over it a few times, counted in steps before it is done: a step is a byte of
/// text or an element looked at once more. The count depends on the page and the config alone, so the same page is
/// rejected on every machine.
struct PageCost {
  /// A page of more is rejected. At some hundred million steps a second that is a few seconds of work.
  static let most = 1_000_000_000
  /// Texts that structured data takes from the markup are kept in memory, so they may be no longer in all.
  static let mostPropertyBytes = 100_000_000

  /// Bytes of the texts that microdata and RDFa take, one inside another counted each time.
  let propertyBytes: Int
  /// Elements and bytes of attributes that the config's selectors look at.
  let selectorSteps: Int

  var isTooMuch: Bool { propertyBytes > PageCost.mostPropertyBytes || propertyBytes + selectorSteps > PageCost.most }

  /// - Parameter selectorParts: how many parts all CSS selectors of the config have; each looks at every element.
  init(_ tree: HTMLTree, _ marked: MarkedNodes, selectorParts: Int) {
    let holders =
      marked.microdata.filter { tree.attribute(.itemprop, of: $0) != nil }
      + marked.rdfa.filter { tree.attribute(.property, of: $0) != nil }
    let full = holders.filter { tree.end(of: $0) > $0 + 1 }
    if full.isEmpty {
      propertyBytes = 0
    } else {
      let text = TextSizes(tree)
      propertyBytes = full.reduce(0) { $0 + text.bytes(in: $1, of: tree) }
    }
    selectorSteps = selectorParts == 0 ? 0 : selectorParts * (tree.count + PageCost.attributeBytes(tree))
  }

  private static func attributeBytes(_ tree: HTMLTree) -> Int {
    var sum = 0
    tree.forEachValue(of: [.class, .id]) { _, value in
      sum += value.count
      return true
    }
    return sum
  }
}

/// How much text stands before each node, for asking how much stands in an element.
struct TextSizes {
  private var before: [Int] = [0]

  /// - Parameter onlyVisible: whether only bytes that are surely no white space count: those of ASCII.
  init(_ tree: HTMLTree, onlyVisible: Bool = false) {
    before.reserveCapacity(tree.count + 1)
    for node in 0..<tree.count {
      let bytes = tree.bytes(of: node)
      before.append(before[node] + (onlyVisible ? bytes.count { $0 > 0x20 && $0 < 0x7F } : bytes.count))
    }
  }

  /// The bytes of text in the node's subtree.
  func bytes(in node: HTMLTree.Node, of tree: HTMLTree) -> Int { before[tree.end(of: node)] - before[node] }
}
