import Dedupe
import Foundation
import Testing

struct LinkageJoiningTests {
  /// People, every third of them twice with a slip in the name; a record and its slip differ by 1000.
  private let people: [SmallRecord] = {
    var random = FixedRandom(state: 3)
    let parts = ["ba", "den", "for", "gil", "har", "kin", "lo", "mor", "nes", "per", "ros", "stan"]
    func word(_ count: Int) -> String { (0..<count).map { _ in parts[Int(random.next() % 12)] }.joined() }
    var people: [SmallRecord] = []
    for number in 1...90 {
      let name = "\(word(2)) \(word(3))"
      let person = SmallRecord(
        number, title: name, body: "\(random.next() % 900_000 + 100_000)", place: word(2),
        posted: "19\(random.next() % 70 + 30)-\(random.next() % 9 + 1)\(random.next() % 3)-1\(random.next() % 9)")
      people.append(person)
      guard number % 3 == 0 else { continue }
      var slip = person
      slip.number += 1000
      slip.title = String(name.dropLast()) + "x"
      people.append(slip)
    }
    return people
  }()

  private func linked(_ records: [SmallRecord], _ change: (inout DedupeRule) -> Void = { _ in }) throws -> SmallOutcome
  {
    try deduped(
      records,
      rule {
        $0.linkage = LinkageRule(columns: ["title", "body", "place", "posted"])
        change(&$0)
      })
  }

  @Test func `joins records with slips, and their evidence adds up to the score`() throws {
    let found = try linked(people)
    #expect(found.numbers.map { $0.sorted() } == (1...30).map { [3 * $0, 3 * $0 + 1000] })
    for member in found.clusters.flatMap({ $0 }) where !member.survives {
      #expect(member.rule == "linkage")
      #expect(member.evidence.map(\.field) == ["(prior)", "title", "body", "place", "posted"])
      let bits = member.evidence.reduce(0) { $0 + ($1.weight ?? 0) }
      #expect(abs(member.similarity - 1 / (1 + exp2(-bits))) < 1e-6)
    }
  }

  @Test func `leaves records with nothing to compare alone`() throws {
    let found = try linked(people + [SmallRecord(5001), SmallRecord(5002), SmallRecord(5003, title: " ")])
    #expect(found.numbers.count == 30)
    #expect(!found.numbers.flatMap { $0 }.contains { $0 > 5000 })
  }

  @Test func `heeds decisions and what keeps records apart`() throws {
    let apart = Decision(SmallRecord.id(3), SmallRecord.id(1003), isSame: false)
    let same = Decision(SmallRecord.id(1), SmallRecord.id(2), isSame: true)
    let found = try linked(people) { $0.decisions = [apart, same] }
    #expect(found.numbers.contains([1, 2]))
    #expect(!found.numbers.contains { $0.contains(1003) })
    let divided = try linked(people) { $0.differs = ["title"] }
    #expect(divided.clusters.isEmpty)
    #expect(divided.variants.count == 30)
  }

  @Test func `compares one record of what is joined already`() throws {
    var copies = people
    for person in people.prefix(12) {
      var copy = person
      copy.number += 3000
      copies.append(copy)
    }
    let found = try linked(copies) { $0.exact = [["title", "body", "place", "posted"]] }
    #expect(found.numbers.filter { $0.count == 4 }.count + found.numbers.filter { $0.count == 3 }.count > 2)
    #expect(found.clusters.flatMap { $0 }.count { $0.rule == "exact" } == 12)
  }
}
