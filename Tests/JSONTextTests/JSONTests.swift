import JSONText
import Testing

struct JSONTests {
  private let value = JSON.members([
    "name": .string("tide"), "count": .integer(-3), "share": .number("1.5"), "list": .array([.null]),
  ])

  @Test func `gives what is asked for where it is of that kind`() {
    #expect(value["name"]?.text == "tide")
    #expect(value["count"]?.integer == -3)
    #expect(value["list"]?.elements == [.null])
    #expect(value.members.map(\.name) == ["name", "count", "share", "list"])
  }

  @Test func `gives nothing where it is of another kind`() {
    #expect(value["missing"] == nil)
    #expect(value["name"]?["a"] == nil)
    #expect(value["count"]?.text == nil)
    #expect(value["share"]?.integer == nil)
    #expect(value["name"]?.elements == [])
    #expect(value["list"]?.members == [])
    #expect(JSON.number("99999999999999999999").integer == nil)
  }
}
