import Dedupe
import Testing

struct ClusterNamesTests {
  private func names(_ clusters: [[String]], before: [String: String]) -> ([String], [String]) {
    let names = ClusterNames(clusters, before: before)
    return (names.names, names.events.map { "\($0.kind.rawValue) \($0.cluster) \($0.other ?? "-")" })
  }

  private func before(_ clusters: [String: String]) -> [String: String] {
    var before: [String: String] = [:]
    for (name, members) in clusters { for member in members { before[String(member)] = name } }
    return before
  }

  @Test func `calls a new cluster by its smallest id`() {
    #expect(names([["a", "b"], ["c", "d"]], before: [:]) == (["a", "c"], []))
  }

  @Test func `keeps the name of a cluster that grows, shrinks or loses the one it is called by`() {
    let known = before(["c": "cde"])
    #expect(names([["a", "c", "d", "e"]], before: known) == (["c"], []))
    #expect(names([["d", "e"]], before: known) == (["c"], []))
    #expect(names([["a", "d", "e"]], before: known) == (["c"], []))
  }

  @Test func `gives a divided cluster's name to the larger part, of equal ones to the smaller id`() {
    let known = before(["a": "abcde"])
    #expect(names([["a", "b"], ["c", "d", "e"]], before: known) == (["b", "a"], ["split a b"]))
    let even = before(["a": "abcd"])
    #expect(names([["a", "b"], ["c", "d"]], before: even) == (["a", "c"], ["split a c"]))
  }

  @Test func `gives merged clusters the name that most members had, of equal ones the smaller`() {
    let known = before(["a": "ab", "c": "cde"])
    #expect(names([["a", "b", "c", "d", "e"]], before: known) == (["c"], ["merged a c"]))
    let even = before(["a": "ab", "c": "cd"])
    #expect(names([["a", "b", "c", "d"]], before: even) == (["a"], ["merged c a"]))
  }

  @Test func `never calls two clusters by one name`() {
    // What was called a has left a, which is now in a new cluster.
    #expect(names([["a", "x"], ["b", "c"]], before: before(["a": "abc"])) == (["x", "a"], ["split a x"]))
    // All members are names of clusters that live on elsewhere.
    let known = before(["a": "amn", "b": "bop"])
    let (found, _) = names([["a", "b"], ["m", "n"], ["o", "p"]], before: known)
    #expect(Set(found).count == 3)
    #expect(found[1...] == ["a", "b"])
    #expect(found[0].utf8.count == 24)
  }

  @Test func `tells of clusters that have ended`() {
    #expect(names([], before: before(["a": "ab"])) == ([], ["ended a -"]))
  }
}
