import Dedupe
import Testing

struct ColumnChoiceTests {
  private let records: [SmallRecord] = {
    var records = [
      SmallRecord(1, title: "Baker", body: "Bakes.", posted: nil, pay: 3),
      SmallRecord(2, title: "Baker", body: "Bakes bread.", place: "Oslo", posted: "2026-01"),
      SmallRecord(3, title: "Baker", body: "Bakes rolls.", place: "Bergen", posted: "2026-01-02", pay: 9),
      SmallRecord(4, title: "Baker", place: "bergen", posted: "2025", pay: 4),
    ]
    for (place, source) in ["a", "b", "c", "d"].enumerated() {
      records[place].source = source
      records[place].fetched = Int64(place)
    }
    return records
  }()

  /// Which record gives the value of a column, by the rule that keeps record 1.
  private func giver(_ column: String, _ choice: ColumnChoice.Rule, by: String? = nil, isOrdered: Bool = false) throws
    -> Int?
  {
    let rule = rule {
      $0.exact = [["title"]]
      $0.sources = ["d", "b", "a", "c"]
      $0.choices = [ColumnChoice(column: column, columns: [column], rule: choice, by: by, isOrdered: isOrdered)]
    }
    let chosen = try deduped(records, rule).chosen
    #expect(chosen.allSatisfy { $0.survivor.id == SmallRecord.id(1) && $0.column == column && $0.rule == choice })
    return chosen.first.flatMap { Int($0.giver.id, radix: 16) }
  }

  @Test(
    arguments: [
      ("place", ColumnChoice.Rule.first, 2), ("body", .first, nil), ("posted", .newest, 3), ("pay", .newest, 3),
      ("body", .longest, 2), ("place", .mostFrequent, 3), ("place", .sourceRank, 4), ("body", .sourceRank, 2),
      ("pay", .mostFrequent, nil),
    ] as [(String, ColumnChoice.Rule, Int?)])
  func `takes the value of the member that the rule asks for`(column: String, choice: ColumnChoice.Rule, number: Int?)
    throws
  {
    #expect(try giver(column, choice, isOrdered: column == "posted" || column == "pay") == number)
  }

  @Test func `takes the newest record's text by the column that tells the date, else by when it was fetched`() throws {
    #expect(try giver("place", .newest) == 4)
    #expect(try giver("place", .newest, by: "posted") == 3)
  }

  @Test func `takes nothing where no member has a value`() throws {
    let bare = [SmallRecord(1, title: "Baker"), SmallRecord(2, title: "Baker", place: " ")]
    let rule = rule {
      $0.exact = [["title"]]
      $0.choices = [ColumnChoice(column: "place", columns: ["place"], rule: .first)]
    }
    #expect(try deduped(bare, rule).chosen.isEmpty)
  }
}
