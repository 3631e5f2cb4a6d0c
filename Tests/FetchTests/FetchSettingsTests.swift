import Fetch
import JSONText
import Settings
import Testing
import WebAddress

/// Fetch's sources of files as a config writes them; records what can't be read as an issue.
func sources(_ text: String) throws -> [FileSource] {
  let (settings, problems) = try fetchSettings(text)
  #expect(problems == [])
  return try #require(settings).value.sources.compactMap { if case .files(let source) = $0 { source } else { nil } }
}

/// Reads the `sources`, and the `http`, of a config.
func fetchSettings(
  _ text: String, http: String = "{}"
) throws -> (reading: Reading<FetchSettings>?, problems: [SettingsProblem]) {
  let node = try JSONNode(parsing: Array("{ \"sources\": \(text), \"http\": \(http) }".utf8), relaxed: true)
  var reader = SettingsReader(filling: Filling(environment: [:], readFile: { _ in nil }, keyedHash: { $0 }))
  let reading = FetchSettings.object.type().read(node, &reader)
  return (reading, reader.problems)
}

struct FetchSettingsTests {
  @Test func `reads sources`() throws {
    let sources = try sources(
      """
      [ { "name": "site", "files": "data/**/*.html", "base_url": "https://science.example/x/" },
        { "name": "notes", "files": ["a.txt", "b.txt"], "required": false, "max_vanished": "50%" } ]
      """)
    #expect(sources.map(\.name.value) == ["site", "notes"])
    #expect(sources[0].files.map(\.pattern) == ["data/**/*.html"])
    #expect(sources[0].baseAddress?.href == "https://science.example/x/")
    #expect(sources[0].isRequired)
    #expect(sources[0].maxVanished == Share(percent: 20))
    #expect(sources[1].files.map(\.pattern) == ["a.txt", "b.txt"])
    #expect(sources[1].baseAddress == nil)
    #expect(!sources[1].isRequired)
    #expect(sources[1].maxVanished == Share(percent: 50))
  }

  @Test(arguments: [
    ("\"files\": \"[a\"", "files"), ("\"files\": [\"a\", \"../b\"]", "files[1]"), ("\"files\": []", "files"),
    ("\"files\": \"a\", \"base_url\": \"science.example\"", "base_url"),
    ("\"files\": \"a\", \"base_url\": \"ftp://science.example/\"", "base_url"),
    ("\"files\": \"a\", \"base_url\": \"https://science.example/x\"", "base_url"),
    ("\"files\": \"a\", \"base_url\": \"https://science.example/?a\"", "base_url"),
    ("\"files\": \"a\", \"base_url\": \"https://science.example/#a\"", "base_url"),
    ("\"files\": \"a\", \"max_vanished\": \"x\"", "max_vanished"), ("\"files\": \"a\", \"fiels\": \"b\"", "fiels"),
  ])
  func `reports what is wrong with a source`(text: String, path: String) throws {
    let (reading, problems) = try fetchSettings("[{ \"name\": \"site\", \(text) }]")
    #expect(reading == nil)
    #expect(problems.map(\.path) == ["sources[0].\(path)"])
  }

  @Test func `leaves out of what decides what only a run's end looks at`() throws {
    let plain = try fetchSettings(#"[{ "name": "site", "files": "a" }]"#).reading
    let tolerant = try fetchSettings(#"[{ "name": "site", "files": "a", "required": false, "max_vanished": "9%" }]"#)
      .reading
    #expect(try #require(plain).deciding.canonical == #require(tolerant).deciding.canonical)
    let other = try fetchSettings(#"[{ "name": "site", "files": "a", "base_url": "http://a.example/" }]"#).reading
    #expect(try #require(plain).deciding.canonical != #require(other).deciding.canonical)
  }
}
