import Testing

@testable import Values

@Test func `holds every country, most divisions and the cities`() {
  let gazetteer = Gazetteer.shared
  #expect(gazetteer.countries.count > 240)
  #expect(gazetteer.divisions.count > 4_500)
  #expect(gazetteer.cities.count > 30_000)
}

@Test func `puts cities into divisions of their own country`() {
  let gazetteer = Gazetteer.shared
  for city in gazetteer.cities {
    guard let division = city.division else { continue }
    #expect(gazetteer.divisions[division].country == city.country, "\(city.name)")
  }
}

@Test func `never says that a division lies in itself`() {
  let gazetteer = Gazetteer.shared
  for division in gazetteer.divisions {
    guard let above = division.above else { continue }
    #expect(gazetteer.divisions[above].above == nil, "\(division.code)")
    #expect(gazetteer.divisions[above].country == division.country)
  }
}

@Test func `finds every name it holds`() {
  let gazetteer = Gazetteer.shared
  for (number, city) in gazetteer.cities.enumerated() {
    let meanings = gazetteer.lookUp(PlaceKey.hash(PlaceKey.words(city.name)[...]))
    #expect(meanings.contains(.city(number)), "\(city.name)")
  }
}

@Test func `holds no city without people or in the hundred millions`() {
  #expect(Gazetteer.shared.cities.allSatisfy { (500..<100_000_000).contains($0.population) })
}
