import Markup
import Records
import Text

/// The dates a page writes of itself, those that are most to be trusted first: JSON-LD, `meta` elements, microdata and
/// RDFa, `time` elements near the heading before others, and where none of these tells when it was published, a date in
/// the text near the heading, or one that the main text begins a paragraph with. A day in the page's address goes before
/// all others where the first names another day. Where the first can mean two days, as `5/6/2024`, and the page clearly
/// writes one of them elsewhere, that goes first.
/// Repeats of role and text stand once.
struct WrittenDates {
  private let tree: HTMLTree
  private let marked: MarkedNodes
  private let metas: MetaElements
  private let things: DescribedThings

  init(_ tree: HTMLTree, _ marked: MarkedNodes, _ metas: MetaElements, _ things: DescribedThings) {
    self.tree = tree
    self.marked = marked
    self.metas = metas
    self.things = things
  }

  /// - Parameters:
  ///   - content: the nodes of the main text.
  ///   - path: the path of the page's address.
  func read(content: Range<HTMLTree.Node>, path: String) -> [Page.WrittenDate] {
    var dates = described([.jsonLD], 0...0)
    for (name, role) in metaDates {
      dates += metas.all(name).map { Page.WrittenDate(role, $0, rule: "meta \(name)") }
    }
    dates += described([.microdata, .rdfa], 0...2) + described([.jsonLD], 1...2)
    let elements = tree.nodes(tagged: [.time]).map { ($0, false) } + marked.microdata.map { ($0, true) }
    let found = elements.compactMap { dateElement($0.0, isMicrodata: $0.1) }
    dates += found.filter(\.isMicrodata).map(\.date)
    dates += byNearness(found.filter { !$0.isMicrodata }, content)
    dates = withLocalFormFirst(withDay(ofPath: path, dates))
    if !dates.contains(where: { $0.role == .published }), let visible = visibleDate(content) ?? dateline(content) {
      dates.append(visible)
    }
    dates = withClearFormFirst(dates)
    var seen: Set<String> = []
    return dates.filter { !$0.text.isEmpty && seen.insert($0.role.rawValue + " " + $0.text).inserted }
  }

  private func described(_ syntaxes: Set<StructuredItem.Syntax>, _ ranks: ClosedRange<Int>) -> [Page.WrittenDate] {
    let published = ["datePublished", "dateCreated", "uploadDate", "datePosted"]
    return [(published, Page.WrittenDate.Role.published), (["dateModified"], .modified)].compactMap {
      guard let found = things.text($0, ranks: ranks, in: syntaxes), found.value.utf8.count <= 100 else { return nil }
      return Page.WrittenDate($1, found.value, rule: found.rule)
    }
  }

  /// Puts a day in the address's path in front, unless the first published date is of that day.
  private func withDay(ofPath path: String, _ dates: [Page.WrittenDate]) -> [Page.WrittenDate] {
    guard let day = dayInPath(path) else { return dates }
    if dates.first(where: { $0.role == .published })?.text.hasPrefix(day) == true { return dates }
    return [Page.WrittenDate(.published, day, rule: "address")] + dates
  }

  /// Where the first published date is in UTC and another gives the same minute in local time, that one goes first: it
  /// names the day that the page's readers saw.
  private func withLocalFormFirst(_ dates: [Page.WrittenDate]) -> [Page.WrittenDate] {
    guard let first = dates.firstIndex(where: { $0.role == .published }),
      let minute = minuteText(dates[first].text),
      dates[first].text.hasSuffix("Z") || dates[first].text.hasSuffix("+00:00"),
      let local = dates.firstIndex(where: {
        $0.role == .published && minuteText($0.text) == minute && !$0.text.hasSuffix("Z")
          && !$0.text.hasSuffix("+00:00")
      })
    else { return dates }
    var dates = dates
    dates.insert(dates.remove(at: local), at: first)
    return dates
  }

  /// Where the first published date can mean two days and another date of the page or its texts is clearly one of them,
  /// that one goes first.
  private func withClearFormFirst(_ dates: [Page.WrittenDate]) -> [Page.WrittenDate] {
    guard let first = dates.firstIndex(where: { $0.role == .published }) else { return dates }
    let days = openDays(in: dates[first].text)
    if days.isEmpty { return dates }
    let clear = dates.first { clearDay(in: $0.text).map(days.contains) ?? false }?.text ?? clearText(days)
    guard let clear else { return dates }
    var dates = dates
    dates.insert(Page.WrittenDate(.published, clear, rule: dates[first].rule + ", clear elsewhere"), at: first)
    return dates
  }

  /// The first date in the page's texts that clearly is one of these days.
  private func clearText(_ days: [String]) -> String? {
    for node in 0..<tree.count where tree.isText(node) && Self.mayHoldYear(tree.bytes(of: node)) {
      let text = foldingWhiteSpace(String(decoding: tree.bytes(of: node), as: UTF8.self))
      if let date = writtenDate(in: text), clearDay(in: date).map(days.contains) ?? false { return date }
    }
    return nil
  }

  /// The date that the first text of the main text to begin with one begins with.
  private func dateline(_ content: Range<HTMLTree.Node>) -> Page.WrittenDate? {
    for node in content where tree.isText(node) {
      let start = tree.bytes(of: node).drop { $0 <= 0x20 }
      guard let first = start.first, first &- 48 < 10 else { continue }
      let text = String(decoding: start.prefix(40), as: UTF8.self)
      if let date = writtenDate(in: text), text.hasPrefix(date), clearDay(in: date) != nil {
        return Page.WrittenDate(.published, date, rule: "text that a date begins")
      }
    }
    return nil
  }

  /// The minutes and seconds of a time after an ISO date; nil where there are none.
  private func minuteText(_ text: String) -> String? {
    let parts = text.split(separator: ":")
    guard parts.count > 2, parts[0].utf8.count == 13 else { return nil }
    return "\(parts[1]):\(parts[2].prefix(2))"
  }

  /// Those in the main text first, and of these the ones after the heading.
  private func byNearness(_ elements: [DateElement], _ content: Range<HTMLTree.Node>) -> [Page.WrittenDate] {
    let heading = tree.first(tagged: .h1) ?? content.lowerBound
    let near = (heading - 60)..<(heading + 250)
    let groups = [
      elements.filter(\.isPublication), elements.filter { near.contains($0.node) && content.contains($0.node) },
      elements.filter { near.contains($0.node) }, elements.filter { content.contains($0.node) }, elements,
    ]
    return groups.joined().map(\.date)
  }

  private struct DateElement {
    var node: HTMLTree.Node
    var date: Page.WrittenDate
    var isMicrodata: Bool
    /// Whether its class says that it is the date of publication.
    var isPublication: Bool
  }

  /// What an element other than `meta` says of a date: its `datetime`, else its text.
  private func dateElement(_ node: HTMLTree.Node, isMicrodata: Bool) -> DateElement? {
    let property = (tree.text(ofAttribute: .itemprop, of: node) ?? "").lowercased()
    let isDate = ["datepublished", "datemodified", "datecreated", "uploaddate"].contains(property)
    guard isMicrodata ? isDate && tree.tag(of: node) != .meta : !isDate else { return nil }
    let attribute =
      tree.text(ofAttribute: .datetime, of: node) ?? tree.text(ofAttribute: .content, of: node) ?? ""
    let written = attribute.isEmpty ? tree.foldedText(of: node, mostNodes: mostNodesOfLabel) : attribute
    let text = nfc(foldingWhiteSpace(written))
    guard text.utf8.count <= 100, namesYear(text) else { return nil }
    let classes = tree.attribute(.class, of: node) ?? []
    let isPublication = Self.publicationHints.finds(in: classes)
    let isModified = property == "datemodified" || (!isPublication && Self.modificationHints.finds(in: classes))
    let rule = isMicrodata ? "itemprop \(property)" : attribute.isEmpty ? "time" : "time datetime"
    return DateElement(
      node: node, date: Page.WrittenDate(isModified ? .modified : .published, text, rule: rule),
      isMicrodata: isMicrodata, isPublication: isPublication && !isModified)
  }

  /// The first date in a short text near the heading, in an element whose class speaks of dates before others; else the
  /// first anywhere.
  private func visibleDate(_ content: Range<HTMLTree.Node>) -> Page.WrittenDate? {
    let heading = tree.first(tagged: .h1) ?? content.lowerBound
    let near = max(0, heading - 60)..<max(0, min(tree.count, heading + 250))
    for range in [near, 0..<tree.count] {
      var first: String?
      for node in range where tree.isText(node) && Self.mayHoldYear(tree.bytes(of: node)) {
        guard let date = date(at: node) else { continue }
        if isInDateElement(node) { return Page.WrittenDate(.published, date, rule: "text in class date") }
        first = first ?? date
      }
      if let first { return Page.WrittenDate(.published, first, rule: "text") }
    }
    return nil
  }

  private func date(at node: HTMLTree.Node) -> String? {
    guard let parent = tree.parent(of: node), ![.h1, .h2, .title, .option].contains(tree.tag(of: parent)),
      tree.bytes(of: node).count < 140
    else { return nil }
    let own = nfc(foldingWhiteSpace(String(decoding: tree.bytes(of: node), as: UTF8.self)))
    if let date = writtenDate(in: own) { return date }
    // A date may be cut into elements, a day's number and a month each.
    guard own.utf8.count <= 40 else { return nil }
    for element in [parent, tree.parent(of: parent) ?? parent] where tree.end(of: element) - element < 10 {
      if let date = writtenDate(in: nfc(tree.foldedText(of: element))) { return date }
    }
    return nil
  }

  private func isInDateElement(_ node: HTMLTree.Node) -> Bool {
    var element = tree.parent(of: node)
    for _ in 0..<2 {
      guard let current = element else { return false }
      if Self.dateHints.finds(in: (tree.attribute(.class, of: current) ?? []).prefix(2000)) { return true }
      element = tree.parent(of: current)
    }
    return false
  }

  private static let publicationHints = WordSearch(["publish", "entry-date", "pubdate"])
  private static let modificationHints = WordSearch(["modified", "updated"])
  private static let dateHints = WordSearch(
    ["date", "publish", "time", "meta", "byline", "posted", "datum", "stamp"])

  /// Whether the bytes are short and hold a year, or a number after a full stop.
  private static func mayHoldYear(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count > 1, bytes.count < 140 else { return false }
    var digits = 0
    var followsStop = false
    for byte in bytes {
      if byte &- 48 < 10 {
        digits += 1
        if digits == 4 || (followsStop && digits == 2) { return true }
      } else {
        followsStop = digits > 0 && byte == UInt8(ascii: ".")
        digits = 0
      }
    }
    return false
  }
}

/// Whether four digits stand together, or a whole date with a short year; a time of day alone doesn't.
private func namesYear(_ text: String) -> Bool {
  var digits = 0
  for byte in text.utf8 {
    digits = byte &- 48 < 10 ? digits + 1 : 0
    if digits == 4 { return true }
  }
  return writtenDate(in: text) != nil
}

/// The names of `meta` elements that carry dates, strongest first.
private let metaDates: [(name: String, role: Page.WrittenDate.Role)] = [
  ("article:published_time", .published), ("og:published_time", .published),
  ("og:article:published_time", .published), ("datepublished", .published),
  ("article:published", .published), ("dc.date.issued", .published), ("dcterms.issued", .published),
  ("dc.date.created", .published), ("dcterms.created", .published), ("citation_publication_date", .published),
  ("citation_date", .published), ("citation_online_date", .published), ("parsely-pub-date", .published),
  ("sailthru.date", .published), ("publish-date", .published), ("publish_date", .published), ("pubdate", .published),
  ("publication_date", .published), ("published_time", .published), ("date", .published), ("dc.date", .published),
  ("dcterms.date", .published), ("originalpublicationdate", .published), ("bt:pubdate", .published),
  ("cxenseparse:recs:publishtime", .published), ("article.published", .published),
  ("dc.date.publication", .published), ("date_published", .published), ("published-date", .published),
  ("published", .published),
  ("publishdate", .published), ("release_date", .published), ("article:modified_time", .modified),
  ("og:updated_time", .modified), ("datemodified", .modified), ("dcterms.modified", .modified),
  ("dc.date.modified", .modified), ("last-modified", .modified), ("lastmod", .modified),
]
