/// Chooses among the ways to take a location.
struct PlaceChoice {
  private let gazetteer = Gazetteer.shared
  /// How many times more prominent than any other country's a place must be for a bare name to be taken for it.
  ///
  /// The bare names London (98 : 1), Dublin and San Francisco (40 : 1) are taken; Birmingham (8 : 1), Hyderabad (3 : 1)
  /// and Cambridge (1 : 1) are nobody's.
  static let countryDominance = 10.0
  /// The same between places of one country.
  static let placeDominance = 5.0

  /// The share of a region's townspeople that a city of its name in it must hold for the bare name to be the city's:
  /// Quebec (8 %) is the province, New York (40 %) the city.
  static let innerShare = 0.1
  /// The same for a city elsewhere in the country: Washington (12 %) is nobody's, Maputo the city.
  static let outerShare = 0.2

  /// What was chosen, and what else may be meant.
  struct Outcome {
    var place: Place
    var rule: String
    var isInferred = false
    /// The places as likely; empty where the choice is clear.
    var candidates: [Place] = []
    /// The chosen way, where it is clear.
    var hypothesis: PlaceHypothesis?
  }

  /// The choice among hypotheses, of which there is at least one.
  ///
  /// - Parameter region: the region of the text's locale, such as `US`.
  func choose(_ hypotheses: [PlaceHypothesis], region: String?) -> Outcome? {
    let ranked = rank(withoutNamesakes(hypotheses))
    guard let first = ranked.first else { return nil }
    var countries: [Int] = []
    for hypothesis in ranked where !countries.contains(hypothesis.country) { countries.append(hypothesis.country) }
    guard countries.count > 1 else { return within(ranked, rule: rule(first)) }
    if let city = stateCity(ranked) { return within(city, rule: "written") }
    if dominates(ranked) && !hasStateCity(ranked) {
      return within(ranked.filter { $0.country == first.country }, rule: rule(first))
    }
    if let region, let local = countries.first(where: { gazetteer.countries[$0].code == region }) {
      return within(ranked.filter { $0.country == local }, rule: "locale")
    }
    return Outcome(place: Place(), rule: "ambiguous", candidates: places(ranked))
  }

  /// Without the provinces and counties that bear a country's name, such as the Belgian Luxembourg.
  private func withoutNamesakes(_ hypotheses: [PlaceHypothesis]) -> [PlaceHypothesis] {
    let hasCountry = hypotheses.contains { $0.hasWrittenCountry && $0.weight >= 4 }
    guard hasCountry else { return hypotheses }
    return hypotheses.filter { hypothesis in
      guard hypothesis.city == nil, !hypothesis.hasWrittenCountry, let division = hypothesis.division else {
        return true
      }
      return gazetteer.divisions[division].above == nil
    }
  }

  private func rank(_ hypotheses: [PlaceHypothesis]) -> [PlaceHypothesis] {
    let people = hypotheses.map { $0.prominence(gazetteer) }
    let order = hypotheses.indices.sorted { (people[$0], $1) > (people[$1], $0) }
    return order.map { hypotheses[$0] }
  }

  private func rule(_ hypothesis: PlaceHypothesis) -> String {
    hypothesis.hasWrittenCountry || (hypothesis.division != nil && hypothesis.city != nil) ? "written" : "prominent"
  }

  /// Whether the first country's places are far more prominent than those of all others.
  private func dominates(_ ranked: [PlaceHypothesis]) -> Bool {
    guard let first = ranked.first, let second = ranked.first(where: { $0.country != first.country }) else {
      return true
    }
    return first.prominence(gazetteer) >= PlaceChoice.countryDominance * second.prominence(gazetteer)
  }

  /// Whether one reading is `City, ST` of the United States and another takes the two letters for a country: Ontario, CA.
  private func hasStateCity(_ ranked: [PlaceHypothesis]) -> Bool {
    ranked.contains {
      gazetteer.countries[$0.country].code == "US" && $0.division != nil && $0.city != nil && !$0.hasWrittenCountry
    } && ranked.contains { $0.hasWrittenCountry && $0.explained > 1 && $0.city == nil }
  }

  /// The reading as `City, CA` of the United States where `CA` may also be the code of a country in which there is a city of
  /// that name, unless that one is four times as large: the two letters of a state behind a city are by far the
  /// commoner.
  private func stateCity(_ ranked: [PlaceHypothesis]) -> [PlaceHypothesis]? {
    let states = ranked.filter { gazetteer.countries[$0.country].code == "US" && $0.division != nil && $0.city != nil }
    guard let state = states.first, !state.hasWrittenCountry,
      ranked.allSatisfy({ $0.country == state.country || ($0.hasWrittenCountry && $0.city != nil) })
    else { return nil }
    let others = ranked.filter { $0.country != state.country }.map { $0.prominence(gazetteer) }.max() ?? 0
    return others < 4 * state.prominence(gazetteer) ? states : nil
  }

  /// The choice within one country.
  private func within(_ ranked: [PlaceHypothesis], rule: String) -> Outcome {
    let first = preferred(ranked)
    let distinct = places(ranked)
    var outcome = Outcome(place: first.place(gazetteer), rule: rule, hypothesis: first)
    outcome.isInferred = !first.hasWrittenCountry
    if distinct.count == 1 || isClear(first, ranked) { return outcome }
    outcome.hypothesis = nil
    outcome.candidates = distinct
    outcome.rule = "ambiguous"
    let regions = Set(distinct.map(\.region))
    outcome.place = Place(country: outcome.place.country, region: regions.count == 1 ? distinct[0].region : nil)
    return outcome
  }

  /// Of a city and the region or country of its name: the city where it is the largest one there, or where the region is
  /// written besides; the region elsewhere.
  private func preferred(_ ranked: [PlaceHypothesis]) -> PlaceHypothesis {
    let cities = ranked.filter { $0.city != nil }
    if cities.count == ranked.count, let other = cities.first, other.isOtherCityName,
      let own = cities.first(where: {
        !$0.isOtherCityName && $0.regionOfCity(gazetteer) == other.regionOfCity(gazetteer)
      })
    {
      return own
    }
    guard let city = cities.first, let region = ranked.first(where: { $0.city == nil }) else { return ranked[0] }
    guard let number = city.city else { return ranked[0] }
    if city.explained > 1, city.division != nil || city.hasWrittenCountry,
      region.division == nil || city.division != nil
    {
      return city
    }
    guard let division = region.division else {
      return gazetteer.countries[region.country].isCityState ? city : region
    }
    if let own = gazetteer.cities[number].division, own != division, gazetteer.isWithin(division, own) { return city }
    return isLargePart(number, of: division) ? city : region
  }

  /// Whether a city holds a large share of the townspeople of a region of its name.
  private func isLargePart(_ city: Int, of division: Int) -> Bool {
    let isInside = gazetteer.cities[city].division.map { gazetteer.areRelated($0, division) } ?? false
    let share = isInside ? PlaceChoice.innerShare : PlaceChoice.outerShare
    return gazetteer.cities[city].population >= share * gazetteer.divisions[division].weight
  }

  /// Whether the others are the same place seen otherwise, or far less prominent.
  private func isClear(_ first: PlaceHypothesis, _ ranked: [PlaceHypothesis]) -> Bool {
    let people = first.prominence(gazetteer)
    return ranked.allSatisfy { other in
      isSame(first, other) || people >= PlaceChoice.placeDominance * other.prominence(gazetteer)
    }
  }

  private func isSame(_ one: PlaceHypothesis, _ other: PlaceHypothesis) -> Bool {
    if one.place(gazetteer) == other.place(gazetteer) { return true }
    // Another name of a city, in the region where a city has it for its first.
    if one.city != nil, other.isOtherCityName, !one.isOtherCityName,
      one.regionOfCity(gazetteer) == other.regionOfCity(gazetteer)
    {
      return true
    }
    // The country of a region or city of its name, and the region of a city of its name.
    if one.division == nil && one.city == nil || other.division == nil && other.city == nil { return true }
    guard (one.city == nil) != (other.city == nil) else { return false }
    let city = one.city ?? other.city
    guard let city, let division = one.city == nil ? one.division : other.division else { return false }
    if let own = gazetteer.cities[city].division, gazetteer.areRelated(own, division) { return true }
    return one.city != nil && isLargePart(city, of: division)
  }

  private func places(_ ranked: [PlaceHypothesis]) -> [Place] {
    var places: [Place] = []
    for hypothesis in ranked {
      let place = hypothesis.place(gazetteer)
      if !places.contains(place) && places.count < 10 { places.append(place) }
    }
    return places
  }
}
