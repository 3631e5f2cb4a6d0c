import Testing

@testable import Dedupe

struct TextSketcherTests {
  private let rule = NearTextRule()

  @Test func `has a shingle for each five words in a row`() {
    let batch = sketched([("a", "one two three four five six seven")], rule)
    #expect(batch.shingles.count == 3)
    #expect(batch.entries[0].wordCount == 7)
  }

  @Test func `gives equal shingles to equal words wherever they stand`() {
    let batch = sketched(
      [("a", "x y one two three four five z"), ("b", "One, two; three four FIVE"), ("c", "five four three two one")],
      rule)
    #expect(batch.shingles[2] == batch.shingles[4])
    #expect(Set(batch.shingles).count == 5)
  }

  @Test(arguments: [1, 2, 3, 8, 64]) func `makes shingles of any length`(length: Int) {
    var maker = TextMaker(seed: UInt64(length))
    let words = maker.words(70)
    let rule = NearTextRule(shingleWords: length)
    let batch = sketched([("a", words.joined(separator: " ")), ("b", words.suffix(66).joined(separator: " "))], rule)
    #expect(batch.shingles.prefix(71 - length).suffix(67 - length) == batch.shingles.suffix(67 - length))
  }

  @Test func `keeps nothing of a text that is too short`() {
    let batch = sketched([("a", "only four words here"), ("b", ""), ("c", "now there are five words")], rule)
    #expect(batch.entries.map(\.shingleCount) == [0, 0, 1])
    #expect(batch.signatures.count == Signature.bins)
  }

  @Test func `tells equal bytes from equal words`() {
    let batch = sketched([("a", "One two three four five"), ("b", "one two three four five!")], rule)
    #expect(batch.entries[0].words == batch.entries[1].words)
    #expect(batch.entries[0].raw != batch.entries[1].raw)
  }

  @Test func `hashes the words in their order`() {
    let batch = sketched([("a", "one two three four five"), ("b", "two one three four five")], rule)
    #expect(batch.entries[0].words != batch.entries[1].words)
  }

  @Test func `has the same sketch for a string and its bytes`() {
    var sketcher = TextSketcher(rule)
    var batch = SketchBatch()
    let text = "Grüße aus der großen Stadt am Fluß"
    sketcher.add(id: "a", text, to: &batch)
    sketcher.add(id: "b", utf8: Array(text.utf8), to: &batch)
    #expect(batch.entries[0].raw == batch.entries[1].raw)
    #expect(batch.signatures.prefix(128) == batch.signatures.suffix(128))
  }
}
