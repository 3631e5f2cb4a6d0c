/// The standard's stack of open elements, with which "has an element in scope" takes constant time at any depth.
struct OpenElements {
  struct Entry {
    var node: Int32
    var tag: UInt16
    /// Places in the stack of the element below that has the same tag, bounds scope, is special, bounds list items.
    fileprivate var below: Chain
  }

  fileprivate struct Chain {
    var same: Int32 = -1
    var scope: Int32 = -1
    var special: Int32 = -1
    var listBound: Int32 = -1
  }

  private(set) var entries: [Entry] = []
  private var top = Chain()
  private var topOfTag: [Int32]

  /// Makes room for tags with numbers below `tagCount`; higher ones get theirs when they come.
  init(tagCount: Int) { topOfTag = [Int32](repeating: -1, count: tagCount) }

  var count: Int { entries.count }

  /// The innermost element's node.
  var node: Int32 { entries.last?.node ?? -1 }

  /// The innermost element's tag.
  var tag: Tag { entries.last.flatMap { Tag(rawValue: $0.tag) } ?? .other }

  /// The place of the innermost element that bounds scope.
  var scope: Int32 { top.scope }

  /// The place of the innermost special element.
  var special: Int32 { top.special }

  /// The place of the innermost special element other than `address`, `div` and `p`: how far a list item's start tag sees.
  var listBound: Int32 { top.listBound }

  /// The place of the innermost element of that name, or -1.
  func place(_ number: UInt16) -> Int32 {
    Int(number) < topOfTag.count ? topOfTag[Int(number)] : -1
  }

  /// The place of the innermost element with that tag, or -1.
  func place(_ tag: Tag) -> Int32 { topOfTag[Int(tag.rawValue)] }

  func isInScope(_ tag: Tag) -> Bool { place(tag) > scope }

  mutating func push(_ node: Int32, _ number: UInt16) {
    let place = Int32(entries.count)
    while topOfTag.count <= Int(number) { topOfTag.append(-1) }
    let traits = Int(number) < TagTraits.table.count ? TagTraits.table[Int(number)] : []
    var chain = top
    chain.same = topOfTag[Int(number)]
    entries.append(Entry(node: node, tag: number, below: chain))
    topOfTag[Int(number)] = place
    if traits.contains(.scope) { top.scope = place }
    guard traits.contains(.special) else { return }
    top.special = place
    if number != Tag.div.rawValue, number != Tag.p.rawValue, number != Tag.address.rawValue { top.listBound = place }
  }

  /// Takes the innermost element off.
  mutating func pop() -> Entry? {
    guard let entry = entries.popLast() else { return nil }
    topOfTag[Int(entry.tag)] = entry.below.same
    top = entry.below
    return entry
  }
}
