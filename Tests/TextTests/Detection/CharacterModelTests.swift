import Testing

@testable import Text

struct CharacterModelTests {
  private func model(_ name: String) throws -> CharacterModel {
    try #require(CharacterModel.all.first { $0.model.name == name }).model
  }

  @Test func `finds each language's text cheaper than the others`() throws {
    for (name, text) in [("zhHans", "我们可以选择这个时间"), ("zhHant", "我們可以選擇這個時間"), ("ja", "それを見ている"), ("ko", "시간을 선택하세요")] {
      let own = try model(name).cost(of: Array(text.utf8))
      for (other, _) in CharacterModel.all where other.name != name {
        #expect(own < other.cost(of: Array(text.utf8)), "\(name) and \(other.name)")
      }
    }
  }

  @Test func `prices misfits and private characters as next to impossible`() throws {
    let model = try model("ja")
    #expect(model.cost(of: "\u{FFFD}") > model.cost(of: "鬱"))
    #expect(model.cost(of: "\u{E000}") > model.cost(of: "鬱"))
    #expect(model.cost(of: "の") < model.cost(of: "鬱"))
    #expect(model.knows("の") && !model.knows("\u{E000}"))
  }

  @Test func `charges for letters of two scripts that touch`() throws {
    let model = try model("ja")
    #expect(model.cost(of: Array("aの".utf8)) > model.cost(of: Array("a の".utf8)))
  }

  @Test func `has encodings for every language`() {
    for (model, encodings) in CharacterModel.all { #expect(!encodings.isEmpty, "\(model.name)") }
  }
}
