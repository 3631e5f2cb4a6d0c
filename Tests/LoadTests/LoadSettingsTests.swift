import JSONText
import Settings
import Testing

@testable import Load

struct LoadSettingsTests {
  private func read(_ text: String) throws -> (settings: LoadSettings?, resolved: String, problems: [String]) {
    var reader = SettingsReader(filling: Filling(environment: [:], readFile: { _ in nil }, keyedHash: { $0 }))
    let reading = LoadSettings.object.type().read(try JSONNode(parsing: Array(text.utf8)), &reader)
    return (reading?.value, reading?.resolved.compact ?? "", reader.problems.map(\.message))
  }

  @Test func `writes CSV and spreadsheets without being told`() throws {
    let settings = try #require(read("{}").settings)
    #expect(settings.csv == .machine)
    #expect(settings.excel == .excel)
    #expect(!settings.jsonLines.contains("articles"))
  }

  @Test func `leaves out what is false`() throws {
    let settings = try #require(read(#"{ "csv": false, "excel": false, "jsonl": true }"#).settings)
    #expect(settings.csv == nil)
    #expect(settings.excel == nil)
    #expect(settings.jsonLines.contains("articles"))
  }

  @Test func `takes separator, decimal mark, null and tables`() throws {
    let settings = try #require(
      read(#"{ "csv": { "null": "NA" }, "excel": { "separator": ";", "decimal": "," }, "jsonl": ["notes"] }"#).settings)
    #expect(settings.csv?.null == Array("NA".utf8))
    #expect(settings.excel?.separator == UInt8(ascii: ";"))
    #expect(settings.excel?.decimalMark == UInt8(ascii: ","))
    #expect(settings.jsonLines.contains("notes"))
    #expect(!settings.jsonLines.contains("articles"))
  }

  @Test func `means the same by true, by an empty object and by nothing`() throws {
    let written = try ["{}", #"{ "csv": true, "excel": true, "jsonl": false }"#, #"{ "csv": {}, "excel": {} }"#].map {
      try read($0).resolved
    }
    #expect(Set(written).count == 1)
  }

  @Test(arguments: [
    (#"{ "excel": { "decimal": "," } }"#, "another separator"), (#"{ "excel": { "separator": "|" } }"#, "one of"),
    (#"{ "csv": { "null": "a,b" } }"#, "without commas"), (#"{ "csv": { "separator": ";" } }"#, "no setting"),
    (#"{ "jsonl": [] }"#, "empty list"), (#"{ "csv": 1 }"#, "expected"),
  ])
  func `refuses what would not be read back`(text: String, words: String) throws {
    let found = try read(text)
    #expect(found.settings == nil)
    #expect(found.problems.contains { $0.contains(words) }, "\(found.problems)")
  }
}
