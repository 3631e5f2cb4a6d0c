/// One way to take all pieces of a location together, in one country.
struct PlaceHypothesis {
  var country: Int
  /// The division that is written.
  var division: Int?
  var city: Int?
  /// An unofficial area that is written.
  var hasArea = false
  /// Whether the city is meant by a name other than its first.
  var isOtherCityName = false
  var hasWrittenCountry = false
  /// Whether two cities are taken, one as a part of the other.
  var hasPartOfCity = false
  /// The pieces taken into it.
  var explained = 0
  /// How telling the pieces are: a country's name more than its code, that more than a city.
  var weight = 0
  /// For each piece whether it is taken.
  var isTaken: [Bool] = []

  /// About how many names a city of 100,000 people has.
  private static let commonNames = 20.0

  /// What a country counts at least: small ones are as well known by name as larger ones.
  private static let leastCountry = 100_000.0

  /// How many people may mean it: those of the city by how many names it has in the world's languages beside the common
  /// number, four times as many for a capital, a sixteenth for another name; those of the region; ten times those of a
  /// country.
  func prominence(_ gazetteer: Gazetteer) -> Double {
    if let city {
      let entry = gazetteer.cities[city]
      let fame = entry.population * entry.otherNames / PlaceHypothesis.commonNames
      return fame * (entry.isCapital ? 4 : 1) / (isOtherCityName ? 16 : 1)
    }
    if let division, !hasWrittenCountry { return max(1, gazetteer.divisions[division].weight) }
    return 10 * max(PlaceHypothesis.leastCountry, gazetteer.countries[country].weight)
  }

  /// The hypothesis as a place. The region is the one that is written, else the one in which the city lies, except in
  /// countries where a city doesn't tell which of two layers is meant.
  func place(_ gazetteer: Gazetteer) -> Place {
    let region: Int? =
      division
      ?? (gazetteer.countries[country].isWrittenRegionsOnly ? nil : city.flatMap { gazetteer.cities[$0].division })
    return Place(
      country: gazetteer.countries[country].code, region: region.map { gazetteer.divisions[$0].code },
      city: (city ?? stateCity(gazetteer)).map { gazetteer.cities[$0].name })
  }
}

extension PlaceHypothesis {
  /// The division in which its city lies.
  func regionOfCity(_ gazetteer: Gazetteer) -> Int? { city.flatMap { gazetteer.cities[$0].division } }

  /// The city that is the whole country.
  private func stateCity(_ gazetteer: Gazetteer) -> Int? {
    division == nil && gazetteer.countries[country].isCityState ? gazetteer.countries[country].largestCity : nil
  }
}

/// Finds the ways to take pieces together.
struct PlaceHypotheses {
  let gazetteer = Gazetteer.shared
  /// For each piece what it may mean.
  let meanings: [[PlaceMeaning]]
  /// The most ways kept for a country.
  private static let breadth = 24

  /// All ways that leave the fewest pieces out, those first that hold the more telling ones.
  func best() -> [PlaceHypothesis] {
    var all: [PlaceHypothesis] = []
    for country in countries() { all += hypotheses(country) }
    let most = all.map(\.explained).max() ?? 0
    all = all.filter { $0.explained == most && most > 0 }
    if !all.allSatisfy(\.hasPartOfCity) { all.removeAll(where: \.hasPartOfCity) }
    guard most < meanings.count else { return all }
    let heaviest = all.map(\.weight).max() ?? 0
    var heavy = all.filter { $0.weight == heaviest }
    // What stands last is the wider place: Paris, Ontario.
    if heavy.contains(where: { $0.isTaken.last == true }) { heavy.removeAll { $0.isTaken.last == false } }
    let countries = Set(heavy.map(\.country))
    return all.filter { countries.contains($0.country) }
  }

  /// The countries that a piece names or lies in; a region's code says nothing by itself, unless it is of a country whose
  /// regions are commonly written so.
  private func countries() -> [Int] {
    var countries: Set<Int> = []
    for meaning in meanings.joined() {
      if case .divisionCode(let division) = meaning, !isCommonCode(division) { continue }
      countries.formUnion(self.countries(of: meaning))
    }
    return countries.sorted()
  }

  private func isCommonCode(_ division: Int) -> Bool {
    ["US", "CA"].contains(gazetteer.countries[gazetteer.divisions[division].country].code)
  }

  private func countries(of meaning: PlaceMeaning) -> [Int] {
    switch meaning {
    case .country(let country), .countryCode(let country): [country]
    case .division(let division), .divisionCode(let division): [gazetteer.divisions[division].country]
    case .city(let city), .otherCityName(let city): [gazetteer.cities[city].country]
    case .area(let area): [gazetteer.areas[area].country]
    case .sharedName(let name): gazetteer.sharedNames[name]
    }
  }

  private func hypotheses(_ country: Int) -> [PlaceHypothesis] {
    var open = [PlaceHypothesis(country: country)]
    for piece in meanings {
      var next: [PlaceHypothesis] = []
      for hypothesis in open {
        for meaning in piece where countries(of: meaning).contains(country) {
          if let extended = extend(hypothesis, meaning) { next.append(extended) }
        }
        var without = hypothesis
        without.isTaken.append(false)
        next.append(without)
      }
      open = pruned(next)
    }
    let most = open.map(\.explained).max() ?? 0
    return open.filter { $0.explained == most && most > 0 }
  }

  private func pruned(_ hypotheses: [PlaceHypothesis]) -> [PlaceHypothesis] {
    guard hypotheses.count > PlaceHypotheses.breadth else { return hypotheses }
    let order = hypotheses.indices.sorted {
      let (one, other) = (hypotheses[$0], hypotheses[$1])
      let (people, others) = (one.prominence(gazetteer), other.prominence(gazetteer))
      return (one.explained, one.weight, people, $1) > (other.explained, other.weight, others, $0)
    }
    return order.prefix(PlaceHypotheses.breadth).map { hypotheses[$0] }
  }

  /// A hypothesis with one more piece in this meaning; nil where the two can't go together.
  private func extend(_ hypothesis: PlaceHypothesis, _ meaning: PlaceMeaning) -> PlaceHypothesis? {
    var extended = hypothesis
    extended.explained += 1
    extended.isTaken.append(true)
    switch meaning {
    case .country, .sharedName: return withCountry(extended, weight: 4)
    case .countryCode: return withCountry(extended, weight: 3)
    case .division(let division): return withDivision(extended, division, weight: 3)
    case .divisionCode(let division): return withDivision(extended, division, weight: 2)
    case .city(let city): return withCity(extended, city)
    case .otherCityName(let city):
      extended.isOtherCityName = true
      return withCity(extended, city)
    case .area(let area):
      extended.hasArea = true
      guard let division = gazetteer.areas[area].division else { return withCountry(extended, weight: 3) }
      return withDivision(extended, division, weight: 3)
    }
  }

  private func withCountry(_ hypothesis: PlaceHypothesis, weight: Int) -> PlaceHypothesis? {
    var hypothesis = hypothesis
    hypothesis.hasWrittenCountry = true
    hypothesis.weight += weight
    return hypothesis
  }

  private func withDivision(_ hypothesis: PlaceHypothesis, _ division: Int, weight: Int) -> PlaceHypothesis? {
    var hypothesis = hypothesis
    if let written = hypothesis.division {
      guard gazetteer.areRelated(written, division) else { return nil }
      // Of two that are written, the one that holds the other.
      if gazetteer.isWithin(division, written) { return weighed(hypothesis, weight) }
    }
    if let city = hypothesis.city, !mayLie(city, in: division) { return nil }
    hypothesis.division = division
    return weighed(hypothesis, weight)
  }

  private func weighed(_ hypothesis: PlaceHypothesis, _ weight: Int) -> PlaceHypothesis {
    var hypothesis = hypothesis
    hypothesis.weight += weight
    return hypothesis
  }

  private func withCity(_ hypothesis: PlaceHypothesis, _ city: Int) -> PlaceHypothesis? {
    guard !hypothesis.hasArea else { return nil }
    if let division = hypothesis.division, !mayLie(city, in: division) { return nil }
    var hypothesis = hypothesis
    if let other = hypothesis.city {
      guard let whole = wholeCity(other, city) else { return nil }
      hypothesis.city = whole
      hypothesis.hasPartOfCity = true
    } else {
      hypothesis.city = city
    }
    return weighed(hypothesis, 2)
  }

  /// Whether a city may lie in a division: where the gazetteer knows the city's only by another layer, it isn't told.
  private func mayLie(_ city: Int, in division: Int) -> Bool {
    guard let own = gazetteer.cities[city].division else { return true }
    return gazetteer.areRelated(own, division)
  }

  /// The city of which the other is a part by the look of it: in the same region, with at least ten times the people.
  private func wholeCity(_ one: Int, _ other: Int) -> Int? {
    let (first, second) = (gazetteer.cities[one], gazetteer.cities[other])
    guard first.division == second.division, one != other else { return one == other ? one : nil }
    if first.population >= 10 * second.population { return one }
    return second.population >= 10 * first.population ? other : nil
  }
}
