import Testing

@testable import Values

struct NgramTableTests {
  @Test(arguments: LanguageScript.allCases)
  func `has every language's strings in the table`(script: LanguageScript) {
    let table = NgramTable.of(script)
    #expect(table.tags.count == Set(table.tags).count)
    #expect(table.count > 100)
  }

  @Test func `finds words likelier in their language, whatever their case`() throws {
    let table = NgramTable.of(.latin)
    let likelihoods = table.likelihoods(of: "nicht und aber".unicodeScalars.map(\.value))
    let german = try #require(table.tags.firstIndex(of: "de"))
    #expect(likelihoods.max() == likelihoods[german])
    #expect(table.likelihoods(of: "NICHT, UND (aber)".unicodeScalars.map(\.value)) == likelihoods)
  }

  @Test func `knows nothing of other scripts`() {
    #expect(NgramTable.of(.latin).likelihoods(of: "слово".unicodeScalars.map(\.value)).allSatisfy { $0 == 0 })
  }
}
