import Text

extension HTMLTree {
  /// The text of the node's subtree, white space folded (see `WhiteSpaceFolder`), blocks set apart by a space.
  ///
  /// - Parameter mostNodes: how many nodes are read, for callers that read elements inside elements.
  package func foldedText(of node: Node, mostNodes: Int = .max) -> String {
    var folder = WhiteSpaceFolder()
    var ends: [Int] = []
    for i in node..<min(end(of: node), node + min(mostNodes, count)) {
      while let end = ends.last, end <= i {
        ends.removeLast()
        folder.appendSpace()
      }
      if isText(i) {
        folder.append(bytes(of: i))
      } else if isBlock(i) {
        folder.appendSpace()
        ends.append(end(of: i))
      }
    }
    return String(decoding: folder.finish(), as: UTF8.self)
  }

  /// The element's own texts, without those of elements in it, folded.
  package func foldedOwnText(of node: Node) -> String {
    var folder = WhiteSpaceFolder()
    for child in children(of: node) {
      if isText(child) { folder.append(bytes(of: child)) } else { folder.appendSpace() }
    }
    return String(decoding: folder.finish(), as: UTF8.self)
  }

  /// Whether text before and after the element doesn't run together.
  package func isBlock(_ node: Node) -> Bool {
    let tag = tag(of: node)
    return tag != .other && TagTraits.table[Int(tag.rawValue)].contains(.block)
  }
}
