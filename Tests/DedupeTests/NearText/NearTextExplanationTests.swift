import Dedupe
import Testing

struct NearTextExplanationTests {
  private let first = "We are looking for a data engineer to join our team in Oslo this coming spring"
  private let second = "we are looking for a data engineer to join our team in Bergen this coming spring"

  @Test func `tells shared shingles and differing words`() {
    let found = NearTextExplanation(first, second, NearTextRule(similarity: 0.4))
    #expect([found.shingles.shared, found.shingles.inFirst, found.shingles.inSecond] == [8, 12, 12])
    #expect(found.areNear)
    #expect(found.difference.runs.map(\.words).dropFirst().prefix(2) == ["Oslo", "Bergen"])
  }

  @Test func `follows the rule's similarity and minimum`() {
    #expect(!NearTextExplanation(first, second, NearTextRule(similarity: 0.8)).areNear)
    #expect(!NearTextExplanation(first, first, NearTextRule(minimumWords: 40)).areNear)
    #expect(!NearTextExplanation("", "", NearTextRule()).areNear)
  }
}
