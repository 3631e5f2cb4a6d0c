import Markup

extension HTMLTree {
  /// For each node whether it stands in something that no reader of the page sees as text, or in one of `leavingOut`.
  ///
  /// What scripts show counts where it holds half of the page's text: then the page is nothing without it.
  func unseen(leavingOut: Set<Node> = []) -> [Bool] {
    var isExcluded = [Bool](repeating: false, count: count)
    var scripted: [Range<Node>] = []
    var node = 0
    while node < count {
      let tag = tag(of: node)
      let end = end(of: node)
      if unseenTags[Int(tag.rawValue)] || (!leavingOut.isEmpty && leavingOut.contains(node)) {
        for inner in node..<end { isExcluded[inner] = true }
        node = end
        continue
      }
      let isOutermost = node >= scripted.last?.upperBound ?? 0
      if tag == .noscript || tag == .template, isOutermost { scripted.append(node..<end) }
      node += 1
    }
    hide(scripted, in: &isExcluded)
    return isExcluded
  }

  /// Excludes those ranges that hold less than half of the text.
  private func hide(_ ranges: [Range<Node>], in isExcluded: inout [Bool]) {
    guard !ranges.isEmpty else { return }
    let text = textBytes(in: 0..<count, but: isExcluded)
    for range in ranges where textBytes(in: range, but: isExcluded) * 2 < text {
      for inner in range { isExcluded[inner] = true }
    }
  }

  private func textBytes(in nodes: Range<Node>, but isExcluded: [Bool]) -> Int {
    nodes.reduce(0) { isExcluded[$1] ? $0 : $0 + bytes(of: $1).count }
  }
}

/// By a tag's number, whether what is in such elements is never seen as text.
private let unseenTags: [Bool] = {
  let tags: Set<Tag> = [
    .head, .iframe, .svg, .math, .object, .embed, .canvas, .audio, .video, .select, .button, .textarea, .datalist, .map,
    .option,
  ]
  return Tag.allCases.map(tags.contains)
}()
