import Dedupe
import Records
import Testing

/// A record as these tests write it: the values of the columns `title`, `place`, `posted` and `pay`.
private struct Posting {
  var id: String
  var values: [Value]
  var fetchedAt = Timestamp(seconds: 0)
  var source = "site"

  init(
    _ number: Int, _ title: String?, _ place: String? = nil, posted: String? = nil, pay: Int64? = nil,
    fetched: Int64 = 0
  ) {
    id = Posting.id(number)
    values = [title, place, posted].map { $0.map(Value.text) ?? .null } + [pay.map(Value.integer) ?? .null]
    fetchedAt = Timestamp(seconds: fetched)
  }

  static func id(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 24 - digits.count) + digits
  }
}

private let columns: [TableSchema.PhysicalColumn] = [
  .init("title", .text), .init("place", .text), .init("posted", .text), .init("pay", .integer),
]

/// The clusters of `postings` in their order of appearance; each stands on a page of its own.
private func clusters(
  _ postings: [Posting], exact: [[String]], survivor: DedupeRule.Survivor = .first, by: String? = nil
) throws -> [Member] {
  try clusters(postings, DedupeRule(table: "jobs", exact: exact, survivor: survivor, by: by))
}

private func clusters(_ postings: [Posting], _ rule: DedupeRule) throws -> [Member] {
  var deduper = Deduper(rule, columns: columns)
  for (index, posting) in postings.enumerated() {
    try deduper.add(
      id: posting.id, pageID: Posting.id(0xA000 + index), ordinal: index, values: posting.values,
      fetchedAt: posting.fetchedAt, source: posting.source)
  }
  #expect(deduper.count == postings.count)
  deduper.joinExact()
  deduper.nameClusters(before: [:])
  var members: [Member] = []
  deduper.eachCluster { members += $0 }
  return members
}

/// The order in which each member appeared, cluster by cluster, the survivor first.
private func places(_ members: [Member]) -> [[Int]] {
  var groups: [[Int]] = []
  for member in members {
    if member.survives { groups.append([]) }
    groups[groups.count - 1].append(member.record.ordinal)
  }
  return groups
}

struct DeduperTests {
  @Test func `finds nothing where all differ`() throws {
    #expect(try clusters([], exact: [["title"]]) == [])
    #expect(try clusters([Posting(1, "a")], exact: [["title"]]) == [])
    #expect(try clusters([Posting(1, "a"), Posting(2, "b")], exact: [["title"], ["place"]]) == [])
  }

  @Test func `joins records with one id without being told`() throws {
    let members = try clusters([Posting(7, "a"), Posting(8, "c"), Posting(7, "b")], exact: [])
    #expect(places(members) == [[0, 2]])
    #expect(members.map(\.rule) == ["survivor", "same key"])
    #expect(members.map(\.clusterID) == [Posting.id(7), Posting.id(7)])
    #expect(members.map(\.members) == [2, 2])
    #expect(members[1].record.pageID == Posting.id(0xA002))
  }

  @Test func `joins records equal in all columns of a key`() throws {
    let members = try clusters(
      [Posting(3, "Baker", "Oslo"), Posting(2, "Baker", "Bergen"), Posting(1, "Baker", "Oslo")],
      exact: [["title", "place"]])
    #expect(places(members) == [[0, 2]])
    #expect(members.map(\.record.id) == [Posting.id(3), Posting.id(1)])
    #expect(members.allSatisfy { $0.clusterID == Posting.id(1) && $0.survivorID == Posting.id(3) })
    #expect(members[1].rule == "exact")
    #expect(members[1].summary.contains("title"))
    #expect(members[1].summary.contains("place"))
  }

  @Test(arguments: [
    ("Baker", "BAKER", true), ("Baker  wanted", " baker\n wanted ", true), ("Café", "Cafe\u{301}", true),
    ("Baker", "Baker!", false), ("Café", "Cafe", false), ("ΟΔΟΣ", "οδος", true),
  ])
  func `compares texts without regard to case, white space and composition`(a: String, b: String, isSame: Bool) throws {
    #expect(try clusters([Posting(1, a), Posting(2, b)], exact: [["title"]]).isEmpty != isSame)
  }

  @Test func `joins by two keys in a chain`() throws {
    let members = try clusters(
      [Posting(1, "a", "x"), Posting(2, "b", "y"), Posting(3, "a", "y"), Posting(4, "c", "z")],
      exact: [["title"], ["place"]])
    #expect(places(members) == [[0, 1, 2]])
    #expect(members.map(\.members) == [3, 3, 3])
    let evidence = Dictionary(uniqueKeysWithValues: members.map { ($0.record.id, $0.summary) })
    #expect(evidence[Posting.id(3)]?.contains("title") == true)
    #expect(evidence[Posting.id(2)]?.contains("place") == true)
  }

  @Test func `takes two missing values for equal, but not two records with none of the values`() throws {
    let postings = [
      Posting(1, "a", nil), Posting(2, "a", nil), Posting(3, nil, nil), Posting(4, nil, nil), Posting(5, "a", "x"),
    ]
    #expect(places(try clusters(postings, exact: [["title", "place"]])) == [[0, 1]])
    let blank = [Posting(1, "", "  "), Posting(2, " ", nil)]
    #expect(try clusters(blank, exact: [["title", "place"]]) == [])
    #expect(
      places(try clusters([Posting(1, "a", " "), Posting(2, "a", nil)], exact: [["title", "place"]])) == [[0, 1]])
  }

  @Test func `never mixes up which column a value stands in`() throws {
    #expect(try clusters([Posting(1, "a", nil), Posting(2, nil, "a")], exact: [["title", "place"]]) == [])
    #expect(try clusters([Posting(1, "ab", "c"), Posting(2, "a", "bc")], exact: [["title", "place"]]) == [])
    #expect(try clusters([Posting(1, "a", nil), Posting(2, nil, "a")], exact: [["title"], ["place"]]) == [])
  }

  @Test func `compares numbers by their value`() throws {
    let postings = [Posting(1, nil, pay: 50), Posting(2, nil, pay: 500), Posting(3, nil, pay: 50)]
    #expect(places(try clusters(postings, exact: [["pay"]])) == [[0, 2]])
  }

  @Test(
    arguments: [
      (DedupeRule.Survivor.first, nil, [0, 2, 1]), (.newest, nil, [2, 1, 0]), (.newest, "posted", [1, 2, 0]),
      (.newest, "pay", [2, 1, 0]), (.longest, nil, [1, 2, 0]), (.longest, "place", [2, 1, 0]),
      (.mostComplete, nil, [2, 1, 0]),
    ] as [(DedupeRule.Survivor, String?, [Int])])
  func `keeps the member that the rule asks for`(survivor: DedupeRule.Survivor, by: String?, order: [Int]) throws {
    let postings = [
      Posting(3, "a", "Oslo", posted: "2026-01", pay: nil, fetched: 10),
      Posting(2, "a", nil, posted: "2026-01-02T08:00:00Z", pay: 3, fetched: 10),
      Posting(1, "a", "Trondheim", posted: "2025-12-31", pay: 4, fetched: 20),
    ]
    #expect(places(try clusters(postings, exact: [["title"]], survivor: survivor, by: by)) == [order])
  }

  @Test(arguments: DedupeRule.Survivor.allCases)
  func `breaks ties by the smallest id, then by appearance`(survivor: DedupeRule.Survivor) throws {
    let postings = [Posting(5, "a"), Posting(4, "a"), Posting(4, "a"), Posting(6, "a")]
    let expected = survivor == .first ? [0, 1, 2, 3] : [1, 2, 0, 3]
    #expect(places(try clusters(postings, exact: [["title"]], survivor: survivor)) == [expected])
  }

  @Test func `counts no value as older than any and as shorter than any`() throws {
    let postings = [Posting(1, "a"), Posting(2, "a", "x", posted: "0001-01-01")]
    #expect(places(try clusters(postings, exact: [["title"]], survivor: .newest, by: "posted")) == [[1, 0]])
    #expect(places(try clusters(postings, exact: [["title"]], survivor: .longest, by: "place")) == [[1, 0]])
  }

  @Test func `orders dates of every precision`() throws {
    let dates = ["2025-12-31T23:59:59Z", "2026", "2026-01-02", "2026-01-02T00:00:01Z", "2026-02"]
    for (older, newer) in zip(dates, dates.dropFirst()) {
      let postings = [Posting(1, "a", posted: older), Posting(2, "a", posted: newer)]
      #expect(places(try clusters(postings, exact: [["title"]], survivor: .newest, by: "posted")) == [[1, 0]])
    }
  }

  @Test func `lists clusters by their ids, the survivor first`() throws {
    let members = try clusters(
      [Posting(9, "b"), Posting(2, "a"), Posting(8, "b"), Posting(1, "a"), Posting(7, "b")], exact: [["title"]])
    #expect(places(members) == [[1, 3], [0, 4, 2]])
    #expect(members.map(\.survives) == [true, false, true, false, false])
  }

  @Test func `ranks sources, those it does not name last`() throws {
    var rule = DedupeRule(table: "jobs", exact: [["title"]], survivor: .sourceRank)
    rule.sources = ["partner", "site"]
    var postings = [Posting(1, "a"), Posting(2, "a"), Posting(3, "a")]
    for (place, source) in ["mirror", "site", "partner"].enumerated() { postings[place].source = source }
    #expect(places(try clusters(postings, rule)) == [[2, 0, 1]])
  }

  @Test func `refuses what is no id`() {
    var deduper = Deduper(DedupeRule(table: "jobs", exact: [], survivor: .first), columns: columns)
    let nothing = [Value](repeating: .null, count: 4)
    var codes: [String] = []
    for (id, page) in [("job 1", Posting.id(1)), (Posting.id(1), "page")] {
      do throws(Failure) {
        try deduper.add(
          id: id, pageID: page, ordinal: 0, values: nothing, fetchedAt: Timestamp(seconds: 0), source: "site")
      } catch { codes.append(error.diagnostic.code) }
    }
    #expect(codes == ["dedupe.bad-id", "dedupe.bad-id"])
  }

  private func random(_ count: Int, seed: UInt64) -> [Posting] {
    var generator = SteppedGenerator(seed: seed)
    return (0..<count).map { index in
      let title = Int.random(in: 0..<count, using: &generator)
      let place = Int.random(in: 0..<20, using: &generator)
      let isCopy = Int.random(in: 0..<50, using: &generator) == 0
      return Posting(
        isCopy ? Int.random(in: 0...index, using: &generator) : index, title % 9 == 0 ? nil : "Title \(title)",
        place == 0 ? nil : "place \(place)", posted: "2026-01-\(10 + title % 20)",
        pay: Int64.random(in: 0..<Int64(count * 2), using: &generator))
    }
  }

  /// What the reference compares: the id, title and place together, pay.
  private func keys(of posting: Posting) -> [String] {
    let (title, place, pay) = (posting.values[0], posting.values[1], posting.values[3])
    var keys = ["id \(posting.id)"]
    if title != .null || place != .null { keys.append("title \(title), place \(place)") }
    if pay != .null { keys.append("pay \(pay)") }
    return keys
  }

  @Test func `agrees with a comparison of each record with every other, on ten thousand`() throws {
    let postings = random(10_000, seed: 5)
    let members = try clusters(postings, exact: [["title", "place"], ["pay"]])
    // The reference: repeat until nothing changes, every group of equal keys gets its smallest label.
    var labels = Array(postings.indices)
    var byKey: [String: [Int]] = [:]
    for (index, posting) in postings.enumerated() {
      for key in keys(of: posting) { byKey[key, default: []].append(index) }
    }
    let groups = byKey.values.filter { $0.count > 1 }
    var isSettled = false
    while !isSettled {
      isSettled = true
      for group in groups {
        let smallest = group.map { labels[$0] }.min() ?? 0
        for index in group where labels[index] != smallest {
          labels[index] = smallest
          isSettled = false
        }
      }
    }
    let clustered = Dictionary(grouping: Array(postings.indices)) { labels[$0] }.values.filter { $0.count > 1 }
    let expected = Set(clustered.map { Set($0) })
    #expect(Set(places(members).map { Set($0) }) == expected)
    #expect(expected.count > 500)
    for cluster in places(members) { #expect(cluster.first == cluster.min()) }
  }

  @Test func `finds the same clusters whatever the order of appearance`() throws {
    let postings = random(2000, seed: 6)
    var generator = SteppedGenerator(seed: 7)
    func summary(_ postings: [Posting]) throws -> Set<[String]> {
      let members = try clusters(postings, exact: [["title"], ["place", "pay"]], survivor: .newest, by: "posted")
      return Set(members.map { [$0.record.id, $0.clusterID, $0.survivorID, "\($0.members)"] })
    }
    let expected = try summary(postings)
    for _ in 0..<3 { #expect(try summary(postings.shuffled(using: &generator)) == expected) }
  }
}
