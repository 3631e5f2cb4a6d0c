import Markup
import Records
import Text

/// The whole text of a page in pieces, whatever the main text takes of it: a piece ends where a block begins or ends.
struct PagePieces {
  /// A run of text nodes between two ends of blocks.
  struct Piece {
    /// Folded.
    var text: String
    /// The element around its first text.
    var element: HTMLTree.Node
    /// Bytes of its text, and how many of them stand in links, white space aside.
    var textBytes: Int
    var linkBytes: Int
  }

  private(set) var pieces: [Piece] = []
  private var folder = WhiteSpaceFolder()
  private var current = Piece(text: "", element: -1, textBytes: 0, linkBytes: 0)

  init(_ tree: HTMLTree) {
    var open: [(end: HTMLTree.Node, isBlock: Bool)] = []
    var linkEnd = 0
    for node in 0..<tree.count {
      while let last = open.last, last.end <= node {
        if last.isBlock { flush() }
        open.removeLast()
      }
      if tree.isText(node) {
        append(tree.bytes(of: node), in: tree.parent(of: node) ?? 0, isLink: node < linkEnd)
        continue
      }
      let tag = tree.tag(of: node)
      if tag == .a, tree.attribute(.href, of: node) != nil { linkEnd = max(linkEnd, tree.end(of: node)) }
      let isBlock = tag == .br || tree.isBlock(node)
      if isBlock { flush() }
      open.append((tree.end(of: node), isBlock))
    }
    flush()
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, in element: HTMLTree.Node, isLink: Bool) {
    let count = bytes.count { $0 > 0x20 }
    folder.append(bytes)
    guard count > 0 else { return }
    if current.element < 0 { current.element = element }
    current.textBytes += count
    if isLink { current.linkBytes += count }
  }

  private mutating func flush() {
    if current.textBytes > 0 {
      current.text = nfc(String(decoding: folder.finish(), as: UTF8.self))
      pieces.append(current)
    }
    folder = WhiteSpaceFolder()
    current = Piece(text: "", element: -1, textBytes: 0, linkBytes: 0)
  }

  /// Whether each piece stands in one of the `kept` blocks, which are in the same order; one block may be several
  /// pieces, such as the cells of a row. `missing` are the blocks that no pieces make.
  static func align(
    _ pieces: [String], with kept: [Page.Block]
  ) -> (isKept: [Bool], missing: [Page.Block]) {
    let texts = pieces.map(letters)
    var isKept = [Bool](repeating: false, count: pieces.count)
    var missing: [Page.Block] = []
    var next = 0
    for block in kept {
      let wanted = letters(block.text)
      guard let range = (next..<texts.count).lazy.compactMap({ run(texts, from: $0, spelling: wanted) }).first
      else {
        missing.append(block)
        continue
      }
      for place in range { isKept[place] = true }
      next = range.upperBound
    }
    return (isKept, missing)
  }

  /// The pieces from `start` on that together spell `wanted`.
  private static func run(_ texts: [[UInt8]], from start: Int, spelling wanted: [UInt8]) -> Range<Int>? {
    var rest = wanted[...]
    var place = start
    while !rest.isEmpty {
      guard place < texts.count, rest.starts(with: texts[place]) else { return nil }
      rest = rest.dropFirst(texts[place].count)
      place += 1
    }
    return place > start ? start..<place : nil
  }

  /// The text without white space and the bars between a row's cells.
  private static func letters(_ text: String) -> [UInt8] { text.utf8.filter { $0 > 0x20 && $0 != UInt8(ascii: "|") } }
}

extension PagePieces.Piece {
  /// What is known of the piece: where it stands, how long it is, and how much of it stands in links.
  func reasons(in tree: HTMLTree) -> [Explanation.Reason] {
    let share = textBytes > 0 ? 100 * linkBytes / textBytes : 0
    return [
      Explanation.Reason("stands in", path(in: tree)), Explanation.Reason("bytes", String(textBytes)),
      Explanation.Reason("in links", "\(share) %"),
    ]
  }

  /// The innermost elements around it with their classes and ids, at most five.
  private func path(in tree: HTMLTree) -> String {
    var names: [String] = []
    var next: HTMLTree.Node? = element
    while let node = next, names.count < 5 {
      let id = tree.text(ofAttribute: .id, of: node).map { "#\($0)" } ?? ""
      let classes = (tree.text(ofAttribute: .class, of: node) ?? "").split(whereSeparator: \.isWhitespace)
      names.append(String((tree.name(of: node) + id + classes.map { ".\($0)" }.joined()).prefix(80)))
      next = tree.parent(of: node)
    }
    return names.reversed().joined(separator: " > ")
  }
}
