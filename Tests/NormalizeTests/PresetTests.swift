import Foundation
import Normalize
import Testing

struct PresetTests {
  private let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()

  private func files(_ folder: String) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).standardized.path))
  }

  /// `job_postings` as its file begins: `JobPostings`.
  private func file(_ name: String) -> String {
    name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  @Test func `the registry holds every file of its folder, and each has a test of its name`() throws {
    let names = PresetRegistry.all.map { file($0.name) }
    #expect(try files("../../Sources/Normalize/Presets") == Set(names.map { "\($0)Preset.swift" }))
    #expect(try files("Presets") == Set(names.map { "\($0)PresetTests.swift" }))
  }

  @Test func `every column is described, has a name of its own, and reads fields that its origins offer`() {
    for preset in PresetRegistry.all {
      #expect(preset.meaning.hasSuffix("."))
      #expect(Set(preset.columns.map(\.name)).count == preset.columns.count)
      let offered = preset.from.map(Origin.fields)
      for column in preset.columns {
        #expect(column.description?.hasSuffix(".") == true, "\(preset.name).\(column.name)")
        let isRead = column.from.contains { field in
          field.hasPrefix(Origin.pagePrefix) || offered.contains { $0?.contains(field) ?? true }
        }
        #expect(isRead, "\(preset.name).\(column.name)")
      }
    }
  }
}
