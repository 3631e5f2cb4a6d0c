import Testing

@testable import Values

/// A place as `DE BY Munich`, with its mode.
private func describe(_ reading: PlaceReading?) -> String {
  guard let reading else { return "nothing" }
  let parts = [reading.place.country, reading.place.region, reading.place.city, reading.mode?.rawValue]
  return parts.map { $0 ?? "-" }.joined(separator: " ")
}

@Test(arguments: [
  ("Bristol, England, UK", "GB ENG Bristol -"),
  ("FR, 69, Lyon", "FR 69 Lyon -"),
  ("Nürnberg, Bayern, Deutschland", "DE BY Nuremberg -"),
  ("NUERNBERG, DE", "DE BY Nuremberg -"),
  ("Fargo ND", "US ND Fargo -"),
  ("Fargo, North Dakota, U.S.A.", "US ND Fargo -"),
  ("AUS-QLD-Cairns", "AU QLD Cairns -"),
  ("Oulu (FI)", "FI 14 Oulu -"),
  ("Japan - Nagoya", "JP 23 Nagoya -"),
  ("〒 名古屋市", "JP 23 Nagoya -"),
  ("8001 Zürich", "CH ZH Zürich -"),
  ("12 Mill Lane, Leeds LS1 4AP, United Kingdom", "GB ENG Leeds -"),
  ("Washington, D.C.", "US DC Washington -"),
  ("Korea, Republic of", "KR - - -"),
  ("Trinidad and Tobago", "TT - - -"),
  ("Singapore", "SG - Singapore -"),
])
func `reads a place as it is written`(text: String, expected: String) {
  #expect(describe(readPlace(text, locale: nil)) == expected)
}

@Test(arguments: [
  ("Remote", "- - - remote"),
  ("Remote (EU)", "- - - remote"),
  ("Remote in Canada", "CA - - remote"),
  ("Homeoffice, Österreich", "AT - - remote"),
  ("Hybrid - Leipzig", "DE SN Leipzig hybrid"),
  ("Oslo or Remote", "NO 03 Oslo remote"),
  ("Multiple locations", "- - - multiple"),
  ("4 locations", "- - - multiple"),
  ("Oslo; Bergen, Norway", "NO - - multiple"),
])
func `reads how people take part`(text: String, expected: String) {
  #expect(describe(readPlace(text, locale: nil)) == expected)
}

@Test(arguments: ["Georgia", "Cambridge", "Korea", "CA", "Ontario, CA", "Punjab", "Victoria"])
func `claims no country where several are as likely`(text: String) throws {
  let reading = try #require(readPlace(text, locale: nil))
  #expect(reading.isAmbiguous)
  #expect(reading.place == Place())
  #expect(Set(reading.candidates.map(\.country)).count > 1)
}

@Test func `claims the country that all places of a name share`() throws {
  let reading = try #require(readPlace("Springfield", locale: nil))
  #expect(reading.isAmbiguous)
  #expect(reading.place == Place(country: "US"))
}

@Test(arguments: [
  ("Georgia", "en-US", "US GA - -"), ("Georgia", "ka-GE", "GE - - -"), ("DE", "de_DE", "DE - - -"),
  ("Cambridge", "en-GB", "GB ENG Cambridge -"), ("Paris", "en-US", "FR - Paris -"),
])
func `lets the locale settle what is as likely, and nothing else`(text: String, locale: String, expected: String) {
  #expect(describe(readPlace(text, locale: locale)) == expected)
}

@Test(arguments: [
  ("Tbilisi, Georgia", "GE TB Tbilisi -"), ("Savannah, Georgia", "US GA Savannah -"),
  ("Wilmington, DE", "US DE Wilmington -"), ("Dachau, DE", "DE BY Dachau -"),
  ("New York State", "US NY - -"), ("New York", "US NY New York City -"),
  ("Quebec", "CA QC - -"), ("Quebec City", "CA QC Québec -"), ("Greater Boston Area", "US MA - -"),
])
func `takes what stands beside a name into account`(text: String, expected: String) {
  #expect(describe(readPlace(text, locale: nil)) == expected)
}

@Test(arguments: [
  "N/A", "TBD", "", "Head of Gardening", "Apply now", "?", "EMEA", "in", "Full-time", "Bath time", "London Bridge",
])
func `finds no place where there is none`(text: String) {
  #expect(readPlace(text, locale: nil) == nil)
}

@Test(arguments: [
  ("Oslo, NO | Bergen, NO", ["NO 03 Oslo -", "NO 46 Bergen -"]),
  ("Vienna, Rome, Oslo", ["AT 9 Vienna -", "IT 62 Rome -", "NO 03 Oslo -"]),
  ("Salem, OR or Remote", ["US OR Salem -", "- - - remote"]),
  ("Madrid y Barcelona", ["ES MD Madrid -", "ES CT Barcelona -"]),
  ("Germany or France", ["DE - - -", "FR - - -"]),
  ("Austin, TX, Boise, ID", ["US TX Austin -", "US ID Boise -"]),
  ("Bosnia and Herzegovina", ["BA - - -"]),
])
func `reads several places in order`(text: String, expected: [String]) {
  #expect(readPlaces(text, locale: nil).map(describe) == expected)
}

@Test func `keeps a town that the gazetteer doesn't hold as it is written`() throws {
  let reading = try #require(readPlace("Lower Snoring, Norfolk, England", locale: nil))
  #expect(reading.place == Place(country: "GB", region: "ENG", city: "Lower Snoring"))
}
