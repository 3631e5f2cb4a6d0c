import Records
import Testing

struct ShortHashTests {
  @Test func `is the beginning of the same fields' full hash`() {
    // SHA-256 of the fields "a", "" and nothing begins with 43a23bd9c5c0bd67 0013ce44b6d58329.
    let hash = ShortHash(fields: ["a", "", nil])
    #expect(hash.high == 0x43a2_3bd9_c5c0_bd67)
    #expect(hash.low == 0x0013_ce44_b6d5_8329)
  }

  @Test func `tells fields apart that look alike when joined`() {
    let hashes: [ShortHash] = [
      .init(fields: ["ab"]), .init(fields: ["a", "b"]), .init(fields: ["", "ab"]), .init(fields: [nil, "ab"]),
      .init(fields: []), .init(fields: [nil]), .init(fields: [""]),
    ]
    #expect(Set(hashes).count == hashes.count)
  }

  @Test func `sorts by the high half, then by the low one`() {
    let hashes = (0..<200).map { ShortHash(fields: [String($0)]) }
    let sorted = hashes.sorted()
    for (a, b) in zip(sorted, sorted.dropFirst()) { #expect(a.high < b.high || a.high == b.high && a.low < b.low) }
  }
}
