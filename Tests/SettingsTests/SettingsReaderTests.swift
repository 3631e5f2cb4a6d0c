import JSONText
import Settings
import Testing

struct SettingsReaderTests {
  @Test func `knows the path of what it reads`() throws {
    var reader = SettingsReader(filling: Filling(environment: [:], readFile: { _ in nil }, keyedHash: { $0 }))
    let node = JSONNode(.null, at: TextPosition(line: 4, column: 2))
    reader.below("stages") { reader in
      reader.below("[0]") { reader in
        reader.below("sources") {
          $0.below("[12]") { $0.below("files") { $0.report(node, "wrong", remedy: "Mend it.") } }
        }
        reader.report(node, "also wrong")
      }
    }
    #expect(reader.currentPath == "")
    #expect(
      reader.problems == [
        SettingsProblem(at: node.position, path: "stages[0].sources[12].files", "wrong", remedy: "Mend it."),
        SettingsProblem(at: node.position, path: "stages[0]", "also wrong"),
      ])
  }
}
