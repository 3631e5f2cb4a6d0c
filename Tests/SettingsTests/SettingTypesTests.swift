import JSONText
import Settings
import Testing

struct SettingTypesTests {
  private func isRead<Value>(_ text: String, as type: SettingType<Value>) throws -> Bool {
    let (reading, problems) = try read(text, as: type)
    #expect((reading == nil) == !problems.isEmpty)
    return reading != nil
  }

  @Test(arguments: [
    ("\"a\"", true), ("\" \"", true), ("\"\"", false), ("1", false), ("null", false), ("[\"a\"]", false),
  ])
  func `reads texts that aren't empty`(text: String, isGood: Bool) throws {
    #expect(try isRead(text, as: SettingType<String>.text) == isGood)
  }

  @Test(arguments: [
    ("a", true), ("job_postings", true), ("a1_", true), (String(repeating: "a", count: 63), true),
    (String(repeating: "a", count: 64), false), ("A", false), ("1a", false), ("_a", false), ("a-b", false),
    ("é", false),
    ("a b", false), ("", false),
  ])
  func `reads names`(name: String, isGood: Bool) throws {
    #expect(try isRead(JSON.string(name).compact, as: SettingType<String>.name) == isGood)
    #expect(isName(name) == isGood)
  }

  @Test(arguments: [("true", true), ("false", true), ("\"true\"", false), ("1", false), ("null", false)])
  func `reads true and false`(text: String, isGood: Bool) throws {
    #expect(try isRead(text, as: SettingType<Bool>.boolean) == isGood)
  }

  @Test(arguments: [
    ("1", true), ("100", true), ("0", false), ("101", false), ("-5", false), ("1.0", false), ("1e1", false),
    ("\"5\"", false), ("99999999999999999999", false),
  ])
  func `reads whole numbers in their range`(text: String, isGood: Bool) throws {
    #expect(try isRead(text, as: SettingType<Int>.integer(1...100)) == isGood)
  }

  @Test(arguments: [
    ("10%", 1000, "10%"), ("0%", 0, "0%"), ("100%", 10_000, "100%"), ("2.5%", 250, "2.5%"), ("10 %", 1000, "10%"),
    ("10.0%", 1000, "10%"), ("0.01%", 1, "0.01%"),
  ])
  func `reads percentages exactly`(text: String, basisPoints: Int, resolved: String) throws {
    let reading = try #require(try read("\"\(text)\"", as: SettingType<Share>.share).reading)
    #expect(reading.value.basisPoints == basisPoints)
    #expect(reading.resolved == .string(resolved))
  }

  @Test(arguments: ["\"10\"", "\"%\"", "\"-1%\"", "\"101%\"", "\"ten%\"", "\"nan%\"", "\"inf%\"", "10", "0.1", "null"])
  func `refuses what is no percentage`(text: String) throws {
    #expect(try !isRead(text, as: SettingType<Share>.share))
  }

  @Test(arguments: [(10, 100, false), (11, 100, true), (0, 0, false), (1, 0, true), (1, 10, false), (2, 19, true)])
  func `compares shares exactly`(part: Int, whole: Int, isExceeded: Bool) {
    #expect(Share(percent: 10).isExceeded(by: part, of: whole) == isExceeded)
  }

  @Test(arguments: [
    ("\"low\"", true, ""), ("\"hgih\"", false, "\"high\""), ("\"LOW\"", false, "\"low\""), ("1", false, ""),
    ("null", false, ""),
  ])
  func `reads one of a few words`(text: String, isGood: Bool, meant: String) throws {
    let (reading, problems) = try read(text, as: SettingType<Harbour.Tide>.choice)
    #expect((reading != nil) == isGood)
    if !meant.isEmpty { #expect(problems.first?.remedy.contains(meant) == true) }
  }

  @Test func `reads lists, and all the problems in them`() throws {
    let type = SettingType.list(of: SettingType.integer(1...9))
    #expect(try read("[3, 1]", as: type).reading?.value == [3, 1])
    #expect(try read("[0, 1, true]", as: type).problems.map(\.place) == ["1:2 [0]", "1:8 [2]"])
    #expect(try read("[]", as: type).problems.map(\.place) == ["1:1 "])
    #expect(try read("3", as: type).problems.map(\.place) == ["1:1 "])
    #expect(try read("[]", as: SettingType.list(of: SettingType.boolean, mayBeEmpty: true)).reading?.value == [])
  }

  @Test func `takes one as a list of one`() throws {
    let type = SettingType.oneOrMany(SettingType.text)
    let (one, many) = (try read("\"a\"", as: type).reading, try read("[\"a\"]", as: type).reading)
    #expect(one?.value == ["a"])
    #expect(one?.resolved == many?.resolved)
    #expect(one?.deciding == many?.deciding)
    #expect(try read("[]", as: type).reading == nil)
    #expect(try read("{}", as: type).problems.count == 1)
  }

  @Test func `keeps the order of objects with free names`() throws {
    let (reading, problems) = try read("{\"z\": \"1\",\n \"a\": \"2\"}", as: SettingType.named(SettingType.text))
    let values = try #require(reading?.value)
    #expect(problems == [])
    #expect(values.map(\.name.value) == ["z", "a"])
    #expect(values.map(\.value) == ["1", "2"])
    #expect(values[1].name.position == TextPosition(line: 2, column: 2))
    #expect(reading?.resolved.compact == #"{"z":"1","a":"2"}"#)
  }

  @Test(arguments: [("{}", "1:1 "), ("{\"Bad\": \"1\"}", "1:2 Bad"), ("{\"a\": 1}", "1:7 a"), ("[]", "1:1 ")])
  func `refuses objects with wrong names or values`(text: String, place: String) throws {
    #expect(try read(text, as: SettingType.named(SettingType.text)).problems.map(\.place) == [place])
  }
}
