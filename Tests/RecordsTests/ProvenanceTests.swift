import Records
import Testing

struct ProvenanceTests {
  @Test func `is taken over from the document`() {
    let document = Document(
      id: "d", source: "site", address: "https://science.example/a", path: "data/a.html", kind: .html,
      contentHash: ContentHash(of: "tide"), byteCount: 4, fetchedAt: Timestamp(seconds: 7))
    #expect(
      Provenance(of: document)
        == Provenance(
          source: "site", address: "https://science.example/a", fetchedAt: Timestamp(seconds: 7),
          contentHash: ContentHash(of: "tide")))
  }
}
