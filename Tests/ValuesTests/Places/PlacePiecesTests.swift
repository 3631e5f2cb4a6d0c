import Testing

@testable import Values

/// The pieces of a location: `known`, `phrase`, `number` or `unknown`, each with its words.
private func pieces(_ text: String) -> [String] {
  let words = PlaceKey.words(text)
  return PlacePieceCutter(words[...]).pieces().map { piece in
    let kind =
      switch piece.kind {
      case .known: "known"
      case .phrase: "phrase"
      case .number: "number"
      case .unknown: "unknown"
      }
    return kind + " " + words[piece.words].map(\.text).joined(separator: " ")
  }
}

@Test(arguments: [
  ("Fort Worth TX", ["known fort worth", "known tx"]),
  ("Remote in Canada", ["phrase remote", "phrase in", "known canada"]),
  ("10115 Berlin", ["number 10115", "known berlin"]), ("USA-MA-Boston", ["known usa", "known ma", "known boston"]),
  ("Xyzzy Street, Leeds", ["unknown xyzzy", "unknown street", "known leeds"]),
  ("Canton, Ohio", ["known canton", "known ohio"]),
])
func `cuts words into the fewest pieces that are known`(text: String, expected: [String]) {
  #expect(pieces(text) == expected)
}

@Test func `numbers the segments between commas and dashes`() {
  let words = PlaceKey.words("Fort Worth TX, USA - Remote")
  #expect(PlacePieceCutter(words[...]).pieces().map(\.segment) == [0, 0, 1, 2])
}

@Test func `takes a code in small letters only where it stands alone`() {
  #expect(pieces("work in oslo").contains("phrase in"))
  #expect(pieces("oslo, no") == ["known oslo", "known no"])
}
