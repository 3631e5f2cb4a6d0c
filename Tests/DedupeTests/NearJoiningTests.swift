import Dedupe
import Testing

struct NearJoiningTests {
  private func near(_ similarity: Double = 0.8, differs: [String] = [], _ decisions: [Decision] = []) -> DedupeRule {
    rule {
      $0.near = [NearRule(columns: ["body"], text: NearTextRule(similarity: similarity))]
      $0.differs = differs
      $0.decisions = decisions
    }
  }

  @Test func `joins texts that are nearly equal and says how much they share`() throws {
    let found = try deduped(
      [SmallRecord(1, body: text(1)), SmallRecord(2, body: text(1, changed: [59])), SmallRecord(3, body: text(2))],
      near())
    #expect(found.numbers == [[1, 2]])
    let member = try #require(found.clusters.first?.last)
    #expect(member.rule == "near")
    // 56 runs of five words in each, 55 of them shared.
    #expect(member.similarity == 55.0 / 57)
    #expect(member.evidence.map(\.level) == ["near"])
    #expect(member.evidence.map(\.containment) == [55.0 / 56])
    #expect(member.evidence.map(\.partnerID) == [SmallRecord.id(1)])
  }

  @Test(arguments: [nil, "", " ", "Baker", "one two three four"])
  func `never joins empty or very short texts`(body: String?) throws {
    let records = (1...3).map { SmallRecord($0, body: body) }
    #expect(try deduped(records, near()).clusters.isEmpty)
  }

  @Test func `joins texts of several columns as one`() throws {
    var rule = near()
    rule.near[0].columns = ["title", "body"]
    let records = [
      SmallRecord(1, title: text(1), body: text(2)), SmallRecord(2, title: text(1), body: text(2, changed: [3])),
      SmallRecord(3, title: text(1), body: text(3)),
    ]
    #expect(try deduped(records, rule).numbers == [[1, 2]])
  }

  @Test func `keeps texts apart that differ in a column, as variants of the smallest id`() throws {
    let places = ["Oslo", "Bergen", "oslo ", "Bergen", "Tromsø"]
    let records = places.enumerated().map { SmallRecord($0 + 1, body: text(1), place: $1) }
    let found = try deduped(records, near(differs: ["place"]))
    #expect(found.numbers == [[1, 3], [2, 4]])
    #expect(found.variants.map(\.record.id) == [2, 5].map { SmallRecord.id($0) })
    #expect(found.variants.map(\.variantOf) == [1, 1].map { SmallRecord.id($0) })
    #expect(found.variants.map(\.similarity) == [1, 1])
    #expect(found.variants.allSatisfy { $0.rule == "near" && $0.evidence.count == 1 })
  }

  @Test func `takes a missing value for another than any`() throws {
    let records = [SmallRecord(1, body: text(1), place: "Oslo"), SmallRecord(2, body: text(1))]
    let found = try deduped(records, near(differs: ["place"]))
    #expect(found.clusters.isEmpty)
    #expect(found.variants.count == 1)
  }

  @Test func `joins what agrees only as far as its own texts are alike`() throws {
    // 1 and 3 are alike by way of 2 alone, which is elsewhere.
    let records = [
      SmallRecord(1, body: text(1), place: "Oslo"), SmallRecord(2, body: text(1, changed: [0]), place: "Bergen"),
      SmallRecord(3, body: text(1, changed: [0, 30]), place: "Oslo"),
    ]
    #expect(try deduped(records, near(0.82, differs: [])).numbers == [[1, 2, 3]])
    let found = try deduped(records, near(0.82, differs: ["place"]))
    #expect(found.clusters.isEmpty)
    #expect(found.variants.map(\.variantOf) == [1, 1].map { SmallRecord.id($0) })
    #expect(try deduped(records, near(0.75, differs: ["place"])).numbers == [[1, 3]])
  }

  @Test func `variants of equal keys are told too`() throws {
    let exact = rule {
      $0.exact = [["title"]]
      $0.differs = ["place"]
    }
    let records = [
      SmallRecord(1, title: "Baker", place: "Oslo"), SmallRecord(2, title: "baker", place: "Bergen"),
      SmallRecord(3, title: "Baker", place: "Oslo"),
    ]
    let found = try deduped(records, exact)
    #expect(found.numbers == [[1, 3]])
    #expect(found.variants.map(\.record.id) == [SmallRecord.id(2)])
    #expect(found.variants.map(\.rule) == ["exact"])
  }

  @Test func `tells chains, whose ends are less alike than asked for`() throws {
    let records = [
      SmallRecord(1, body: text(1)), SmallRecord(2, body: text(1, changed: [0])),
      SmallRecord(3, body: text(1, changed: [0, 30])),
    ]
    let chained = try deduped(records, near(0.82))
    #expect(chained.numbers == [[1, 2, 3]])
    #expect(chained.chains == [[50.0 / 62, 0.82]])
    #expect(try deduped(records, near(0.75)).chains.isEmpty)
  }

  @Test func `a decision keeps nearly equal texts apart, and their other copies where they are`() throws {
    let records = (1...4).map { SmallRecord($0, body: text(1)) }
    let apart = Decision(SmallRecord.id(1), SmallRecord.id(3), isSame: false)
    let found = try deduped(records, near(0.8, [apart]))
    #expect(found.numbers == [[1, 2, 4]])
    #expect(found.variants.isEmpty)
  }

  @Test func `a decision joins what a column keeps apart`() throws {
    let records = [SmallRecord(1, body: text(1), place: "Oslo"), SmallRecord(2, body: text(2), place: "Bergen")]
    let same = Decision(SmallRecord.id(1), SmallRecord.id(2), isSame: true, who: "Ada", why: "one post")
    let found = try deduped(records, near(differs: ["place"], [same]))
    #expect(found.numbers == [[1, 2]])
    #expect(found.clusters[0][1].rule == "decision")
    #expect(found.clusters[0][1].summary == "same, says Ada: one post")
  }
}

extension NearJoiningTests {
  private func near(_ similarity: Double, _ decisions: [Decision]) -> DedupeRule {
    near(similarity, differs: [], decisions)
  }
}
