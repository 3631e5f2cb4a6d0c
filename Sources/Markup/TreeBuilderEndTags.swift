extension TreeBuilder {
  /// How many blocks an end tag may cut through; beyond it the tag counts for nothing, as it costs a copy of each.
  private static let mostCopies: Int32 = 8

  /// Closes what an end tag closes; a tag that closes nothing in reach is left out.
  mutating func endTag(_ number: UInt16) {
    let tag = Tag(rawValue: number) ?? .other
    let traits = tag == .other ? [] : TagTraits.table[Int(number)]
    if traits.contains(.heading) { return endHeading() }
    switch tag {
    case .html, .body: break
    case .head: if body < 0, open.place(.head) >= 0 { pop(to: 1) }
    case .br: if body >= 0 { insert(number, attributes: 0..<0, pushing: false) }
    case .p: endParagraph()
    case .li: end(.li, beyond: max(open.scope, open.place(.ul), open.place(.ol)))
    case .table: end(.table, beyond: open.place(.template))
    case .tbody, .thead, .tfoot, .tr, .td, .th, .caption, .colgroup: end(tag, beyond: open.place(.table))
    case .form: endForm()
    case .a: endFormatting(number)
    case .applet, .marquee, .object, .template, .foreignobject: end(tag, beyond: open.scope - 1)
    default: end(number, beyond: traits.contains(.special) ? open.scope : open.special)
    }
  }

  private mutating func end(_ tag: Tag, beyond bound: Int32) { end(tag.rawValue, beyond: bound) }

  /// Closes the innermost element of that name if it lies above `bound`.
  private mutating func end(_ number: UInt16, beyond bound: Int32) {
    let place = open.place(number)
    if place > bound { pop(to: place) }
  }

  /// A heading's end tag closes a heading of any level.
  private mutating func endHeading() {
    let high = max(open.place(.h1), open.place(.h2), open.place(.h3))
    let place = max(high, open.place(.h4), open.place(.h5), open.place(.h6))
    if place > open.scope { pop(to: place) }
  }

  /// `</p>` without a paragraph is an empty paragraph.
  private mutating func endParagraph() {
    let place = open.place(.p)
    if place > open.scope, place > open.place(.button) {
      pop(to: place)
    } else if body >= 0 {
      insert(Tag.p.rawValue, attributes: 0..<0, pushing: false)
    }
  }

  private mutating func endForm() {
    let place = open.place(.form)
    guard place > open.scope else { return }
    while open.count > Int(place) + 1, TreeBuilder.impliedEnds.contains(open.tag) { pop() }
    cut(through: place, reach: open.scope)
  }

  /// Elements that end with whatever they stand in.
  private static let impliedEnds: Set<Tag> = [.dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc]

  /// Ends a formatting element, though blocks inside it may be open.
  mutating func endFormatting(_ number: UInt16) { cut(through: open.place(number), reach: open.scope) }

  /// Closes the element at `place` and all in it, then opens copies of the blocks that its end tag cut through.
  private mutating func cut(through place: Int32, reach: Int32) {
    guard place > reach else { return }
    let inner = open.entries[(Int(place) + 1)...]
    if open.special <= place { return pop(to: place) }
    guard inner.count <= TreeBuilder.mostCopies else { return }
    let copies = Array(inner)
    pop(to: place)
    for copy in copies {
      let row = rows[Int(copy.node)]
      let first = Int(row.first)
      insert(copy.tag, attributes: first..<first + Int(row.count), pushing: true, kind: .continuation)
    }
  }
}
