import Dedupe
import Foundation
import TestSupport
import Testing

/// What a linkage without labels must reach on a small real set, by the default threshold.
@Suite(.enabled(if: BenchData.has("dedupe/records/fodors_zagats/matches.csv")))
struct LinkageFloorTests {
  /// The fields of each line but the header's; those of this set stand in one line each.
  private func lines(_ name: String) throws -> [[String]] {
    let path = try #require(BenchData.path("dedupe/records/fodors_zagats/\(name).csv"))
    return try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map {
      fields(String($0))
    }
  }

  private func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test func `links the restaurants of two guides`() throws {
    let (a, b) = (try lines("a"), try lines("b"))
    var table = LinkageTable(columns: (1..<a[0].count).map { "column \($0)" })
    for row in a { table.append(id: row[0], values: Array(row.dropFirst())) }
    table.beginSecondTable()
    for row in b { table.append(id: row[0], values: Array(row.dropFirst())) }
    let pairs = Linker(table).link().pairs
    let found = Set(pairs.map { [a[$0.a][0], b[$0.b - a.count][0]] })
    let wanted = Set(try lines("matches"))
    let shared = Double(found.intersection(wanted).count)
    #expect(2 * shared / Double(found.count + wanted.count) >= 0.985)
  }
}
