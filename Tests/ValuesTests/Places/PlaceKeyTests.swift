import Testing

@testable import Values

@Test(arguments: [
  ("São Paulo", "sao paulo"), ("Kraków", "krakow"), ("St. Gallen", "saint gallen"), ("L'Aquila", "laquila"),
  ("Kamensk-Ural’skiy", "kamensk uralskiy"), ("U.S.A.", "usa"), ("D.C. Area", "dc area"), ("ΑΘΉΝΑ", "αθηνα"),
  ("Gießen", "giessen"), ("  Bad   Tölz ", "bad tolz"), ("Łódź", "lodz"), ("İzmir", "izmir"),
])
func `compares names without case, marks and points`(name: String, key: String) {
  #expect(PlaceKey.words(name).map(\.text).joined(separator: " ") == key)
}

@Test func `sees the same name composed and decomposed`() {
  #expect(PlaceKey.words("Co\u{302}te").map(\.key) == PlaceKey.words("Côte").map(\.key))
}

@Test func `tells what parts words`() {
  let words = PlaceKey.words("Baden-Baden, DE - Süd / Nord; Ost")
  #expect(words.dropFirst().map(\.breakBefore) == [.hyphen, .part, .part, .slash, .place])
}
