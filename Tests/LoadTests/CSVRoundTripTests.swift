import Foundation
import Load
import Records
import Store
import TestSupport
import Testing

/// Odd files of all kinds as the cells of a table: whatever a cell holds, a reader gets it back.
@Suite(.enabled(if: BenchData.has("csv/frictionless"))) struct CSVRoundTripTests {
  private static let texts: [String] = {
    guard let folder = BenchData.path("csv/frictionless") else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { name in
      (try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))).map { String(decoding: $0, as: UTF8.self) }
    }
  }()

  @Test(arguments: [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")])
  func `gives back every cell`(separator: UInt8) {
    var format = CSVFormat.machine
    format.separator = separator
    let lines = Self.texts.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
    #expect(lines.count > 500)
    let columns = [TableSchema.PhysicalColumn("whole", .text), .init("line", .text), .init("end", .text)]
    let rows: [[Value]] = zip(Self.texts + lines, lines + Self.texts).map { [.text($0), .text($1), .text("end")] }
    let found = fields(Array(written(format, columns, rows).utf8), separator: separator)
    let expected =
      [["whole", "line", "end"]] + rows.map { $0.map { if case .text(let text) = $0 { text } else { "" } } }
    #expect(found.count == expected.count)
    #expect(
      zip(found, expected).allSatisfy { Array($0.joined(separator: "|").utf8) == Array($1.joined(separator: "|").utf8) }
    )
  }

  /// RFC 4180, with LF at line ends.
  private func fields(_ bytes: [UInt8], separator: UInt8) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if isQuoted, byte == 34, place < bytes.count, bytes[place] == 34 {
        field.append(34)
        place += 1
      } else if byte == 34 {
        isQuoted.toggle()
      } else if !isQuoted, byte == separator || byte == 10 {
        row.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 10 {
          rows.append(row)
          row = []
        }
      } else {
        field.append(byte)
      }
    }
    return rows
  }
}
