/// What a site's `robots.txt` says (RFC 9309), read as Google's matcher reads it.
package struct Robots: Sendable, Equatable {
  /// The least that a reader has to parse (RFC 9309, section 2.5); what stands after it isn't read.
  package static let byteLimit = 500 * 1024

  /// The groups, in the order of the file.
  package var groups: [RobotsGroup]
  /// The addresses of `Sitemap` lines as written, in the order of the file.
  package var sitemaps: [String]

  /// Reads the file; lines that make no sense are passed over, so any bytes give something.
  package init(_ bytes: [UInt8]) {
    var parser = RobotsParser()
    for line in RobotsLines(bytes.prefix(Robots.byteLimit)) { parser.read(line) }
    groups = parser.groups
    sitemaps = parser.sitemaps
  }

  /// The rules for a crawler: those of all groups that name it, else those of all groups for `*`.
  ///
  /// - Parameter agent: the crawler's product token, such as `FooBot`, compared without regard to case.
  package func rules(for agent: String) -> RobotsRules {
    let name = Array(agent.lowercased().utf8)
    let own = groups.filter { $0.agents.contains(name) }
    return RobotsRules(of: own.isEmpty ? groups.filter(\.isForAll) : own)
  }

  /// The product token at the beginning of a `User-Agent` header: letters, `_` and `-`.
  package static func productToken(of userAgent: String) -> String {
    String(decoding: userAgent.utf8.prefix(while: isTokenByte), as: UTF8.self)
  }
}

/// Rules and the crawlers that they are for.
package struct RobotsGroup: Sendable, Equatable {
  /// The product tokens, in lower case.
  package var agents: [[UInt8]] = []
  /// Whether one of the `User-agent` lines says `*`.
  package var isForAll = false
  package var rules: [RobotsRule] = []
  /// How many seconds to wait between two requests; nil where the group doesn't say.
  package var crawlDelay: Double?
}

/// One `Allow` or `Disallow` line.
package struct RobotsRule: Sendable, Equatable {
  package var isAllowed: Bool
  package var pattern: RobotsPattern
}

/// What one crawler may do on a site.
package struct RobotsRules: Sendable, Equatable {
  package var rules: [RobotsRule]
  /// The longest of the groups' delays, in seconds.
  package var crawlDelay: Double?

  init(of groups: [RobotsGroup]) {
    rules = groups.flatMap(\.rules)
    crawlDelay = groups.compactMap(\.crawlDelay).max()
  }

  /// Whether the crawler may ask for the address: the longest pattern that matches decides, an `Allow` before
  /// a `Disallow` of the same length.
  ///
  /// - Parameter address: an absolute address, or what comes after its host.
  package func allow(_ address: String) -> Bool {
    let path = robotsPath(of: address)
    var allowed = 0
    var disallowed = 0
    for rule in rules {
      if rule.isAllowed {
        allowed = max(allowed, rule.pattern.lengthAllowing(path))
      } else if rule.pattern.matches(path) {
        disallowed = max(disallowed, rule.pattern.bytes.count)
      }
    }
    return disallowed <= allowed
  }
}

/// Whether a product token may hold the byte: a letter, `_` or `-` (RFC 9309, section 2.2.1).
func isTokenByte(_ byte: UInt8) -> Bool {
  (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
    || byte == UInt8(ascii: "-")
}
