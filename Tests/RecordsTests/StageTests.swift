import Records
import Testing

struct StageTests {
  @Test func `sorts in the order in which records flow`() {
    #expect(
      [Stage.load, .clean, .dedupe, .fetch, .normalize].sorted() == [.fetch, .clean, .normalize, .dedupe, .load])
  }

  @Test func `keeps the names that stores and configs know`() {
    #expect(Stage.allCases.map(\.rawValue) == ["fetch", "clean", "normalize", "dedupe", "load"])
  }
}
