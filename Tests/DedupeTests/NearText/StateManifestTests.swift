import Testing

@testable import Dedupe

struct StateManifestTests {
  @Test func `reads what it wrote`() {
    var manifest = StateManifest(NearTextRule(similarity: 0.73, recall: 0.99, shingleWords: 4, minimumWords: 9))
    manifest.generation = 12
    manifest.baseUnits = 5
    #expect(StateManifest(manifest.text) == manifest)
  }

  @Test func `suits the rule it was made for, and no other`() {
    let manifest = StateManifest(NearTextRule(similarity: 0.8))
    #expect(manifest.suits(NearTextRule(similarity: 0.8)))
    #expect(!manifest.suits(NearTextRule(similarity: 0.81)))
    #expect(!manifest.suits(NearTextRule(similarity: 0.8, recall: 0.9)))
    #expect(!manifest.suits(NearTextRule(similarity: 0.8, shingleWords: 4)))
    #expect(!manifest.suits(NearTextRule(similarity: 0.8, minimumWords: 20)))
  }

  @Test(arguments: ["", "version 1\n", "version one\n", "{}"]) func `refuses what is none`(text: String) {
    #expect(StateManifest(text) == nil)
    #expect(StateManifest(StateManifest(NearTextRule()).text + text + "more 1\n") == nil)
  }
}
