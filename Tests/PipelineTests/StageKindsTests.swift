import JSONText
import Pipeline
import Records
import Settings
import Testing

struct StageKindsTests {
  @Test func `every stage is registered, in the order in which records flow`() {
    #expect(StageKind.all.map(\.stage) == Stage.allCases)
  }

  @Test func `every setting has a meaning and an example, and its name stands once`() {
    for object in [PipelineSettings.object.documentation] + StageKind.all.map(\.documentation) {
      var objects = [object]
      while let next = objects.popLast() {
        #expect(Set(next.settings.map(\.name)).count == next.settings.count)
        for setting in next.settings {
          #expect(!setting.meaning.isEmpty)
          #expect(setting.example != .null)
          objects += setting.objects
        }
      }
    }
  }
}
