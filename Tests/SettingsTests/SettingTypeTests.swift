import JSONText
import Settings
import Testing

struct SettingTypeTests {
  private let even = SettingType.text.converted(name: "even text") { text throws(ValueFault) in
    guard text.count % 2 == 0 else { throw ValueFault("odd", remedy: "Add one.", offset: text.count - 1) }
    return text.count
  }

  @Test func `turns values into something else and keeps how they resolve`() throws {
    let reading = try #require(try read("\"abcd\"", as: even).reading)
    #expect(reading.value == 4)
    #expect(reading.resolved == .string("abcd"))
    #expect(even.name == "even text")
    #expect(even.schema == SettingType<String>.text.schema)
  }

  @Test func `points into the text at the fault`() throws {
    let (reading, problems) = try read("[1,\n  \"abc\"]", as: SettingType.list(of: even))
    #expect(reading == nil)
    #expect(problems.map(\.place) == ["1:2 [0]", "2:6 [1]"])
    #expect(problems.last?.message == "odd")
    #expect(problems.last?.remedy == "Add one.")
  }

  @Test func `says where a value stands`() throws {
    let located = try #require(try read("[ \"ab\"]", as: SettingType.list(of: even.located)).reading).value[0]
    #expect(located.value == 2)
    #expect(located.position == TextPosition(line: 1, column: 3))
    #expect(located.path == "[0]")
  }
}
