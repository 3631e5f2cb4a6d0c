import Testing

@testable import Dedupe

struct LinkerTests {
  @Test func `finds people written twice with slips`() {
    let people = People(count: 150, copies: 60)
    let found = clusters(people, Linker(people.table()).link())
    #expect(found == people.pairs)
  }

  @Test func `the order of the records changes nothing`() {
    let people = People(count: 80, copies: 30)
    let forward = clusters(people, Linker(people.table()).link())
    var backward = people
    backward.records.reverse()
    #expect(clusters(backward, Linker(backward.table()).link()) == forward)
  }

  @Test func `links two tables one to one`() {
    let people = People(count: 120, copies: 70)
    let linkage = Linker(people.twoTables()).link()
    let found = Set(linkage.pairs.map { [people.records[$0.a][0], people.records[$0.b][0]] })
    #expect(found == people.pairs)
    #expect(linkage.pairs.allSatisfy { $0.probability >= 0.65 })
    #expect(linkage.clusters.isEmpty)
  }

  @Test func `evidence adds up to the probability`() throws {
    let people = People(count: 100, copies: 50)
    let linkage = Linker(people.table()).link()
    let cluster = try #require(linkage.clusters.first)
    let evidence = linkage.evidence(cluster[0], cluster[1])
    #expect(evidence.first?.field == "(prior)")
    #expect(evidence.contains { $0.field == "surname" && $0.weight > 0 })
    #expect(linkage.probability(cluster[0], cluster[1]) > 0.5)
    #expect(linkage.evidence(cluster[1], cluster[0]) == evidence)
  }

  @Test func `a record with nothing to compare stays alone`() {
    var people = People(count: 60, copies: 20)
    people.records += [["x1", nil, nil, nil, nil], ["x2", nil, nil, nil, nil], ["x3", "", " ", "-", nil]].map {
      $0.map { $0 ?? "" }
    }
    let linkage = Linker(people.table()).link()
    let joined = Set(linkage.clusters.flatMap { $0 }.map { people.records[$0][0] })
    #expect(joined.isDisjoint(with: ["x1", "x2", "x3"]))
  }

  @Test func `decisions hold`() throws {
    let people = People(count: 100, copies: 40)
    let linkage = Linker(people.table()).link()
    let pair = try #require(linkage.clusters.first)
    let strangers = [80, 81]
    let decided = Linker(
      people.table(),
      decisions: [
        LinkageDecision(a: pair[0], b: pair[1], isSame: false),
        LinkageDecision(a: strangers[0], b: strangers[1], isSame: true),
      ]
    ).link()
    #expect(!decided.clusters.contains { $0.contains(pair[0]) && $0.contains(pair[1]) })
    #expect(decided.clusters.contains { $0.contains(strangers[0]) && $0.contains(strangers[1]) })
  }

  @Test func `decisions between two tables hold`() throws {
    let people = People(count: 100, copies: 40)
    let pair = try #require(Linker(people.twoTables()).link().pairs.first)
    let decided = Linker(
      people.twoTables(), decisions: [LinkageDecision(a: pair.b, b: pair.a, isSame: false)]
    ).link()
    #expect(!decided.pairs.contains { $0.a == pair.a && $0.b == pair.b })
  }

  @Test func `many decisions hold, and the rest is still found`() {
    let people = People(count: 120, copies: 60)
    let same = (0..<30).map { LinkageDecision(a: $0, b: 120 + $0, isSame: true) }
    let different = (30..<45).map { LinkageDecision(a: $0, b: 120 + $0, isSame: false) }
    let linkage = Linker(people.table(), decisions: same + different).link()
    let cluster = Dictionary(
      uniqueKeysWithValues: linkage.clusters.enumerated().flatMap { place, members in members.map { ($0, place) } })
    for decision in same { #expect(cluster[decision.a] != nil && cluster[decision.a] == cluster[decision.b]) }
    for decision in different { #expect(cluster[decision.a] == nil || cluster[decision.a] != cluster[decision.b]) }
  }

  @Test func `given keys are the only ones`() {
    let people = People(count: 100, copies: 40)
    var settings = LinkageSettings()
    settings.blocking = [["city"]]
    let linkage = Linker(people.table(), settings: settings).link()
    for cluster in linkage.clusters { #expect(Set(cluster.map { people.records[$0][4] }).count == 1) }
  }

  @Test(arguments: [0, 1, 2])
  func `few records are no trouble`(_ count: Int) {
    var table = LinkageTable(columns: ["name"])
    for record in 0..<count { table.append(id: "\(record)", values: ["ann \(record)"]) }
    #expect(Linker(table).link().clusters.isEmpty)
    var two = LinkageTable(columns: ["name"])
    two.beginSecondTable()
    for record in 0..<count { two.append(id: "\(record)", values: ["ann \(record)"]) }
    #expect(Linker(two).link().pairs.isEmpty)
  }

  @Test func `columns that say nothing are no trouble`() {
    var table = LinkageTable(columns: ["same", "none"])
    for record in 0..<300 { table.append(id: "\(record)", values: ["x", nil]) }
    let linkage = Linker(table, decisions: [LinkageDecision(a: 3, b: 7, isSame: true)]).link()
    #expect(linkage.clusters == [[3, 7]])
    #expect(linkage.kinds.isEmpty)
    #expect(Linker(LinkageTable(columns: [])).link().clusters.isEmpty)
  }

  private func clusters(_ people: People, _ linkage: Linkage) -> Set<[String]> {
    Set(linkage.clusters.map { $0.map { people.records[$0][0] }.sorted() })
  }
}

/// Made-up people, some of them written a second time with a slip.
private struct People {
  /// Id, given name, surname, day of birth and city; those written again stand at the end.
  var records: [[String]] = []
  let count: Int
  /// The ids of each pair, in ascending order.
  private(set) var pairs: Set<[String]> = []

  init(count: Int, copies: Int) {
    self.count = count
    for place in 0..<count { records.append(People.person(place)) }
    for place in 0..<copies {
      let copy = People.slip(records[place], place)
      records.append(copy)
      pairs.insert([records[place][0], copy[0]])
    }
  }

  func table() -> LinkageTable {
    var table = LinkageTable(columns: ["given", "surname", "born", "city"])
    for record in records { table.append(id: record[0], values: Array(record.dropFirst())) }
    return table
  }

  func twoTables() -> LinkageTable {
    var table = LinkageTable(columns: ["given", "surname", "born", "city"])
    for (place, record) in records.enumerated() {
      if place == count { table.beginSecondTable() }
      table.append(id: record[0], values: Array(record.dropFirst()))
    }
    return table
  }

  private static func person(_ place: Int) -> [String] {
    let random = (0..<6).map { Int(mixed(UInt64(place * 6 + $0)) >> 33) }
    let syllables = ["ba", "den", "for", "gil", "har", "kin", "lo", "mor", "nes", "per", "ros", "stan", "til", "wes"]
    let surname = syllables[random[0] % 14] + syllables[random[1] % 14] + syllables[random[2] % 14]
    let given = ["anna", "boris", "clara", "david", "emma", "felix", "greta", "henry", "irene", "jonas"][random[3] % 10]
    let city = ["northport", "eastham", "southby", "weston", "midford"][random[4] % 5]
    let born = "19\(40 + random[5] % 50)-\(10 + random[5] / 64 % 3)-\(10 + random[5] / 1024 % 18)"
    return ["p\(1000 + place)", given, surname, born, city]
  }

  private static func slip(_ record: [String], _ place: Int) -> [String] {
    var copy = record
    copy[0] = "q" + record[0].dropFirst()
    switch place % 4 {
    case 0: copy[2].removeLast()
    case 1: copy[3].replaceSubrange(copy[3].startIndex..<copy[3].index(copy[3].startIndex, offsetBy: 4), with: "1939")
    case 2: copy[1] = ""
    default: copy[4] = ""
    }
    return copy
  }
}
