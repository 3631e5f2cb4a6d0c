import JSONText
package import Settings

/// How pages are asked for over HTTP: who asks, how fast, how long and how much at most.
package struct HTTPSettings: Sendable {
  /// Where a site's owner reaches whoever runs this; without it nothing is asked for.
  package var contact: String?
  package var agent = "Sluice"
  package var connections = 64
  package var perHost = 2
  package var delay = Duration.milliseconds(500)
  package var budget = 20_000
  package var tries = 4
  package var longestWait = Duration.seconds(120)
  package var redirects = 10
  package var timeouts = HTTPTimeouts()
  /// Bytes a second, measured over a whole body.
  package var minimumRate = 200
  /// Bytes of a body, both as sent and unpacked.
  package var maxSize = documentSizeLimit
  package var mediaTypes = MediaType.pages
  /// Hosts (`name` or `name:port`) that may stand in a private network.
  package var allowPrivate: [String] = []
  package var honoursMaxAge = false
  /// After so many requests in a row without an answer a host is left alone.
  package var failuresUntilDown = 8

  package init() {}

  /// As `User-Agent` says it.
  package var userAgent: String { "\(agent) (+\(contact ?? ""))" }

  private static let contact = Setting(
    "contact",
    SettingType.text.converted(name: "text") { text throws(ValueFault) in
      guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x28 && $0 != 0x29 }) else {
        throw ValueFault("a contact is one word of ASCII", remedy: "Give an address of the web or of mail.")
      }
      return text
    }.optional, default: nil, shown: nil, decides: false,
    meaning:
      "Where the owner of a site reaches whoever runs this: a page or a mail address. It stands in `User-Agent`; "
      + "sources on the web need it.",
    example: .string("https://science.example/bot"))
  private static let agent = Setting(
    "agent",
    SettingType.text.converted(name: "product name") { text throws(ValueFault) in
      let isToken = text.utf8.allSatisfy {
        (65...90).contains($0 & 0xDF) || (48...57).contains($0) || [45, 46, 47, 95].contains($0)
      }
      guard isToken, !text.hasPrefix("/") else {
        throw ValueFault("\"\(text)\" is no product name", remedy: "Such as \"GazetteBot/2.1\".")
      }
      return text
    }, default: "Sluice", shown: .string("Sluice"), decides: false,
    meaning: "The name in `User-Agent`; what stands before a slash is the name that robots.txt rules are looked up by.",
    example: .string("GazetteBot/2.1"))
  private static let connections = Setting(
    "connections", SettingType.integer(1...1024), default: 64, shown: .integer(64), decides: false,
    meaning: "Requests under way at once, over all hosts.", example: .integer(16))
  private static let perHost = Setting(
    "per_host", SettingType.integer(1...256), default: 2, shown: .integer(2), decides: false,
    meaning: "Requests under way at once at one host, at most; fewer while it is slow or fails.", example: .integer(1))
  private static let delay = Setting(
    "delay", SettingType.duration(.zero ... .seconds(3600)), default: .milliseconds(500), shown: .string("500ms"),
    decides: false,
    meaning:
      "Time between the starts of two requests to one host, at least; longer while it is slow or fails, and where its "
      + "robots.txt asks for more.",
    example: .string("2s"))
  private static let budget = Setting(
    "host_budget", SettingType.integer(1...100_000_000), default: 20_000, shown: .integer(20_000), decides: false,
    meaning: "Requests to one host in one run, at most; the rest waits for the next run.", example: .integer(1000))
  private static let tries = Setting(
    "tries", SettingType.integer(1...10), default: 4, shown: .integer(4), decides: false,
    meaning: "How often an address is asked for before the run gives it up.", example: .integer(2))
  private static let longestWait = Setting(
    "longest_wait", SettingType.duration(.milliseconds(1) ... .seconds(3600)), default: .seconds(120),
    shown: .string("2m"), decides: false,
    meaning: "The longest wait before another try, whatever `Retry-After` asks for.", example: .string("10m"))
  private static let redirects = Setting(
    "redirects", SettingType.integer(0...50), default: 10, shown: .integer(10), decides: false,
    meaning: "How many redirects are followed from one address.", example: .integer(3))
  private static let timeouts = Setting(
    "timeouts", HTTPTimeouts.object.type(), default: HTTPTimeouts(), shown: nil, decides: false,
    meaning: "How long each part of an answer may take.", example: .members(["first_byte": .string("10s")]))
  private static let minimumRate = Setting(
    "minimum_rate", SettingType.integer(0...1_000_000_000), default: 200, shown: .integer(200), decides: false,
    meaning: "Bytes a second that a body has to come at, from ten seconds after its start.", example: .integer(1000))
  private static let maxSize = Setting(
    "max_size", SettingType.integer(1...documentSizeLimit), default: documentSizeLimit,
    shown: .integer(documentSizeLimit), decides: false,
    meaning: "Bytes of a body, at most, both as it is sent and unpacked.", example: .integer(5_000_000))
  private static let mediaTypes = Setting(
    "media_types", SettingType.list(of: SettingType.text), default: MediaType.pages,
    shown: .array(MediaType.pages.map { .string($0) }), decides: false,
    meaning:
      "Which types of content are kept. Where a server names none, or one that its bytes contradict, the bytes decide.",
    example: .array([.string("text/html")]))
  private static let allowPrivate = Setting(
    "allow_private", SettingType.list(of: SettingType.text, mayBeEmpty: true), default: [], shown: .array([]),
    decides: false,
    meaning:
      "Hosts, as `name` or `name:port`, that may stand in a private network or on this machine. All others are "
      + "refused there, whatever their names resolve to.",
    example: .array([.string("intranet.example")]))
  private static let maxAge = Setting(
    "honour_max_age", SettingType.boolean, default: false, shown: .boolean(false), decides: false,
    meaning: "Whether a page is left alone while the server's `Cache-Control: max-age` calls it fresh.",
    example: .boolean(true))

  /// The settings under `http`.
  package static let object = SettingsObject(
    "http", meaning: "How pages are asked for over HTTP. Proxies are taken from the environment, as curl does.",
    [
      contact, agent, connections, perHost, delay, budget, tries, longestWait, redirects, timeouts, minimumRate,
      maxSize, mediaTypes, allowPrivate, maxAge,
    ]
  ) { values in
    var settings = HTTPSettings()
    settings.contact = values[contact]
    settings.agent = values[agent]
    settings.connections = values[connections]
    settings.perHost = values[perHost]
    settings.delay = values[delay]
    settings.budget = values[budget]
    settings.tries = values[tries]
    settings.longestWait = values[longestWait]
    settings.redirects = values[redirects]
    settings.timeouts = values[timeouts]
    settings.minimumRate = values[minimumRate]
    settings.maxSize = values[maxSize]
    settings.mediaTypes = values[mediaTypes].map { $0.lowercased() }
    settings.allowPrivate = values[allowPrivate].map { $0.lowercased() }
    settings.honoursMaxAge = values[maxAge]
    return settings
  }
}

/// How long each part of an answer may take.
package struct HTTPTimeouts: Hashable, Sendable {
  package var connect = Duration.seconds(10)
  package var firstByte = Duration.seconds(30)
  package var idle = Duration.seconds(20)
  package var whole = Duration.seconds(300)

  package init() {}

  private static let span = Duration.milliseconds(1) ... .seconds(86_400)
  private static let connect = Setting(
    "connect", SettingType.duration(span), default: .seconds(10), shown: .string("10s"), decides: false,
    meaning: "To find the host's address, connect and agree on TLS.", example: .string("5s"))
  private static let firstByte = Setting(
    "first_byte", SettingType.duration(span), default: .seconds(30), shown: .string("30s"), decides: false,
    meaning: "From then on until the answer's headers are there.", example: .string("10s"))
  private static let idle = Setting(
    "idle", SettingType.duration(span), default: .seconds(20), shown: .string("20s"), decides: false,
    meaning: "Without a byte of a body that is not over.", example: .string("5s"))
  private static let whole = Setting(
    "whole", SettingType.duration(span), default: .seconds(300), shown: .string("5m"), decides: false,
    meaning: "For the whole answer.", example: .string("1m"))

  /// The settings under `timeouts`.
  static let object = SettingsObject(
    "timeouts", meaning: "How long each part of an answer may take.", [connect, firstByte, idle, whole]
  ) { values in
    var timeouts = HTTPTimeouts()
    timeouts.connect = values[connect]
    timeouts.firstByte = values[firstByte]
    timeouts.idle = values[idle]
    timeouts.whole = values[whole]
    return timeouts
  }
}
