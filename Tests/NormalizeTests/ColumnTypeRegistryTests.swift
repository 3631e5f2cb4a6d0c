import Foundation
import Normalize
import Records
import Testing

struct ColumnTypeRegistryTests {
  @Test func `holds every file of its folder, and each has a test of its name`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let sources = root.appendingPathComponent("../../Sources/Normalize/ColumnTypes")
    func files(_ folder: URL) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.resolvingSymlinksInPath().path).sorted()
    }
    let types = RegisteredColumnType.all.map { "\($0)" }
    #expect(try files(sources) == types.map { "\($0).swift" }.sorted())
    #expect(
      try files(root.appendingPathComponent("ColumnTypes")) == types.map { "\($0)Tests.swift" }.sorted())
  }

  @Test func `finds each type by its name, which no other has`() {
    let names = RegisteredColumnType.all.map { $0.name }
    #expect(Set(names).count == names.count)
    for name in names { #expect(RegisteredColumnType(named: name)?.type.name == name) }
    #expect(RegisteredColumnType(named: "currency") == nil)
  }

  @Test func `each example becomes what it says, without a flag, in as many values as there are columns`() {
    for type in RegisteredColumnType.all {
      let cell = type.cell(type.example.written, in: ReadingContext(options: type.exampleOptions))
      #expect(shown(cell) == type.example.becomes, "\(type)")
      #expect(cell.flag == nil)
      #expect(cell.values.count == type.physicalColumns(named: "c").count)
      #expect(type.physicalColumns(named: "c").allSatisfy { $0.name == "c" || $0.name.hasPrefix("c_") })
      #expect(type.meaning.hasSuffix("."))
    }
  }

  @Test(arguments: ["", " \n\t", "\u{A0}\u{200B}", "\0"])
  func `nothing written is null in every type, by no rule and without a flag`(written: String) {
    for type in RegisteredColumnType.all {
      let cell = type.cell(written, in: ReadingContext())
      #expect(cell.values.allSatisfy { $0 == .null })
      #expect(cell.raw == nil && cell.rule == nil && cell.flag == nil, "\(type)")
    }
  }

  @Test(arguments: hostile)
  func `hostile text is read or refused, and kept as it was written`(written: String) {
    for type in RegisteredColumnType.all {
      let cell = type.cell(written, in: ReadingContext())
      #expect(cell.raw == written)
      #expect(cell.values.count == type.physicalColumns(named: "c").count)
      #expect((cell.rule == nil) == (cell.flag == .invalid), "\(type) of \(written.prefix(20))")
    }
  }
}

private let hostile = [
  String(repeating: "9", count: 100_000), "-" + String(repeating: "0", count: 100_000) + "1",
  String(repeating: "1,111", count: 5000), "😀", "1\0", "e" + String(repeating: "\u{301}", count: 50_000),
  String(repeating: "[", count: 100_000), "{\"a\":", "\"\\ud800\"", "2026-02-30", "٣", "１２", "--1", "+", "-",
  ",",
  "1e", ".", "T", "http://", "http://[", "nan", "inf", "0x10", "\u{202E}1",
  String(repeating: "a ", count: 50_000),
]
