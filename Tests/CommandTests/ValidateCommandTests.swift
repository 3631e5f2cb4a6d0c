import JSONText
import TestSupport
import Testing

@Suite struct ValidateCommandTests {
  /// A config that is wrong in one place: what is written there, and how its line must begin.
  struct Fault: Sendable, CustomTestStringConvertible {
    var config: String
    var expected: String
    var testDescription: String { expected }

    init(_ config: String, _ expected: String) {
      self.config = config
      self.expected = expected
    }

    /// A whole config around one stage's settings.
    init(
      fetch: String = "\"sources\": [{ \"name\": \"a\", \"files\": \"a/*\" }]", rest: String = "", _ expected: String
    ) {
      config = """
        { "name": "x", "stages": [
        { "stage": "fetch", \(fetch) },
        \(rest.isEmpty ? "{ \"stage\": \"clean\" }, { \"stage\": \"normalize\" }" : rest),
        { "stage": "load" } ] }
        """
      self.expected = expected
    }
  }

  static let faults = [
    Fault("", "1:1: "),
    Fault("[]", "1:1: an object (pipeline) was expected, here is a list"),
    Fault("{ \"name\": \"x\", \"name\": \"y\" }", "1:16: "),
    Fault("{ \"name\": \"x\" ", "1:1: this object is never closed."),
    Fault(
      "{ \"nmae\": \"x\", \"stages\": [{ \"stage\": \"load\" }] }",
      "1:3: nmae: \"nmae\" is no setting of a pipeline. Did you mean \"name\"?"),
    Fault("{ \"name\": \"x\" }", "1:1: \"stages\" is missing"),
    Fault("{ \"name\": \"\", \"stages\": [] }", "1:11: name: an empty text means nothing here"),
    Fault(
      "{ \"name\": \"x\", \"max_rejects\": 10,\n \"stages\": [] }",
      "1:31: max_rejects: a percentage such as \"10%\" was expected"),
    Fault(
      "{ \"name\": \"x\", \"retain\": { \"runs\": 0 },\n \"stages\": [] }",
      "1:36: retain.runs: a whole number from 1 to 10000 was expected"),
    Fault(
      "{ \"name\": \"x\", \"stages\": [{ \"stage\": \"clena\" }] }",
      "1:38: stages[0].stage: \"clena\" is no stage. Did you mean \"clean\"?"),
    Fault(
      "{ \"name\": \"x\", \"stages\": [{ \"sources\": [] }] }", "1:27: stages[0]: an object with \"stage\" was expected"
    ),
    Fault(fetch: "\"sources\": []", "2:32: stages[0].sources: an empty list means nothing here"),
    Fault(
      fetch: "\"sources\": [{ \"name\": \"A b\", \"files\": \"a/*\" }]",
      "2:43: stages[0].sources[0].name: \"A b\" is no name"),
    Fault(fetch: "\"sources\": [{ \"name\": \"a\" }]", "2:33: stages[0].sources[0]: \"files\" is missing"),
    Fault(fetch: "\"sources\": [{ \"name\": \"a\", \"files\": \"../up/*\" }]", "2:57: stages[0].sources[0].files: "),
    Fault(fetch: "\"sources\": [{ \"name\": \"a\", \"files\": \"a/[z\" }]", "2:5"),
    Fault(
      fetch: "\"sources\": [{ \"name\": \"a\", \"files\": \"a/*\", \"base_url\": \"gazette.example\" }]",
      "2:76: stages[0].sources[0].base_url: \"gazette.example\" is no http or https address"),
    Fault(
      fetch: "\"sources\": [{ \"name\": \"a\", \"files\": \"a/*\", \"base_url\": \"https://gazette.example/x\" }]",
      "2:76: stages[0].sources[0].base_url: a base address ends with \"/\""),
    Fault(
      fetch: "\"sources\": [{ \"name\": \"a\", \"files\": \"a/*\", \"required\": \"no\" }]",
      "2:76: stages[0].sources[0].required: true or false was expected, here is a text"),
    Fault(
      fetch: "\"sources\": [{ \"name\": \"a\", \"files\": \"${NO_SUCH_VARIABLE}\" }]",
      "2:57: stages[0].sources[0].files: the environment variable NO_SUCH_VARIABLE is not set"),
    Fault(
      fetch: "\"sources\": [{ \"name\": \"a\", \"files\": \"${file:no-such-file}\" }]",
      "2:57: stages[0].sources[0].files: the file no-such-file can't be read"),
    Fault(
      fetch: "\"sources\": [{ \"name\": \"a\", \"files\": \"a\" }, { \"name\": \"a\", \"files\": \"b\" }]",
      "2:74: stages[0].sources[1].name: there is another source \"a\""),
    Fault(
      rest:
        "{ \"stage\": \"clean\", \"items\": [{ \"table\": \"c\", \"each\": \"a >\" }] }, { \"stage\": \"normalize\" }",
      "3:5"),
    Fault(
      rest:
        "{ \"stage\": \"clean\", \"items\": [{ \"table\": \"page\", \"each\": \"a\" }] }, { \"stage\": \"normalize\" }",
      "3:42: stages[1].items[0].table: \"page\" is what normalize calls every page's own"),
    Fault(rest: "{ \"stage\": \"clean\" }", "4:1: stages[2]: load needs normalize before it"),
    Fault(
      rest: "{ \"stage\": \"clean\" }, { \"stage\": \"clean\" }, { \"stage\": \"normalize\" }",
      "3:23: stages[2]: clean stands twice or too late"),
    Fault(
      rest: table("\"from\": \"cards\", \"columns\": { \"t\": \"text\" }"),
      "5:9: stages[2].tables[0].from: there is no \"cards\" to make rows from"),
    Fault(
      rest: table("\"from\": \"page\", \"columns\": { \"t\": \"txt\" }"),
      "5:35: stages[2].tables[0].columns.t: \"txt\" is no type of column. Did you mean \"text\"?"),
    Fault(
      rest: table("\"from\": \"page\", \"columns\": { \"titel\": \"text\" }"),
      "5:30: stages[2].tables[0].columns.titel: there is no field \"titel\" to read. Did you mean \"title\"?"),
    Fault(
      rest: table("\"from\": \"page\", \"columns\": { \"id\": { \"type\": \"text\", \"from\": \"title\" } }"),
      "5:30: stages[2].tables[0].columns.id: the column id would stand twice"),
    Fault(
      rest: table("\"from\": \"page\", \"key\": \"x\", \"columns\": { \"title\": \"text\" }"),
      "5:24: stages[2].tables[0].key: there is no column \"x\""),
    Fault(
      rest: table("\"from\": \"page\", \"sources\": [\"b\"], \"columns\": { \"title\": \"text\" }"),
      "5:29: stages[2].tables[0].sources[0]: there is no source \"b\""),
    Fault(
      rest: table("\"from\": \"page\", \"columns\": { \"title\": { \"type\": \"text\", \"on_error\": \"skip\" } }"),
      "5:69: stages[2].tables[0].columns.title.on_error: one of null, ignore, reject, quarantine, stop was expected"),
    Fault(
      rest: dedupe("\"table\": \"pages\", \"exact\": [\"txet\"]"),
      "5:63: stages[3].tables[0].exact[0]: there is no column \"txet\". Did you mean \"text\"?"),
    Fault(
      rest: dedupe("\"table\": \"page\""),
      "5:44: stages[3].tables[0].table: there is no table \"page\". Did you mean \"pages\"?"),
    Fault(rest: dedupe("\"table\": \"pages\", \"survivor\": \"latest\""), "5:"),
    Fault(rest: dedupe("\"table\": \"pages\", \"survivor_by\": \"words\""), "5:"),
  ]

  private static func table(_ settings: String) -> String {
    "{ \"stage\": \"clean\" },\n{ \"stage\": \"normalize\", \"tables\": [{ \"table\": \"t\",\n\(settings) }] }"
  }

  private static func dedupe(_ settings: String) -> String {
    "{ \"stage\": \"clean\" },\n{ \"stage\": \"normalize\" },\n{ \"stage\": \"dedupe\", \"tables\": [{ \(settings) }] }"
  }

  @Test(arguments: faults)
  func `a wrong config is told by line, column and key, and nothing is written`(_ fault: Fault) throws {
    let project = try SampleProject()
    try project.folder.write(fault.config, to: "pipeline.json")
    for command in ["validate", "run", "plan"] {
      let run = try project.sluice(command)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errorLines.contains { $0.hasPrefix("pipeline.json:\(fault.expected)") }, "\(run.errors)")
    }
    #expect(!project.exists("out"))
  }

  @Test func `several faults are told at once, in the order of the file`() throws {
    let project = try SampleProject()
    try project.folder.write(
      """
      { "name": "x", "max_rejects": "ten",
        "stages": [
          { "stage": "fetch", "sources": [{ "name": "A", "files": "a/*" }] },
          { "stage": "clean", "itmes": [] },
          { "stage": "normalise" },
          { "stage": "load", "to": "elsewhere" } ] }
      """, to: "pipeline.json")
    let run = try project.sluice("validate")
    #expect(run.status == 2)
    let places = run.errorLines.map { $0.split(separator: ":").prefix(3).joined(separator: ":") }
    #expect(
      places == [
        "pipeline.json:1:31", "pipeline.json:3:47", "pipeline.json:4:25", "pipeline.json:5:16", "pipeline.json:6:24",
      ])
  }

  @Test func `a right config is called valid, or shown with its defaults as JSON`() throws {
    let project = try SampleProject()
    let text = try project.sluice("validate")
    #expect(text.status == 0)
    #expect(text.output == "pipeline.json is valid: fetch, clean, normalize, dedupe, load\n")
    let json = try project.json("validate")
    #expect(json["max_rejects"]?.text == "10%")
    #expect(json["stages"]?.elements.first?["sources"]?.elements.first?["max_vanished"]?.text == "20%")
    #expect(try project.sluice("validate", "--quiet").output.isEmpty)
    #expect(!project.exists("out"))
  }
}
