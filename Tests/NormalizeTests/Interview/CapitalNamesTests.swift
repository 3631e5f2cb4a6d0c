import Testing

@testable import Normalize

struct CapitalNamesTests {
  @Test(arguments: [
    ("We met Ada Maren Moss, who sails.", ["Maren Moss"]),
    ("Élise Ferrand et Zoë Brun-Roy", ["Élise Ferrand", "Zoë Brun-Roy"]),
    ("nobody", []), ("Ada (Moss)", []), ("Ada", []), ("O’Neill Ryan", ["O’Neill Ryan"]),
  ])
  func `gives the last two words of every run with capital letters`(text: String, expected: [String]) {
    var names = CapitalNames()
    names.add(Array(text.utf8)[...])
    #expect(names.names.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test func `tells lines that begin with one`() {
    var names = CapitalNames()
    names.add(Array("Ada Moss".utf8)[...])
    #expect(names.begin(Array("Ada Moss at sea".utf8)[...]))
    #expect(!names.begin(Array("At sea".utf8)[...]))
  }
}
