import Foundation
import Normalize
import Testing

struct OriginRegistryTests {
  private let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()

  private func files(_ folder: String) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).standardized.path))
  }

  @Test func `holds every file of its folder, and each has a test of its name`() throws {
    let kinds = OriginRegistry.all.map { "\($0)" }
    #expect(try files("../../Sources/Normalize/Origins") == Set(kinds.map { "\($0).swift" }))
    #expect(try files("Origins") == Set(kinds.map { "\($0)Tests.swift" }))
  }

  @Test func `finds each kind by its name, which no other has, and each says what it is`() {
    let names = OriginRegistry.all.map { $0.name }
    #expect(Set(names).count == names.count)
    for kind in OriginRegistry.all {
      #expect(OriginRegistry.kind(named: kind.name)?.name == kind.name)
      #expect(kind.meaning.hasSuffix("."))
      #expect(!kind.fields.isEmpty)
    }
    #expect(OriginRegistry.kind(named: "cards") == nil)
  }

  @Test func `every kind gives only fields that it names, on a page that has everything`() {
    let page = writtenPage(
      """
      # A talk of boats
      Ada Moss, director of the Skerry Trust (ST), paid 40 euros.
      Q: Why boats?
      A: They float.
      Q: All of them?
      A: Most.
      GB, London
      We need a clerk who counts jars.
      """)
    for kind in OriginRegistry.all {
      let parts = kind.parts(of: page)
      #expect(["links", "images", "posts", "comments"].contains(kind.name) || !parts.isEmpty, "\(kind)")
      for part in parts { #expect(Set(part.fields.names).isSubset(of: kind.fields.map { $0.name }), "\(kind)") }
    }
  }
}
