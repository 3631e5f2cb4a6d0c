import JSONText
package import Settings
package import WebAddress

/// A source of pages that are asked for over HTTP.
package struct WebSource: Sendable {
  /// Where its addresses come from.
  package enum Origin: Sendable {
    case addresses([Address])
    /// A file with an address a line, seen from the config's folder.
    case list(String)
    case sitemaps([Address])
    case feeds([Address])
    case crawl(CrawlScope)
  }

  package var name: Located<String>
  package var origin: Origin
  package var isRequired: Bool
  package var maxVanished: Share
  /// After this time without a good answer a page counts as gone; nil for never.
  package var forgetAfter: Duration?

  private static let name = Setting(
    "name", SettingType.name.located, meaning: "The source's name, which stands in the column `source` of every row.",
    example: .string("gazette"))
  private static let required = Setting(
    "required", SettingType.boolean, default: true, shown: .boolean(true), decides: false,
    meaning: "Whether a run stops before publishing when the source gave nothing or lost too much.",
    example: .boolean(false))
  private static let maxVanished = Setting(
    "max_vanished", SettingType.share, default: Share(percent: 20), shown: .string("20%"), decides: false,
    meaning: "How much of what the last publish knew of this source may be gone (404, 410) before a run stops.",
    example: .string("50%"))
  private static let forgetAfter = Setting(
    "forget_after", SettingType.duration(.seconds(3600) ... .seconds(86_400 * 36_500)).optional, default: nil,
    shown: nil, decides: false,
    meaning: "How long a page that gives no good answer is kept as it was; without it for ever.",
    example: .string("90d"))
  private static let common: [any AnySetting] = [name, required, maxVanished, forgetAfter]

  private init(_ values: SettingValues, _ origin: Origin) {
    name = values[Self.name]
    isRequired = values[Self.required]
    maxVanished = values[Self.maxVanished]
    forgetAfter = values[Self.forgetAfter]
    self.origin = origin
  }

  private static let webAddress = SettingType.text.withoutWrittenPasswords.converted(name: "http or https address") {
    text throws(ValueFault) in
    guard let address = Address(parsing: text), address.isFetchable else {
      throw ValueFault("\"\(text)\" is no http or https address", remedy: "Such as \"https://science.example/\".")
    }
    return address
  }

  private static let urls = Setting(
    "urls",
    SettingType.oneOrMany(SettingType.text.withoutWrittenPasswords).converted(name: "addresses, or a file of them") {
      texts throws(ValueFault) in
      if let text = texts.first, texts.count == 1, !text.contains("://") { return Origin.list(text) }
      var addresses: [Address] = []
      for text in texts {
        guard let address = Address(parsing: text), address.isFetchable else {
          throw ValueFault("\"\(text)\" is no http or https address", remedy: "Such as \"https://science.example/\".")
        }
        addresses.append(address)
      }
      return Origin.addresses(addresses)
    },
    meaning:
      "The pages: addresses, or one path of a file with an address a line (empty lines and those that begin with `#` "
      + "don't count).",
    example: .array([.string("https://science.example/news/1.html")]))
  private static let sitemap = Setting(
    "sitemap", SettingType.oneOrMany(webAddress),
    meaning:
      "Sitemaps or indexes of them, packed or not. A page whose `lastmod` is older than its last good answer is not "
      + "asked for again.",
    example: .string("https://science.example/sitemap.xml"))
  private static let feed = Setting(
    "feed", SettingType.oneOrMany(webAddress),
    meaning: "Feeds (RSS, Atom, JSON Feed); the pages are those that the entries link to.",
    example: .string("https://science.example/feed.xml"))
  private static let crawl = Setting(
    "crawl", SettingType.oneOrMany(webAddress), meaning: "Where the crawl begins; links are followed from there.",
    example: .string("https://science.example/"))
  private static let hosts = Setting(
    "hosts", SettingType.list(of: SettingType.text, mayBeEmpty: true), default: [], shown: .array([]),
    meaning: "The hosts whose pages are taken; those of `crawl` where none is named.",
    example: .array([.string("science.example")]))
  private static let include = Setting(
    "include", SettingType.list(of: pathPattern, mayBeEmpty: true), default: [], shown: .array([]),
    meaning: "Paths of pages that are taken: `*` within a part, `**` for any parts; all where none is named.",
    example: .array([.string("/news/**")]))
  private static let exclude = Setting(
    "exclude", SettingType.list(of: pathPattern, mayBeEmpty: true), default: [], shown: .array([]),
    meaning: "Paths of pages that are left out.", example: .array([.string("/print/**")]))
  private static let depth = Setting(
    "depth", SettingType.integer(0...1000), default: 5, shown: .integer(5),
    meaning: "How many links a page may be away from where the crawl begins.", example: .integer(2))
  private static let pages = Setting(
    "pages", SettingType.integer(1...100_000_000), default: 1000, shown: .integer(1000),
    meaning: "How many pages are asked for in one run, at most.", example: .integer(20_000))

  private static let pathPattern = SettingType.text.converted(name: "path pattern") { text throws(ValueFault) in
    guard text.hasPrefix("/") else {
      throw ValueFault("a path begins with \"/\"", remedy: "Such as \"/news/**\".")
    }
    do throws(Glob.Fault) { return try Glob(text) } catch { throw ValueFault(error.message, remedy: error.remedy) }
  }

  /// The kinds of sources on the web, each with the member that tells it.
  static let kinds: [(member: String, object: SettingsObject<WebSource>)] = [
    (
      "urls",
      SettingsObject("source of addresses", meaning: "Pages of the web by their addresses.", [urls] + common) {
        WebSource($0, $0[urls])
      }
    ),
    (
      "sitemap",
      SettingsObject("source of a sitemap", meaning: "The pages that sitemaps list.", [sitemap] + common) {
        WebSource($0, .sitemaps($0[sitemap]))
      }
    ),
    (
      "feed",
      SettingsObject("source of a feed", meaning: "The pages that feeds link to.", [feed] + common) {
        WebSource($0, .feeds($0[feed]))
      }
    ),
    (
      "crawl",
      SettingsObject(
        "source of a crawl", meaning: "The pages that links lead to.",
        [crawl, hosts, include, exclude, depth, pages] + common
      ) {
        WebSource(
          $0,
          .crawl(
            CrawlScope(
              seeds: $0[crawl], hosts: $0[hosts], include: $0[include], exclude: $0[exclude], depth: $0[depth],
              pages: $0[pages])))
      }
    ),
  ]
}

extension SettingType where Value == String {
  /// The same texts, except addresses with a password that stands in the config itself, whence it would reach stores.
  fileprivate var withoutWrittenPasswords: SettingType {
    SettingType(name: name, schema: schema) { node, reader in
      if case .string(let written) = node.content, !written.contains("${"), let address = Address(parsing: written),
        !address.password.isEmpty
      {
        reader.report(
          node, "a password stands in the config",
          remedy: "Take it from the environment: \"https://reader:${SECRET}@…\".")
        return nil
      }
      return read(node, &reader)
    }
  }
}

extension WebSource {
  /// The addresses that the config itself names.
  package var addresses: [Address] {
    switch origin {
    case .addresses(let addresses), .sitemaps(let addresses), .feeds(let addresses): addresses
    case .crawl(let scope): scope.seeds
    case .list: []
    }
  }

  /// Where it begins, as the config says it; credentials stay out.
  var originText: String {
    func list(_ addresses: [Address]) -> String {
      let shown = addresses.prefix(3).map(\.withoutUserInfo.href).joined(separator: ", ")
      return addresses.count > 3 ? "\(shown), …" : shown
    }
    return switch origin {
    case .addresses(let addresses): "urls: \(list(addresses))"
    case .list(let path): "urls: \(path)"
    case .sitemaps(let addresses): "sitemap: \(list(addresses))"
    case .feeds(let addresses): "feed: \(list(addresses))"
    case .crawl(let scope): "crawl: \(list(scope.seeds))"
    }
  }
}

/// Which pages a crawl takes.
package struct CrawlScope: Sendable {
  package let seeds: [Address]
  private let hosts: Set<String>
  private let include: [Glob]
  private let exclude: [Glob]
  /// Links from a seed at most.
  package let depth: Int
  /// Pages asked for in one run at most.
  package let pages: Int

  /// `hosts` may be empty for those of the seeds, `include` for all paths.
  package init(seeds: [Address], hosts: [String], include: [Glob], exclude: [Glob], depth: Int, pages: Int) {
    self.seeds = seeds
    self.hosts = Set(hosts.isEmpty ? seeds.compactMap(\.host) : hosts.map { $0.lowercased() })
    self.include = include
    self.exclude = exclude
    self.depth = depth
    self.pages = pages
  }

  /// Whether a page is taken.
  package func contains(_ address: Address) -> Bool {
    guard address.isFetchable, let host = address.host, hosts.contains(host) else { return false }
    // Patterns speak of files; a folder's page is its index.
    let path = address.path.hasSuffix("/") ? address.path + "index.html" : address.path
    if exclude.contains(where: { $0.matches(path: path) }) { return false }
    return include.isEmpty || include.contains { $0.matches(path: path) }
  }
}
