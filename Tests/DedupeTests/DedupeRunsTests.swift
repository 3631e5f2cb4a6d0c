import Dedupe
import Foundation
import TestSupport
import Testing

/// Runs night after night over changing records, against one run over what there is then.
struct DedupeRunsTests {
  private let rule: DedupeRule = {
    var rule = DedupeRule(table: "jobs", exact: [["title"]], survivor: .longest, by: "body")
    rule.near = [NearRule(columns: ["body"], text: NearTextRule(similarity: 0.7))]
    rule.differs = ["place"]
    return rule
  }()

  private func record(_ number: Int, _ random: inout FixedRandom) -> SmallRecord {
    let seed = Int(random.next() % 6)
    let changed = (0..<Int(random.next() % 4)).map { _ in Int(random.next() % 60) }
    return SmallRecord(
      number, title: random.next() % 4 == 0 ? "Title \(random.next() % 30)" : nil,
      body: random.next() % 20 == 0 ? "short" : text(seed, changed: changed),
      place: ["Oslo", "Bergen", nil][Int(random.next() % 3)])
  }

  private func sameButNames(_ a: SmallOutcome, _ b: SmallOutcome) -> Bool {
    func bare(_ outcome: SmallOutcome) -> SmallOutcome {
      var outcome = outcome
      for place in outcome.clusters.indices {
        for member in outcome.clusters[place].indices { outcome.clusters[place][member].clusterID = "" }
      }
      outcome.clusters.sort { $0[0].record.id < $1[0].record.id }
      outcome.chains.sort { $0[0] < $1[0] }
      outcome.events = []
      return outcome
    }
    return bare(a) == bare(b)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func `a run that goes on from the last finds what a run over all finds`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = FixedRandom(state: seed)
    var records = (1...60).map { record($0, &random) }
    var names: [String: String] = [:]
    var next = 61
    for _ in 0..<8 {
      let night = try deduped(records, rule, states: folder.path, before: names)
      let whole = try deduped(records, rule)
      #expect(sameButNames(night, whole))
      #expect(Set(night.clusters.map { $0[0].clusterID }).count == night.clusters.count)
      #expect(!whole.clusters.isEmpty)
      names = night.names
      for _ in 0..<(1 + random.next() % 12) {
        let place = Int(random.next() % UInt64(records.count))
        switch random.next() % 3 {
        case 0:
          records.insert(record(next, &random), at: place)
          next += 1
        case 1: records[place] = record(records[place].number, &random)
        default: records.remove(at: place)
        }
      }
    }
  }

  @Test func `clusters keep their ids while they live, and what became of others is told`() throws {
    let records = [4, 5, 6].map { SmallRecord($0, body: text(1)) } + [7, 8].map { SmallRecord($0, body: text(2)) }
    let first = try deduped(records, rule)
    #expect(first.clusters.map { $0[0].clusterID } == [4, 7].map { SmallRecord.id($0) })
    let grown = [SmallRecord(1, body: text(1))] + records.dropFirst()
    let second = try deduped(grown, rule, before: first.names)
    #expect(second.clusters.map { $0[0].clusterID } == [4, 7].map { SmallRecord.id($0) })
    #expect(second.events.isEmpty)
    let third = try deduped(Array(grown.dropLast()), rule, before: second.names)
    #expect(third.events.map(\.kind) == [.ended])
    #expect(third.events.map(\.cluster) == [SmallRecord.id(7)])
  }
}
