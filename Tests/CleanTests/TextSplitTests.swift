import JSONText
import Records
import Settings
import Testing
import Text

@testable import Clean

struct TextSplitTests {
  private let notices = """
    Notices of the week

    Two posts and a boat.

    US, MA, Boston -- Boat hand
    Tie ropes. Untie
    them.

    And sing.

    GB, London -- Clerk
    Write it down.

    About us

    We print on Fridays.

    IE, Cork -- Nobody
    """
  private let opening = #"^(?<where>[A-Z]{2}, .+?) -- (?<title>.+)$"#

  private func cut(_ text: String, _ opening: String, ending: String? = nil) throws -> Cleaned {
    let split = TextSplit(try LinePattern(parsing: opening), ending: try ending.map { try LinePattern(parsing: $0) })
    return cleaned(text, kind: .text, items: [ItemRule(name: "posts", each: .lines(split), fields: [])])
  }

  @Test func `a line that matches opens an item, which goes on to the next one or to a heading`() throws {
    let items = try #require(try cut(notices, opening).page?.items)
    #expect(
      items.map(\.fields) == [
        ["where": "US, MA, Boston", "title": "Boat hand", "body": "Tie ropes. Untie them.\nAnd sing."],
        ["where": "GB, London", "title": "Clerk", "body": "Write it down."],
      ])
    #expect(items.map(\.ordinal) == [0, 1])
    #expect(items[1].text == "GB, London -- Clerk\nWrite it down.")
  }

  @Test func `what stands in items stands in no block, and a line without a body in none but a block`() throws {
    #expect(
      lines(try cut(notices, opening)) == [
        "heading1: Notices of the week", "paragraph: Two posts and a boat.", "heading2: About us",
        "paragraph: We print on Fridays.", "heading2: IE, Cork -- Nobody",
      ])
  }

  @Test func `an item ends where a line says so`() throws {
    let page = try #require(
      try cut("No 1\nOne.\n---\nNot one.\n\nNo 2\nTwo.", #"^No (?<number>\d+)$"#, ending: "^-+$").page)
    #expect(page.items.map(\.fields) == [["number": "1", "body": "One."], ["number": "2", "body": "Two."]])
    #expect(page.blocks.map(\.text) == ["--- Not one."])
  }

  @Test func `lines beyond measure open nothing, and pages of markup have no such items`() throws {
    let long = "No 1" + String(repeating: " x", count: 1000)
    #expect(try cut("\(long)\nOne.", "^No").page?.items.isEmpty == true)
    let rule = ItemRule(name: "posts", each: .lines(TextSplit(try LinePattern(parsing: "^No"))), fields: [])
    #expect(cleaned("<p>No 1</p><p>\(prose)</p>", items: [rule]).page?.items.isEmpty == true)
  }

  private func read(_ item: String) throws -> (CleanSettings?, [SettingsProblem]) {
    let node = try JSONNode(parsing: Array("{ \"items\": [ { \"table\": \"posts\",\n\(item) } ] }".utf8))
    var reader = SettingsReader(filling: Filling(environment: [:], readFile: { _ in nil }, keyedHash: { $0 }))
    return (CleanSettings.object.type().read(node, &reader)?.value, reader.problems)
  }

  @Test func `a config says it with split and end, and the groups are the fields`() throws {
    let (settings, problems) = try read(#""split": "^(?<where>[A-Z]{2}, .+)$", "end": "^-+$""#)
    #expect(problems.isEmpty)
    let item = try #require(settings?.items.first)
    #expect(item.fieldNames == ["where", "body"])
    #expect(item.rule.each.description == "^(?<where>[A-Z]{2}, .+)$")
  }

  @Test(arguments: [
    (#""split": "^(?<where>[A-Z]{2}""#, 2, 12, "this group is not closed"),
    (#""split": "a", "each": "b""#, 1, 14, "either \"each\" or \"split\" says what an item is"),
    (#""split": "a", "fields": { "x": "b" }"#, 1, 14, "items that \"split\" cuts out have no \"fields\""),
    (#""each": "b", "end": "a""#, 1, 14, "\"end\" ends what \"split\" opens, here is none"),
    (#""required": true"#, 1, 14, "\"each\" is missing"),
  ])
  func `says what is wrong with it, and where`(_ item: String, _ line: Int, _ column: Int, _ summary: String) throws {
    let (settings, problems) = try read(item)
    #expect(settings == nil)
    #expect(problems.map(\.message) == [summary])
    #expect(problems.map { [$0.position.line, $0.position.column] } == [[line, column]])
  }
}
