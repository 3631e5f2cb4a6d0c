import Dedupe
import Testing

struct DecisionTests {
  private let a = SmallRecord.id(1)
  private let b = SmallRecord.id(2)
  private let c = SmallRecord.id(3)

  @Test func `reads a file, whose fields may be quoted and whose last two may be missing`() throws {
    let csv =
      "a_id,b_id,decision,who,why\r\n\(a),\(b),same,Ada,\"seen, on \"\"paper\"\"\"\r\n\n \(a), \(c) ,different\n"
    #expect(
      try Decision.all(in: csv) == [
        Decision(a, b, isSame: true, who: "Ada", why: "seen, on \"paper\""), Decision(a, c, isSame: false),
      ])
    #expect(try Decision.all(in: "") == [])
  }

  @Test func `writes the line that it reads`() throws {
    let decision = Decision(a, b, isSame: false, who: "Ada", why: "two people, \"one\" name")
    #expect(try Decision.all(in: "a_id,b_id,decision,who,why\n\(decision.line)\n") == [decision])
  }

  @Test(arguments: [
    ("a,b\n", 1), ("a_id,b_id,verdict\n", 1), ("a_id,b_id,decision\nx,y,same\n", 2),
    ("a_id,b_id,decision\n\n000000000000000000000001,000000000000000000000002,maybe\n", 3),
    ("a_id,b_id,decision,who,why\n000000000000000000000001,000000000000000000000002,same,a,\"b\nc\"\nx\n", 4),
  ])
  func `tells the line that is wrong`(csv: String, line: Int) {
    var fault: DecisionFault?
    do throws(DecisionFault) { _ = try Decision.all(in: csv) } catch { fault = error }
    #expect(fault?.line == line)
    #expect(fault?.remedy.isEmpty == false)
  }

  private func found(_ decisions: [Decision], exact: [[String]] = [["title"]]) throws -> SmallOutcome {
    let records = (1...3).map { SmallRecord($0, title: $0 < 3 ? "Baker" : "Cook") }
    return try deduped(
      records,
      rule {
        $0.exact = exact
        $0.decisions = decisions
      })
  }

  @Test func `joins and keeps apart whatever keys say`() throws {
    #expect(try found([]).numbers == [[1, 2]])
    #expect(try found([Decision(b, c, isSame: true)]).numbers == [[1, 2, 3]])
    #expect(try found([Decision(a, b, isSame: false)]).numbers == [])
    #expect(try found([Decision(a, b, isSame: false), Decision(b, c, isSame: true)]).numbers == [[2, 3]])
    #expect(try found([Decision(a, c, isSame: false), Decision(b, c, isSame: true)]).numbers == [[2, 3]])
  }

  @Test func `says which decisions speak of what is gone`() throws {
    let found = try found([Decision(a, SmallRecord.id(9), isSame: true)])
    #expect(found.warnings == ["dedupe.decision-gone"])
    #expect(found.numbers == [[1, 2]])
  }

  @Test func `says which decisions contradict others, and lets those that join hold`() throws {
    let decisions = [
      Decision(a, c, isSame: false), Decision(a, b, isSame: true), Decision(b, c, isSame: true),
    ]
    let found = try found(decisions)
    #expect(found.numbers == [[1, 2, 3]])
    #expect(found.warnings == ["dedupe.decision-contradicted"])
    #expect(try self.found([Decision(a, a, isSame: false)]).warnings == ["dedupe.decision-contradicted"])
  }
}
