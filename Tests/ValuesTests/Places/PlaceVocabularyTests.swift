import Testing

@testable import Values

@Test(arguments: [
  ("Work from home", PlacePhrase.mode(.remote)), ("hybrid", .mode(.hybrid)), ("Various locations", .mode(.multiple)),
  ("EMEA", .world), ("Metro Area", .surroundings), ("County", .division), ("Republic of", .country), ("City of", .city),
  ("n/a", .missing), ("Télétravail", .mode(.remote)), ("在宅勤務", .mode(.remote)),
])
func `knows the phrases of locations`(text: String, phrase: PlacePhrase) {
  #expect(PlaceVocabulary.phrase(PlaceKey.hash(PlaceKey.words(text)[...])) == phrase)
}

@Test(arguments: ["oder", "and", "или"])
func `knows the words that join places`(word: String) throws {
  #expect(PlaceVocabulary.isConjunction(try #require(PlaceKey.words(word).first)))
}
