import Markup

/// What a page carries besides its content, told by elements, attributes and the words in class names and ids.
struct Boilerplate {
  private let tree: HTMLTree
  /// Bytes of text, white space aside, in each node's subtree, and how many of them are in links.
  private let text: [Int32]
  private let links: [Int32]
  /// Whether class names and ids count.
  private let heedsNames: Bool
  /// Whether each node stands in an article or the main element, where a header holds the title.
  private let isInContent: [Bool]

  init(_ tree: HTMLTree, text: [Int32], links: [Int32], heedsNames: Bool) {
    self.heedsNames = heedsNames
    isInContent = tree.flags { [.main, .article].contains(tree.tag(of: $0)) }
    self.tree = tree
    self.text = text
    self.links = links
  }

  /// Whether the element and all in it is no content. What holds most of the page's text never is, but for elements
  /// that no reader sees.
  func contains(_ node: HTMLTree.Node) -> Bool {
    let tag = tree.tag(of: node)
    if Boilerplate.unseen.contains(tag) { return true }
    let share = Double(text[node]) / Double(max(1, text[0]))
    if Boilerplate.unused.contains(tag) || tree.attribute(.hidden, of: node) != nil { return share < 0.5 }
    if tag == .nav, isLinked(node) { return true }
    guard share < 0.4 else { return false }
    switch tag {
    case .nav, .footer, .aside, .dialog, .menu: return true
    case .header: return !isInContent[node]
    case .form: return share < 0.2
    case .html, .body, .main, .article: return false
    case .h1, .h2, .h3, .p, .a, .span, .strong, .em, .b, .i: return hasRole(node)
    default: return hasRole(node) || (heedsNames && hasName(node))
    }
  }

  private static let unseen: Set<Tag> = [
    .head, .iframe, .svg, .math, .object, .embed, .canvas, .audio, .video, .select, .button,
    .textarea, .datalist, .map, .option,
  ]

  /// Unseen too, but for pages that scripts make seen.
  private static let unused: Set<Tag> = [.template, .noscript]

  private func hasRole(_ node: HTMLTree.Node) -> Bool {
    if tree.attribute(.ariaHidden, of: node)?.elementsEqual("true".utf8) == true { return true }
    guard let role = tree.text(ofAttribute: .role, of: node) else { return false }
    return Boilerplate.roles.contains(role.lowercased())
  }

  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu",
    "menubar",
    "toolbar", "tablist",
  ]

  /// Whether links dominate its text.
  private func isLinked(_ node: HTMLTree.Node) -> Bool { Int(links[node]) * 2 > Int(text[node]) }

  private func hasName(_ node: HTMLTree.Node) -> Bool {
    let isLinked = isLinked(node)
    for name in [AttributeName.class, .id] {
      guard let value = tree.attribute(name, of: node) else { continue }
      if BoilerplateWords.always.matches(value) { return true }
      if isLinked, BoilerplateWords.linked.matches(value) { return true }
    }
    return false
  }
}

/// Words in class names and ids, found without making a `String` of each.
struct BoilerplateWords {
  /// Words of what is never content.
  static let always = BoilerplateWords([
    "nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "sidebar", "footer", "share", "sharing",
    "social",
    "newsletter", "subscribe", "cookie", "cookies", "consent", "gdpr", "advert", "advertisement", "ads",
    "adsbygoogle",
    "sponsored", "promo", "popup", "modal", "skip", "pagination", "pager", "related", "recommended",
    "recommendations",
    "outbrain", "taboola", "paywall", "toolbar", "copyright", "signup", "login",
  ])
  /// Words of what is no content where links dominate it.
  static let linked = BoilerplateWords([
    "menu", "header", "tags", "tag", "topics", "categories", "links", "more", "list", "bar", "bottom", "top",
    "meta",
    "author", "byline", "archive", "popular", "trending", "latest", "read", "next", "prev", "previous",
    "teaser",
  ])

  private let hashes: Set<UInt32>

  private init(_ words: [String]) {
    hashes = Set(words.map { $0.utf8.reduce(BoilerplateWords.seed, BoilerplateWords.mix) })
  }

  /// Whether a word of the value, which non-letters and capitals after small letters bound, is one of these.
  func matches(_ value: ArraySlice<UInt8>) -> Bool {
    var hash = BoilerplateWords.seed
    var wasSmall = false
    for byte in value {
      let isCapital = byte &- 65 < 26
      let letter = isCapital ? byte | 0x20 : byte
      if letter &- 97 >= 26 || (isCapital && wasSmall) {
        if hashes.contains(hash) { return true }
        hash = BoilerplateWords.seed
      }
      wasSmall = !isCapital && letter &- 97 < 26
      if letter &- 97 < 26 { hash = BoilerplateWords.mix(hash, letter) }
    }
    return hashes.contains(hash)
  }

  /// FNV-1a, 32 bits.
  private static let seed: UInt32 = 2_166_136_261
  private static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }
}
