package import Formats
import JSONText
package import Settings
package import WebAddress

/// What fetch is told: where the documents come from.
package struct FetchSettings: Sendable {
  package var sources: [FetchSource]
  package var http: HTTPSettings

  package init(sources: [FetchSource], http: HTTPSettings = HTTPSettings()) {
    self.sources = sources
    self.http = http
  }

  private static let sources = Setting(
    "sources", SettingType.list(of: FetchSource.type),
    meaning: "Where documents come from. Where two sources have a document of one address, the first listed wins.",
    example: .array([.members(["name": .string("site"), "files": .string("data/site/**/*.html")])]))
  private static let http = Setting(
    "http", HTTPSettings.object.type(), default: HTTPSettings(), shown: nil, decides: false,
    meaning: "How pages are asked for over HTTP; read by sources on the web.",
    example: .members(["contact": .string("https://science.example/bot")]))

  /// The stage's settings.
  package static let object = SettingsObject(
    "fetch", meaning: "Brings the bytes in: which files and pages are documents, and the address of each.",
    [sources, http]
  ) { FetchSettings(sources: $0[sources], http: $0[http]) }
}

/// A source of local files.
package struct FileSource: Sendable {
  package var name: Located<String>
  package var files: [Glob]
  /// The address of each pattern's folder; nil where the files have no addresses on the web.
  package var baseAddress: Address?
  package var isRequired: Bool
  package var maxVanished: Share
  /// How rows are read from those of its files that are data.
  package var rowOptions: RowOptions
  /// Which files inside of archives; none for all that are pages, texts or tables.
  package var members: [Glob]

  private init(_ values: SettingValues) {
    name = values[Self.name]
    files = values[Self.files]
    baseAddress = values[Self.baseURL]
    isRequired = values[Self.required]
    maxVanished = values[Self.maxVanished]
    rowOptions = RowSettings.options(values)
    members = values[Self.members]
  }

  /// A source of what a query or a program gives, which stands in no files of its own.
  init(output name: Located<String>, isRequired: Bool, rowOptions: RowOptions) {
    self.name = name
    files = []
    self.isRequired = isRequired
    maxVanished = Share(percent: 100)
    self.rowOptions = rowOptions
    members = []
  }

  private static let name = Setting(
    "name", SettingType.name.located, meaning: "The source's name, which stands in the column `source` of every row.",
    example: .string("site"))
  private static let filePattern = SettingType.text.converted(name: "file pattern") { text throws(ValueFault) in
    do throws(Glob.Fault) { return try Glob(text) } catch {
      throw ValueFault(error.message, remedy: error.remedy)
    }
  }
  private static let files = Setting(
    "files",
    SettingType.oneOrMany(filePattern),
    meaning:
      "Which files, seen from the config's folder: `*`, `?`, `[a-z]` and `{a,b}` within a name, `**` for any folders. "
      + "`.gz` of each is unpacked. Linked folders are not entered, nor the output folder. Archives (`.zip`, `.tar`, `.tar.gz`, `.tgz`) are read "
      + "in place, each file inside a document of its own; so are the answers in web archives (`.warc`, `.arc`, packed or "
      + "not), under the addresses they were got from.",
    example: .string("data/site/**/*.html"))
  private static let members = Setting<[Glob]>(
    "members",
    SettingType.oneOrMany(filePattern), default: [], shown: nil,
    meaning:
      "Which files inside of archives (`.zip`, `.tar`, `.tar.gz`, `.tgz`), by their names in there. Without it all that "
      + "are pages, or are named as texts or tables.",
    example: .string("**/*.html"))
  private static let baseURL = Setting(
    "base_url",
    SettingType.text.converted(name: "http or https address") { text throws(ValueFault) in
      guard let address = Address(parsing: text), address.isFetchable else {
        throw ValueFault("\"\(text)\" is no http or https address", remedy: "Such as \"https://science.example/\".")
      }
      guard address.path.hasSuffix("/"), address.query == nil, address.fragment == nil else {
        throw ValueFault("a base address ends with \"/\"", remedy: "Add the slash: it stands for the pattern's folder.")
      }
      return address
    }.optional, default: nil, shown: nil,
    meaning:
      "The address that the pattern's fixed folder has on the web. A file's address is this and its path below that "
      + "folder, without `.gz`. Without it the address is `NAME:PATH` and relative links stay as written.",
    example: .string("https://science.example/"))
  private static let required = Setting(
    "required", SettingType.boolean, default: true, shown: .boolean(true), decides: false,
    meaning: "Whether a run stops before publishing when the source has no files or lost too many.",
    example: .boolean(false))
  private static let maxVanished = Setting(
    "max_vanished", SettingType.share, default: Share(percent: 20), shown: .string("20%"), decides: false,
    meaning: "How much of what the last publish knew of this source may be gone before a run stops.",
    example: .string("50%"))

  /// The settings of one source.
  package static let object = SettingsObject(
    "source",
    meaning: """
      Local files: pages, plain texts, and tables as CSV, JSON, JSON Lines or feeds, of which a table's `from` takes the rows by \
      the source's name.
      """, [name, files, members, baseURL, required, maxVanished] + RowSettings.all
  ) { FileSource($0) }
}
