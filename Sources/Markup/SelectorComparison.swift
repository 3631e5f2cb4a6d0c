extension Selector.Comparison {
  /// Whether the attribute's value compares as wanted; an empty `wanted` matches nothing but by `=` and `|=`.
  func holds(_ written: ArraySlice<UInt8>, _ wanted: [UInt8], _ ignoresCase: Bool) -> Bool {
    if ignoresCase {
      let lower = written.map(ASCII.lower)
      return holds(lower[...], wanted.map(ASCII.lower), false)
    }
    return switch self {
    case .exists: true
    case .equals: written.elementsEqual(wanted)
    case .word: hasWord(written, wanted)
    case .prefix: !wanted.isEmpty && written.starts(with: wanted)
    case .suffix: !wanted.isEmpty && written.suffix(wanted.count).elementsEqual(wanted)
    case .substring: !wanted.isEmpty && contains(written, wanted)
    case .dash:
      written.starts(with: wanted)
        && (written.count == wanted.count || written.dropFirst(wanted.count).first == ASCII.hyphen)
    }
  }

  /// Whether one of the words of `written` is `wanted`.
  private func hasWord(_ written: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    guard !wanted.isEmpty else { return false }
    var start = written.startIndex
    for place in written.startIndex...written.endIndex
    where place == written.endIndex || ASCII.isSpace(written[place]) {
      if place - start == wanted.count, written[start..<place].elementsEqual(wanted) { return true }
      start = place + 1
    }
    return false
  }

  private func contains(_ written: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    var rest = written
    while rest.count >= wanted.count {
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
