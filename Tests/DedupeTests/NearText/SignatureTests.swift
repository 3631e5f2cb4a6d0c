import Testing

@testable import Dedupe

struct SignatureTests {
  private func agreeing(_ batch: SketchBatch, _ a: Int, _ b: Int) -> Int {
    unsafe batch.signatures.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return -1 }
      return unsafe Signature.agreeing(base + a * Signature.bins, base + b * Signature.bins)
    }
  }

  @Test func `counts the bins that agree`() {
    let batch = sketched(
      [("a", "one two three four five six"), ("b", "seven two three four five six")], NearTextRule())
    let pairs = zip(batch.signatures.prefix(128), batch.signatures.suffix(128))
    #expect(agreeing(batch, 0, 1) == pairs.count { $0 == $1 })
    #expect(agreeing(batch, 0, 0) == 128)
  }

  @Test(arguments: [12, 40, 130, 900]) func `agrees in about the share of common shingles`(length: Int) {
    var maker = TextMaker(seed: UInt64(length))
    var estimated = 0.0
    var actual = 0.0
    let rounds = 300
    for _ in 0..<rounds {
      let words = maker.words(length)
      let other = maker.varied(words, 0.04).joined(separator: " ")
      let text = words.joined(separator: " ")
      estimated += Double(agreeing(sketched([("a", text), ("b", other)], NearTextRule()), 0, 1)) / 128
      actual += plainJaccard(text, other)
    }
    #expect(abs(estimated - actual) / Double(rounds) < 0.025)
  }

  @Test func `makes keys of the band's rows alone`() {
    var bytes = (0..<128).map { UInt8($0) }
    func key(_ first: Int, _ rows: Int) -> UInt32 {
      unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe buffer.baseAddress.map { unsafe Signature.bandKey($0, first: first, rows: rows) } ?? 0
      }
    }
    for (first, rows) in [(0, 6), (6, 6), (120, 6), (125, 3), (127, 1), (120, 8)] {
      let before = key(first, rows)
      for place in bytes.indices {
        bytes[place] ^= 0x55
        #expect((key(first, rows) != before) == (first..<(first + rows)).contains(place))
        bytes[place] ^= 0x55
      }
    }
  }
}
