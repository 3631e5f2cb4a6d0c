import Testing

@testable import Search

@Suite struct SpellingVariantsTests {
  private func variants(_ word: String) -> [String] {
    SpellingVariants.of(Array(word.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("behaviour", "behavior"), ("behavior", "behaviour"), ("organisation", "organization"), ("centre", "center"),
    ("analyzed", "analysed"), ("modelling", "modeling"), ("anaemia", "anemia"), ("hemoglobin", "haemoglobin"),
    ("tumours", "tumors"), ("catalog", "catalogue"),
  ])
  func `a word has the other side of the ocean's spelling`(_ word: String, _ other: String) {
    #expect(variants(word).contains(other))
  }

  @Test(arguments: ["river", "water", "for", "our", "ise", "", "of"])
  func `short words and words without such parts have none that is themselves`(_ word: String) {
    #expect(!variants(word).contains(word))
    if word.count < 5 { #expect(variants(word).isEmpty) }
  }
}
