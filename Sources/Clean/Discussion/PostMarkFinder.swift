import Markup
import Text

/// Finds the marks of `PostMarks`, in bytes as far as it goes, since most elements and texts are none.
struct PostMarkFinder {
  let tree: HTMLTree
  private(set) var authors: [PostMarks.Mark] = []
  private(set) var dates: [PostMarks.Mark] = []
  /// Whether the text before is a label such as `Joined:`.
  private var followsOtherLabel = false

  init(_ tree: HTMLTree) { self.tree = tree }

  /// Notes a text that holds a date.
  mutating func readText(_ node: HTMLTree.Node) {
    let bytes = tree.bytes(of: node)
    guard bytes.count < 160, bytes.contains(where: { $0 > 0x20 }) else { return }
    let followed = followsOtherLabel
    let isOther = PostMarkFinder.isOfSomethingElse(bytes)
    followsOtherLabel = isOther && bytes.count < 30 && !bytes.contains { $0 &- 48 < 10 }
    guard !followed, !isOther, PostMarkFinder.mayBeDate(bytes) else { return }
    let text = foldingWhiteSpace(String(decoding: bytes, as: UTF8.self))
    if isRelativeDate(text) || isShortDate(text) || writtenDate(in: text) != nil {
      dates.append(.init(node: node, rank: 3))
    }
  }

  /// Notes an element that names an author or a date by its properties, class names, id, address or title; false where
  /// all that stands in it is about others.
  mutating func readElement(_ node: HTMLTree.Node, _ cache: inout PostNameCache) -> Bool {
    var names = tree.attribute(.class, of: node).map { cache.names(ofClasses: $0) } ?? []
    if let id = tree.attribute(.id, of: node) { names.formUnion(cache.names(of: id)) }
    if names.contains(.elsewhere) { return false }
    let property = tree.attribute(.itemprop, of: node)
    if let rank = authorRank(node, names, property) { authors.append(.init(node: node, rank: rank)) }
    if let rank = dateRank(node, names, property) { dates.append(.init(node: node, rank: rank)) }
    return true
  }

  private func authorRank(_ node: HTMLTree.Node, _ names: PostNames, _ property: ArraySlice<UInt8>?) -> Int? {
    if let property, property.elementsEqual("author".utf8) || property.elementsEqual("creator".utf8) { return 0 }
    switch tree.tag(of: node) {
    case .meta, .img, .svg, .button, .label, .input, .time: return nil
    case .a:
      if names.contains(.author) { return 1 }
      if let href = tree.attribute(.href, of: node), PostMarkFinder.leadsToPerson(href) { return 2 }
    default: if names.contains(.author) { return 1 }
    }
    return names.contains(.byline) ? 3 : nil
  }

  private func dateRank(_ node: HTMLTree.Node, _ names: PostNames, _ property: ArraySlice<UInt8>?) -> Int? {
    if names.contains(.otherDate) { return nil }
    if let property, PostMarkFinder.dateProperties.contains(where: property.elementsEqual) { return 0 }
    switch tree.tag(of: node) {
    case .meta: return nil
    case .time: return 1
    default: break
    }
    if let title = tree.attribute(.title, of: node), title.count < 60, PostMarkFinder.mayBeDate(title),
      writtenDate(in: String(decoding: title, as: UTF8.self)) != nil
    {
      return names.contains(.date) ? 1 : 2
    }
    guard names.contains(.date), tree.end(of: node) - node < 12 else { return nil }
    let text = tree.foldedText(of: node, mostNodes: 12)
    // A time of day alone is worth less than a date anywhere.
    return isRelativeDate(text) || isShortDate(text) || writtenDate(in: text) != nil ? 2 : 4
  }

  private static let dateProperties = ["datePublished", "dateCreated", "commentTime", "uploadDate", "datePosted"].map {
    Array($0.utf8)
  }

  /// Whether a link's address is that of a person's page.
  private static func leadsToPerson(_ href: ArraySlice<UInt8>) -> Bool {
    guard href.count < 300 else { return false }
    return personWords.finds(in: href)
  }

  private static let personWords = WordSearch([
    "/user", "/u/", "/member", "/profile", "/people/", "/@", "/~", "profile.php", "memberlist.php", "userid=",
    "action=profile", "viewprofile",
  ])

  /// Whether a text tells of another date than that of the writing.
  static func isOfSomethingElse(_ text: ArraySlice<UInt8>) -> Bool { otherWords.finds(in: text) }

  private static let otherWords = WordSearch([
    "join", "regist", "member since", "edited", "last ", "updated", "copyright", "©", "(c)", "born", "mitglied seit",
    "dabei seit", "inscrit",
  ])

  /// Whether a year, a number after a full stop or colon, or a word such as `ago` is in the bytes.
  private static func mayBeDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var hasDigit = false
    for byte in bytes {
      if byte &- 48 < 10 {
        digits += 1
        hasDigit = true
        if digits == 4 { return true }
      } else {
        digits = 0
      }
    }
    return hasDigit ? bytes.count < 40 : bytes.count < 24 && dayWords.finds(in: bytes)
  }

  private static let dayWords = WordSearch(["ago", "day", "gestern", "heute"])
}
