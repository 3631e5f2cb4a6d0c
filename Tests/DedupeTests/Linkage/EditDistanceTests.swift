import Testing

@testable import Dedupe

struct EditDistanceTests {
  @Test(arguments: [
    ("smith", "smith", 0), ("smith", "smyth", 1), ("smith", "smtih", 1), ("smith", "smit", 1), ("ca", "abc", 3),
    ("allen", "alan", 2), ("", "abc", 3), ("kitten", "sitting", 3),
  ])
  func `counts slips, a swap of neighbours as one`(_ a: String, _ b: String, _ slips: Int) {
    #expect(distance(a, b, limit: 5) == slips)
    #expect(distance(b, a, limit: 5) == slips)
  }

  @Test func `agrees with the recurrence on many strings`() {
    var state: UInt64 = 7
    func word() -> [UInt8] {
      state += 1
      let length = Int(mixed(state) % 9)
      return (0..<length).map { _ in
        state += 1
        return UInt8(97 + mixed(state) % 3)
      }
    }
    for _ in 0..<2000 {
      let (a, b) = (word(), word())
      #expect(distance(a, b, limit: 20) == plainDistance(a, b))
    }
  }

  @Test func `gives up beyond the limit`() {
    #expect(distance("abcdef", "uvwxyz", limit: 2) == 3)
    #expect(distance("a", "abcdef", limit: 2) == 3)
  }

  @Test(arguments: [
    ("martha", "marhta", 0.9611), ("dwayne", "duane", 0.84), ("dixon", "dicksonx", 0.8133), ("abc", "xyz", 0),
    ("", "abc", 0),
  ])
  func `has the similarities of Winkler's examples`(_ a: String, _ b: String, _ likeness: Double) {
    let bytes = Array((a + b).utf8)
    let found = EditDistance().jaroWinkler(bytes, 0..<a.utf8.count, a.utf8.count..<bytes.count)
    #expect(abs(found - likeness) < 0.0001)
  }

  private func distance(_ a: String, _ b: String, limit: Int) -> Int {
    distance(Array(a.utf8), Array(b.utf8), limit: limit)
  }

  private func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    var edits = EditDistance()
    return edits.distance(a + b, 0..<a.count, a.count..<a.count + b.count, limit: limit)
  }

  /// The textbook's recurrence.
  private func plainDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for j in 0...b.count { table[0][j] = j }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    for i in 1...a.count {
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}
