import Dedupe
import Foundation
import Records
import TestSupport
import Testing

struct StateSavingTests {
  /// Documents that come, change and go at random; most are like others, and many share a phrase.
  private struct World {
    var maker: TextMaker
    var texts: [String: String] = [:]
    private let phrase: [String]
    private var pool: [[String]] = []
    private var made = 0

    init(seed: UInt64) {
      maker = TextMaker(seed: seed)
      phrase = maker.words(30)
    }

    mutating func text() -> String {
      let source = pool.randomElement(using: &maker.random) ?? []
      let isNew = pool.count < 5 || Int.random(in: 0..<4, using: &maker.random) == 0
      var words =
        isNew ? maker.words(40) : maker.varied(source, [0, 0.01, 0.02, 0.05].randomElement(using: &maker.random) ?? 0)
      if isNew && Int.random(in: 0..<10, using: &maker.random) < 8 { words = phrase + words }
      pool.append(words)
      if Int.random(in: 0..<40, using: &maker.random) == 0 { return "too short" }
      return words.joined(separator: " ")
    }

    /// Applies `count` changes and gives what was put and removed.
    mutating func change(_ count: Int) -> (put: [(id: String, text: String)], removed: [String]) {
      var put: [(id: String, text: String)] = []
      var removed: [String] = []
      for _ in 0..<count {
        let some = texts.keys.sorted().randomElement(using: &maker.random)
        switch (Int.random(in: 0..<10, using: &maker.random), some) {
        case (0..<3, let id?):
          texts[id] = nil
          removed.append(id)
          put.removeAll { $0.id == id }
        case (3..<5, let id?):
          texts[id] = text()
          put.append((id, texts[id] ?? ""))
          removed.removeAll { $0 == id }
        default:
          made += 1
          let id = "d\(maker.random.next() % 1000)-\(made)"
          texts[id] = text()
          put.append((id, texts[id] ?? ""))
        }
      }
      return (put, removed)
    }
  }

  private func put(
    _ change: (put: [(id: String, text: String)], removed: [String]), into index: inout NearTextIndex
  ) throws {
    for id in change.removed { index.remove(id: id) }
    try index.add(sketched(change.put, index.rule))
    try index.join()
  }

  /// What a keeper of clusters has after it forgot and took what an index says has changed.
  private func keep(
    _ kept: inout [String: NearTextCluster], _ index: inout NearTextIndex, removed: [String]
  ) throws {
    let changed = try index.clusters(.changed)
    let gone = Set(changed.flatMap { $0.members.map(\.id) } + index.changedAlone() + removed)
    kept = kept.filter { !$0.value.members.contains { gone.contains($0.id) } }
    for cluster in changed { kept[cluster.id] = cluster }
  }

  @Test(arguments: [(1, 0.8), (2, 0.8), (3, 0.5), (4, 0.5), (5, 0.3)] as [(UInt64, Double)])
  func `gives after any changes the clusters of a full run`(seed: UInt64, similarity: Double) throws {
    let rule = NearTextRule(similarity: similarity)
    let folder = try TemporaryFolder()
    var world = World(seed: seed)
    var kept: [String: NearTextCluster] = [:]
    var partial = 0
    for round in 0..<14 {
      var index = try NearTextIndex(rule, stateFolder: folder.path("state"))
      let change = world.change(round == 0 ? 500 : [1, 5, 40, 120][round % 4])
      try put(change, into: &index)
      if !index.work.isFull { partial += 1 }
      var documents = world.texts.sorted { $0.key < $1.key }.map { (id: $0.key, text: $0.value) }
      documents.shuffle(using: &world.maker.random)
      let wanted = try clusters(documents, rule)
      #expect(try index.clusters() == wanted)
      try keep(&kept, &index, removed: change.removed)
      #expect(kept.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) } == wanted)
      #expect(index.count == documents.count)
      if round % 5 != 4 {
        try index.save()
      } else {
        // A run that is stopped before it saves: the next begins where the last save ended, and hears it all again.
        var again = try NearTextIndex(rule, stateFolder: folder.path("state"))
        try put(change, into: &again)
        #expect(try again.clusters() == wanted)
        try again.save()
      }
    }
    #expect(partial > 8)
  }

  @Test func `begins anew for another rule`() throws {
    let folder = try TemporaryFolder()
    var world = World(seed: 9)
    var index = try NearTextIndex(NearTextRule(similarity: 0.8), stateFolder: folder.path)
    try put(world.change(50), into: &index)
    try index.save()
    #expect(try NearTextIndex(NearTextRule(similarity: 0.8), stateFolder: folder.path).count > 0)
    #expect(try NearTextIndex(NearTextRule(similarity: 0.7), stateFolder: folder.path).count == 0)
  }

  @Test(arguments: ["manifest", "words.1", "ids.1", "band-keys.1", "unit-parents.1", "patch.1"])
  func `refuses a state with a file cut short`(name: String) throws {
    let folder = try TemporaryFolder()
    var world = World(seed: 10)
    var index = try NearTextIndex(NearTextRule(), stateFolder: folder.path)
    try put(world.change(50), into: &index)
    try index.save()
    try Data(try Data(contentsOf: URL(fileURLWithPath: folder.path(name))).dropLast(9))
      .write(to: URL(fileURLWithPath: folder.path(name)))
    let failure = #expect(throws: Failure.self) {
      _ = try NearTextIndex(NearTextRule(), stateFolder: folder.path).count
    }
    #expect(failure?.diagnostic.code == "dedupe.near-state")
  }

  @Test func `leaves no files of earlier saves`() throws {
    let folder = try TemporaryFolder()
    var world = World(seed: 11)
    for _ in 0..<3 {
      var index = try NearTextIndex(NearTextRule(), stateFolder: folder.path)
      try put(world.change(100), into: &index)
      try index.save()
    }
    let suffixes = try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap {
      Int($0.split(separator: ".").last ?? "")
    }
    #expect(Set(suffixes) == [3])
  }
}
