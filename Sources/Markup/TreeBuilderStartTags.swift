extension TreeBuilder {
  /// Adds the element of a start tag, after closing what it closes.
  mutating func startTag(_ number: UInt16, attributes: Range<Int>) {
    let tag = Tag(rawValue: number) ?? .other
    let traits = tag == .other ? [] : TagTraits.table[Int(number)]
    switch tag {
    case .html: return merge(attributes, into: 0)
    case .head: return openHead(attributes: attributes)
    case .body:
      body < 0 ? openBody(attributes: attributes) : merge(attributes, into: body)
      return
    default: break
    }
    prepareSection(traits)
    guard close(before: tag, traits) else { return }
    let inserted = tag == .image ? Tag.img.rawValue : number
    insert(inserted, attributes: attributes, pushing: !traits.contains(.void) && tag != .image)
  }

  /// Opens the head or the body where the page doesn't say so.
  private mutating func prepareSection(_ traits: TagTraits) {
    guard body < 0 else { return }
    if traits.contains(.head) {
      openHead(attributes: 0..<0)
    } else if open.place(.noscript) < 0 {
      openBody(attributes: 0..<0)
    }
  }

  /// Closes what the start tag closes; false if the tag itself counts for nothing here.
  private mutating func close(before tag: Tag, _ traits: TagTraits) -> Bool {
    leaveForeign(traits)
    if traits.contains(.heading) {
      closeParagraph()
      if TagTraits.table[Int(open.tag.rawValue)].contains(.heading) { pop() }
      return true
    }
    switch tag {
    case .form where open.place(.form) >= 0: return false
    case .li: closeListItem(open.place(.li))
    case .dd, .dt: closeListItem(max(open.place(.dd), open.place(.dt)))
    case .a: if open.isInScope(.a) { endFormatting(Tag.a.rawValue) }
    case .button: if open.isInScope(.button) { pop(to: open.place(.button)) }
    case .option: if open.tag == .option { pop() }
    case .optgroup:
      if open.tag == .option { pop() }
      if open.tag == .optgroup { pop() }
    case .rp, .rt, .rb, .rtc: if [Tag.rp, .rt, .rb].contains(open.tag) { pop() }
    case .table: closeTableAround()
    case .caption, .colgroup, .col, .tbody, .thead, .tfoot, .tr, .td, .th: return openTablePart(tag)
    default: break
    }
    if traits.contains(.closesParagraph) { closeParagraph() }
    return true
  }

  /// Closes an open paragraph that a button or a scope's bound doesn't protect.
  mutating func closeParagraph() {
    let place = open.place(.p)
    if place > open.scope, place > open.place(.button) { pop(to: place) }
  }

  /// Closes the list item that the new one follows.
  private mutating func closeListItem(_ place: Int32) {
    if place >= 0, place >= open.listBound { pop(to: place) }
  }

  /// HTML's own tags end SVG and MathML.
  private mutating func leaveForeign(_ traits: TagTraits) {
    guard traits.contains(.leavesForeign) else { return }
    let foreign = max(open.place(.svg), open.place(.math))
    if foreign > max(open.place(.foreignobject), open.place(.desc)), foreign > open.scope { pop(to: foreign) }
  }

  /// A table directly inside a table, not in a cell, ends the outer one.
  private mutating func closeTableAround() {
    let table = open.place(.table)
    guard table >= 0 else { return }
    let cell = max(open.place(.td), open.place(.th), open.place(.caption))
    if cell < table, open.scope == table { pop(to: table) }
  }

  /// Closes up to where a part of a table belongs and adds the row or body the page left out; false outside tables.
  private mutating func openTablePart(_ tag: Tag) -> Bool {
    let table = open.place(.table)
    guard table >= 0, table > open.place(.template) else { return false }
    switch tag {
    case .td, .th:
      openRow(in: table)
      pop(to: open.place(.tr) + 1)
    case .tr: openRowGroup(in: table)
    case .col where open.place(.colgroup) > table: pop(to: open.place(.colgroup) + 1)
    default: pop(to: table + 1)
    }
    return true
  }

  private mutating func openRow(in table: Int32) {
    if open.place(.tr) > table { return }
    openRowGroup(in: table)
    insert(Tag.tr.rawValue, attributes: 0..<0, pushing: true)
  }

  private mutating func openRowGroup(in table: Int32) {
    let group = max(open.place(.tbody), open.place(.thead), open.place(.tfoot))
    if group > table { return pop(to: group + 1) }
    pop(to: table + 1)
    insert(Tag.tbody.rawValue, attributes: 0..<0, pushing: true)
  }
}
