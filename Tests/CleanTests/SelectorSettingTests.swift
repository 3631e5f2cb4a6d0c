import JSONText
import Settings
import Testing

@testable import Clean

struct SelectorSettingTests {
  private func read(_ each: String, _ fields: String) throws -> (CleanSettings?, [SettingsProblem]) {
    let json = "{ \"items\": [ { \"table\": \"cards\",\n\"each\": \(each),\n\"fields\": { \"f\": \(fields) } } ] }"
    let node = try JSONNode(parsing: Array(json.utf8))
    var reader = SettingsReader(
      filling: Filling(environment: [:], readFile: { _ in nil }, keyedHash: { $0 }))
    let reading = CleanSettings.object.type().read(node, &reader)
    return (reading?.value, reader.problems)
  }

  @Test func `takes CSS as text or object, and XPath as object`() throws {
    let (settings, problems) = try read(#"{ "xpath": "//article" }"#, #"{ "css": "a::attr(href)" }"#)
    #expect(problems.isEmpty)
    let rule = try #require(settings?.items.first?.rule)
    #expect(rule.each.description == "//article")
    #expect(rule.attributeNames == ["href"])
    #expect(try read(#""article""#, #"{ "xpath": "./@data-ref" }"#).0?.items.first?.rule.attributeNames == ["data-ref"])
  }

  @Test(arguments: [
    (#""a:hover""#, #""b""#, 2, 11, "stages"), (#"{ "xpath": "//a[" }"#, #""b""#, 2, 25, "xpath"),
    (#"{ "xpath": "//a/@href" }"#, #""b""#, 2, 21, "xpath"), (#""a""#, #"{ "xpath": "$x" }"#, 3, 30, "xpath"),
    (#"{ "path": "a" }"#, #""b""#, 2, 9, "each"), (#"{ "css": "a", "xpath": "a" }"#, #""b""#, 2, 9, "each"),
    (#"3"#, #""b""#, 2, 9, "each"), (#"{ "css": 3 }"#, #""b""#, 2, 18, "css"),
  ])
  func `says where a selector is wrong`(each: String, field: String, line: Int, column: Int, path: String) throws {
    let (settings, problems) = try read(each, field)
    #expect(settings == nil)
    #expect(problems.map(\.position.line) == [line])
    #expect(problems.map(\.position.column) == [column])
    #expect(path == "stages" || problems[0].path.hasSuffix(path))
  }
}
