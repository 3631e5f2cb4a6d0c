import Testing

@testable import Text

struct LanguageModelTests {
  @Test func `has a cost for every pair of every language's letters`() {
    #expect(LanguageModel.all.count > 40)
    for model in LanguageModel.all {
      #expect(model.costs.count == model.count * model.count, "\(model.name)")
      #expect(!model.encodings.isEmpty, "\(model.name)")
      #expect(model.costs.allSatisfy { $0 <= 48 })
    }
  }

  @Test func `names only encodings that have the language's letters`() {
    for (model, table) in zip(LanguageModel.all, LanguageModel.tables) {
      #expect(model.encodings.count == table.encodings.split(separator: " ").count, "\(model.name)")
      #expect(model.encodings.allSatisfy { $0.isSingleByte })
    }
  }

  @Test func `explains words of its own language best`() throws {
    func cost(_ language: String) throws -> Int {
      let model = try #require(LanguageModel.all.first { $0.name == language })
      return model.cost(ofASCII: Array(" the harbour and its boats are waiting there".utf8))
    }
    let (english, finnish, polish) = (try cost("en"), try cost("fi"), try cost("pl"))
    #expect(english < finnish)
    #expect(english < polish)
  }
}
