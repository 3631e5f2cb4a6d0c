import Dedupe
import Records
import TestSupport
import Testing

struct NearTextIndexTests {
  private let rule = NearTextRule(similarity: 0.8)

  private func ids(_ clusters: [NearTextCluster]) -> [[String]] { clusters.map { $0.members.map(\.id) } }

  @Test func `joins equal texts, equal words and near duplicates, and says which`() throws {
    var maker = TextMaker(seed: 1)
    let words = maker.words(200)
    let text = words.joined(separator: " ")
    var edited = words
    edited[100] = "changed"
    let found = try clusters(
      [
        ("d", edited.joined(separator: " ")), ("b", text), ("c", text.uppercased()), ("a", text),
        ("e", maker.words(200).joined(separator: " ")),
      ], rule)
    #expect(ids(found) == [["a", "b", "c", "d"]])
    let members = try #require(found.first).members
    #expect(members.map(\.match) == [.first, .exact, .sameWords, .near])
    #expect(members.map(\.partner) == ["a", "a", "a", "a"])
    #expect(members[3].jaccard == plainJaccard(text, edited.joined(separator: " ")))
    #expect(found.first?.isChain == false)
    #expect(found.first?.weakest == members[3].jaccard)
  }

  @Test(arguments: ["", "   ", "n/a", "Apply now", "one two three four"])
  func `never joins texts that are empty or too short`(text: String) throws {
    #expect(try clusters([("a", text), ("b", text), ("c", text)], rule).isEmpty)
  }

  @Test func `joins no texts below the stated minimum`() throws {
    let text = "these are some seven words in all"
    #expect(try clusters([("a", text), ("b", text)], rule).count == 1)
    #expect(try clusters([("a", text), ("b", text)], NearTextRule(minimumWords: 8)).isEmpty)
  }

  @Test func `reports a chain, and through whom its far end is linked`() throws {
    var maker = TextMaker(seed: 2)
    let words = maker.words(300)
    // A window that moves: neighbours share nearly all, the ends too little.
    let documents = (0..<5).map { step in
      (id: "d\(step)", text: words[(step * 12)..<(step * 12 + 200)].joined(separator: " "))
    }
    let cluster = try #require(try clusters(documents, rule).first)
    #expect(cluster.members.count == 5)
    #expect(cluster.isChain)
    #expect(cluster.weakest == plainJaccard(documents[0].text, documents[4].text))
    for member in cluster.members.dropFirst() {
      #expect(member.jaccard >= 0.8)
      #expect(member.partner < member.id)
    }
    #expect(cluster.members[4].partner != "d0")
  }

  @Test func `tells a text that another holds whole by its containment`() throws {
    var maker = TextMaker(seed: 3)
    let words = maker.words(100)
    let whole = (words + maker.words(15)).joined(separator: " ")
    let cluster = try #require(try clusters([("a", whole), ("b", words.joined(separator: " "))], rule).first)
    #expect(cluster.members[1].containment == 1)
    #expect(cluster.members[1].jaccard < 0.9)
  }

  @Test func `gives the same clusters in whatever order documents come`() throws {
    var maker = TextMaker(seed: 4)
    var documents = sample(&maker, groups: 60)
    let first = try clusters(documents, rule)
    #expect(first.count > 20)
    for _ in 0..<3 {
      documents.shuffle(using: &maker.random)
      #expect(try clusters(documents, rule) == first)
    }
  }

  @Test(arguments: [0.5, 0.8]) func `finds what comparing each with each finds, and nothing else`(similarity: Double)
    throws
  {
    var maker = TextMaker(seed: 5)
    let documents = sample(&maker, groups: 50)
    var partners: [Int: Set<Int>] = [:]
    for a in documents.indices {
      for b in 0..<a where plainJaccard(documents[a].text, documents[b].text) >= similarity {
        partners[a, default: []].insert(b)
        partners[b, default: []].insert(a)
      }
    }
    var wanted: Set<[String]> = []
    for start in partners.keys {
      var reached: Set<Int> = [start]
      var open = [start]
      while let next = open.popLast() {
        for other in partners[next] ?? [] where reached.insert(other).inserted { open.append(other) }
      }
      wanted.insert(reached.map { documents[$0].id }.sorted())
    }
    #expect(Set(ids(try clusters(documents, NearTextRule(similarity: similarity)))) == wanted)
  }

  @Test func `takes the later text of an id`() throws {
    var maker = TextMaker(seed: 6)
    let (one, two) = (maker.words(50).joined(separator: " "), maker.words(50).joined(separator: " "))
    var index = try NearTextIndex(rule, temporaryFolder: temporaryFolder)
    try index.add(sketched([("a", one), ("b", two), ("a", two)], rule))
    try index.join()
    #expect(index.count == 2)
    #expect(ids(try index.clusters()) == [["a", "b"]])
    let holds = [two, one].map { index.holds(id: "a", utf8: Array($0.utf8)) }
    #expect(holds == [true, false])
  }

  @Test func `tells after each join what that one changed`() throws {
    var maker = TextMaker(seed: 8)
    let (one, two) = (maker.words(50).joined(separator: " "), maker.words(50).joined(separator: " "))
    var index = try NearTextIndex(rule, temporaryFolder: temporaryFolder)
    try index.add(sketched([("a", one), ("b", one), ("c", two), ("d", two), ("e", "short"), ("f", "tiny")], rule))
    try index.join()
    #expect(ids(try index.clusters(.changed)) == [["a", "b"], ["c", "d"]])
    #expect(index.changedAlone() == ["e", "f"])
    try index.add(sketched([("b", "no more")], rule))
    index.remove(id: "e")
    try index.join()
    #expect(try index.clusters(.changed).isEmpty)
    #expect(index.changedAlone() == ["a", "b"])
    #expect(ids(try index.clusters()) == [["c", "d"]])
    try index.join()
    #expect(try index.clusters(.changed).isEmpty)
    #expect(index.changedAlone().isEmpty)
  }

  @Test func `joins ten thousand copies and variants of one text without comparing each with each`() throws {
    var maker = TextMaker(seed: 7)
    let words = maker.words(60)
    var documents = (0..<5000).map { (id: "c\($0)", text: words.joined(separator: " ")) }
    for number in 0..<2000 {
      var varied = words
      varied[59] = "v\(number)"
      documents.append((id: "v\(number)", text: varied.joined(separator: " ")))
    }
    var index = try NearTextIndex(rule, temporaryFolder: temporaryFolder)
    try index.add(sketched(documents, rule))
    try index.join()
    #expect(try index.clusters().map(\.members.count) == [7000])
    #expect(index.work.verified < 20_000)
    #expect(index.work.largeBuckets > 0)
  }

  /// Groups of texts, each made from others of its group.
  private func sample(_ maker: inout TextMaker, groups: Int) -> [(id: String, text: String)] {
    var documents: [(id: String, text: String)] = []
    for group in 0..<groups {
      var variants = [maker.words(Int.random(in: 8...160, using: &maker.random))]
      for _ in 0..<Int.random(in: 0...4, using: &maker.random) {
        let source = variants.randomElement(using: &maker.random) ?? []
        variants.append(maker.varied(source, Double.random(in: 0...0.06, using: &maker.random)))
      }
      for (place, words) in variants.enumerated() {
        documents.append(("g\(group)-\(place)", words.joined(separator: " ")))
      }
    }
    return documents
  }
}
