import Testing

@testable import Values

/// The choice among all that one name may mean.
private func choice(_ name: String, region: String? = nil) -> PlaceChoice.Outcome? {
  let meanings = Array(Gazetteer.shared.lookUp(PlaceKey.hash(PlaceKey.words(name)[...])))
  return PlaceChoice().choose(PlaceHypotheses(meanings: [meanings]).best(), region: region)
}

@Test(arguments: [
  ("London", "GB"), ("Dublin", "IE"), ("Oslo", "NO"), ("Jordan", "JO"), ("Luxembourg", "LU"), ("Ontario", "CA"),
])
func `takes a name for the place that is far more prominent than its namesakes`(name: String, country: String) throws {
  let outcome = try #require(choice(name))
  #expect(outcome.place.country == country)
  #expect(outcome.candidates.isEmpty)
}

@Test(arguments: ["Hyderabad", "Birmingham", "Georgia", "Cornwall", "Punjab"])
func `takes a name for no place where none is far more prominent`(name: String) throws {
  let outcome = try #require(choice(name))
  #expect(outcome.place == Place())
  #expect(outcome.rule == "ambiguous")
}

@Test func `lets the region decide between places as prominent`() {
  #expect(choice("Birmingham", region: "US")?.place.region == "AL")
  #expect(choice("Birmingham", region: "FR")?.place == Place())
}
