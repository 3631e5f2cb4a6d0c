import JSONText
import Testing

@testable import Settings

struct SettingTests {
  @Test func `documents itself`() {
    let required = Harbour.name.documentation
    #expect(required.isRequired)
    #expect(required.fallback == nil)
    #expect(required.name == "name")
    let other = Harbour.maxLoss.documentation
    #expect(!other.isRequired)
    #expect(other.fallback == .string("20%"))
    #expect(other.schema == SettingType<Share>.share.schema)
    #expect(Harbour.piers.documentation.objects.map(\.name) == ["pier"])
  }

  @Test func `has an example that it reads itself`() throws {
    for setting in Harbour.object.settings + Pier.object.settings {
      var reader = SettingsReader(filling: Filling(environment: [:], readFile: { _ in nil }, keyedHash: { $0 }))
      let node = try JSONNode(parsing: Array(setting.documentation.example.compact.utf8))
      #expect(setting.read(from: node, of: node, &reader) != nil, "\(setting.name)")
      #expect(reader.problems == [])
    }
  }
}
