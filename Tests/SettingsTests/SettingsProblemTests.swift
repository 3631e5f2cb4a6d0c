import JSONText
import Settings
import Testing

struct SettingsProblemTests {
  @Test func `takes the place of the value it is about`() {
    let name = Located("north", at: TextPosition(line: 3, column: 9), path: "harbours[1].name")
    #expect(
      name.problem("no such harbour", remedy: "Build it.")
        == SettingsProblem(
          at: TextPosition(line: 3, column: 9), path: "harbours[1].name", "no such harbour", remedy: "Build it."))
  }
}
