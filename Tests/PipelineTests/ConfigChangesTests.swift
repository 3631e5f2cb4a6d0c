import Pipeline
import Testing

struct ConfigChangesTests {
  private let old = """
    {"name":"a","stages":[{"stage":"fetch","sources":[{"name":"site","files":["x"]}]},{"stage":"load"}]}
    """

  @Test func `equal configs have no changes`() {
    #expect(configChanges(from: old, to: old).isEmpty)
  }

  @Test func `names stages and sources by their names`() {
    let new = old.replacing("\"x\"", with: "\"y\"")
    #expect(configChanges(from: old, to: new) == ["stages[fetch].sources[site].files[0]: \"x\" -> \"y\""])
  }

  @Test func `a stage more does not move the others`() {
    let new = old.replacing("{\"stage\":\"load\"}", with: "{\"stage\":\"dedupe\"},{\"stage\":\"load\"}")
    #expect(configChanges(from: old, to: new) == ["stages[dedupe].stage: not set -> \"dedupe\""])
  }
}
