/// Whether the tokenizer stands inside SVG or MathML, where titles, character data and empty tags read otherwise.
struct ForeignContent {
  private var depth = 0
  /// How many open elements bring HTML back inside SVG.
  private var islands = 0

  var isInside: Bool { depth > 0 && islands == 0 }

  mutating func start(_ tag: Tag, isEmpty: Bool) {
    switch tag {
    case .svg, .math: if !isEmpty { depth += 1 }
    case .foreignobject, .desc: if depth > 0, !isEmpty { islands += 1 }
    default:
      if isInside, TagTraits.table[Int(tag.rawValue)].contains(.leavesForeign) { self = ForeignContent() }
    }
  }

  mutating func end(_ tag: Tag) {
    switch tag {
    case .svg, .math:
      depth = max(0, depth - 1)
      if depth == 0 { islands = 0 }
    case .foreignobject, .desc: islands = max(0, islands - 1)
    default: break
    }
  }
}
