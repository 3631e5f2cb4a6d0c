import JSONText
import Settings
import Testing

struct ObjectDocumentationTests {
  private let harbour = Harbour.object.documentation

  @Test func `has every setting in its schema`() throws {
    let schema = harbour.schema
    let properties = try #require(schema["properties"])
    #expect(properties.members.map(\.name) == Harbour.object.settings.map(\.name))
    #expect(schema["required"]?.elements == [.string("name")])
    #expect(schema["additionalProperties"] == .boolean(false))
    #expect(properties["depth"]?["default"] == .integer(10))
    #expect(properties["depth"]?["minimum"] == .integer(1))
    #expect(properties["tide"]?["enum"]?.elements == [.string("low"), .string("high")])
    #expect(properties["piers"]?["items"]?["properties"]?["length"]?["maximum"] == .integer(1000))
    #expect(properties["name"]?["default"] == nil)
    for property in properties.members {
      #expect(property.value["description"]?.text?.isEmpty == false)
      #expect(property.value["examples"]?.elements.count == 1)
    }
  }

  @Test func `puts fixed members first and requires them`() {
    let schema = harbour.schema(fixed: [.init("stage", .string("harbour"))])
    #expect(schema["properties"]?.members.first?.value["const"] == .string("harbour"))
    #expect(schema["required"]?.elements == [.string("stage"), .string("name")])
  }

  @Test func `requires nothing where nothing is required`() {
    #expect(ObjectDocumentation(name: "a", meaning: "b", settings: []).schema["required"] == nil)
  }

  @Test func `has a row for every setting and a section for every object below`() {
    let text = harbour.markdown(level: 2)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first == "## harbour")
    #expect(lines.contains("### pier"))
    for setting in Harbour.object.settings + Pier.object.settings {
      #expect(lines.contains { $0.hasPrefix("| `\(setting.name)` |") }, "\(setting.name)")
    }
    // A bar inside a cell must not end it.
    for line in lines where line.hasPrefix("|") {
      #expect(line.replacing("\\|", with: "").count { $0 == "|" } == 6, "\(line)")
    }
  }

  @Test func `stops at the deepest heading there is`() {
    #expect(harbour.markdown(level: 6).contains("###### pier"))
  }
}
