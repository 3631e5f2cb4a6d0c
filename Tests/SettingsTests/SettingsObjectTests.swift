import JSONText
import Settings
import Testing

struct SettingsObjectTests {
  private func read(_ text: String) throws -> (reading: Reading<Harbour>?, problems: [SettingsProblem]) {
    try SettingsTests.read(text, as: Harbour.object.type())
  }

  @Test func `gives every setting its value or its default`() throws {
    let (reading, problems) = try read(#"{ "piers": [{"length": 30}], "name": "north", "boats": "gull" }"#)
    let harbour = try #require(reading?.value)
    #expect(problems == [])
    #expect(harbour.name.value == "north")
    #expect(harbour.depth == 10)
    #expect(harbour.tide == .low)
    #expect(harbour.isOpen)
    #expect(harbour.maxLoss == Share(percent: 20))
    #expect(harbour.piers.map(\.length) == [30])
    #expect(harbour.boats == ["gull"])
    #expect(harbour.note == nil)
  }

  @Test func `resolves to the same text however the file is laid out`() throws {
    let first = try read(#"{ "name": "north", "depth": 12, "boats": "gull" }"#).reading
    let second = try read("{ // a comment\n \"boats\": [\"gull\"],\n \"depth\": 12, \"name\": \"north\", }").reading
    #expect(try #require(first).resolved.canonical == #require(second).resolved.canonical)
  }

  @Test func `resolves defaults too`() throws {
    let resolved = try #require(try read(#"{ "name": "north" }"#).reading).resolved
    #expect(
      resolved.canonical
        == #"{"depth":10,"max_loss":"20%","name":"north","open":true,"piers":[],"tide":"low"}"#)
    let explicit = try read(#"{ "name": "north", "depth": 10, "tide": "low", "open": true }"#).reading
    #expect(try #require(explicit).resolved.canonical == resolved.canonical)
  }

  @Test func `leaves policies out of what decides, on every level`() throws {
    let text = #"{ "name": "north", "open": OPEN, "max_loss": "LOSS%", "piers": [{"length": 30, "lamp": "LAMP"}] }"#
    let some = try read(
      text.replacing("OPEN", with: "true").replacing("LOSS", with: "5").replacing("LAMP", with: "red"))
    let other = try read(
      text.replacing("OPEN", with: "false").replacing("LOSS", with: "7").replacing("LAMP", with: "green"))
    let (a, b) = (try #require(some.reading), try #require(other.reading))
    #expect(a.deciding.canonical == b.deciding.canonical)
    #expect(a.resolved.canonical != b.resolved.canonical)
    #expect(a.deciding.canonical == #"{"depth":10,"name":"north","piers":[{"length":30}],"tide":"low"}"#)
  }

  @Test func `changes what decides when a deciding setting changes`() throws {
    let a = try #require(try read(#"{ "name": "north", "piers": [{"length": 30}] }"#).reading)
    let b = try #require(try read(#"{ "name": "north", "piers": [{"length": 31}] }"#).reading)
    #expect(a.deciding.canonical != b.deciding.canonical)
  }

  @Test func `asks whether an unknown setting was meant to be another`() throws {
    let (reading, problems) = try read("{ \"name\": \"north\",\n  \"dephts\": 12 }")
    #expect(reading == nil)
    #expect(problems.map(\.place) == ["2:3 dephts"])
    #expect(problems.first?.remedy.contains("\"depth\"") == true)
  }

  @Test func `lists what there is when nothing is near`() throws {
    let problem = try #require(try read(#"{ "name": "north", "xylophone": 1 }"#).problems.first)
    for setting in Harbour.object.settings { #expect(problem.remedy.contains(setting.name)) }
  }

  @Test func `says what is missing, at its object`() throws {
    let (reading, problems) = try read("{ \"name\": \"north\", \"piers\": [\n {\"lamp\": \"red\"} ] }")
    #expect(reading == nil)
    #expect(problems.map(\.place) == ["2:2 piers[0]"])
    #expect(problems.first?.message.contains("length") == true)
  }

  @Test func `reports all problems in one go, each at its place`() throws {
    let (reading, problems) = try read(
      """
      {
        "depth": "deep",
        "tide": "hihg", "piers": [
          {"length": 0}, {"length": 5, "lamp": 3}, 7
        ],
        "boats": ["gull", false], "signals": {"Fog": "horn"}, "colour": "blue",
        "max_loss": "120%", "open": "yes"
      }
      """)
    #expect(reading == nil)
    let places = [
      "1:1 ", "2:12 depth", "3:11 tide", "4:16 piers[0].length", "4:42 piers[1].lamp", "4:46 piers[2]",
      "6:21 boats[1]", "6:41 signals.Fog", "6:57 colour", "7:15 max_loss", "7:31 open",
    ]
    #expect(Set(problems.map(\.place)) == Set(places))
    #expect(problems.count == places.count)
    #expect(problems.first { $0.path == "tide" }?.remedy.contains("\"high\"") == true)
  }

  @Test(arguments: ["[]", "\"north\"", "1", "null", "true"])
  func `refuses what is no object`(text: String) throws {
    let (reading, problems) = try read(text)
    #expect(reading == nil)
    #expect(problems.map(\.place) == ["1:1 "])
  }

  @Test func `passes over members that are read elsewhere`() throws {
    let type = Pier.object.type(ignoring: ["stage"])
    let (reading, problems) = try SettingsTests.read(#"{ "stage": "pier", "length": 3 }"#, as: type)
    #expect(problems == [])
    #expect(reading?.resolved.canonical == #"{"length":3}"#)
    #expect(try SettingsTests.read(#"{ "stagee": "pier", "length": 3 }"#, as: type).problems.count == 1)
  }

  @Test func `knows where a located value stands`() throws {
    let name = try #require(try read("{\n  \"name\": \"north\" }").reading).value.name
    #expect(name.position == TextPosition(line: 2, column: 11))
    #expect(name.path == "name")
  }

  @Test func `ends the program when a setting is used that its object doesn't declare`() async {
    await #expect(processExitsWith: .failure) {
      let object = SettingsObject("pier", meaning: "Without its length.", [Pier.lamp]) { $0[Pier.length] }
      _ = try SettingsTests.read("{}", as: object.type())
    }
  }
}
