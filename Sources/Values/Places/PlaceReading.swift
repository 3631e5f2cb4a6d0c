/// How people take part in what happens at a place.
package enum PlaceMode: String, Hashable, Sendable {
  /// From anywhere, or from anywhere in the country that is named.
  case remote
  /// Partly there, partly from elsewhere.
  case hybrid
  /// In several places, named or not.
  case multiple
}

/// A country, perhaps with one of its regions and cities.
package struct Place: Hashable, Sendable {
  /// ISO 3166-1 alpha-2.
  package var country: String?
  /// The part of the ISO 3166-2 code behind the country.
  package var region: String?
  /// The city's name as GeoNames spells it; as written where the gazetteer doesn't hold it.
  package var city: String?

  package init(country: String? = nil, region: String? = nil, city: String? = nil) {
    self.country = country
    self.region = region
    self.city = city
  }
}

/// What a written location says.
package struct PlaceReading: Hashable, Sendable {
  /// The place; without a country where several countries are meant as likely.
  package var place: Place
  /// How people take part, where it says so.
  package var mode: PlaceMode?
  /// The name of the rule that read it: `written`, `prominent`, `locale`, `nearby`, `ambiguous`, `several`, `mode`.
  package var rule: String
  /// Whether several places are meant as likely; `candidates` names them, and what they share is in `place`.
  package var isAmbiguous = false
  /// Whether the country isn't written, but follows from a city or region of that name.
  package var isInferred = false
  /// The places that may be meant, the most prominent first; at most ten, empty unless ambiguous.
  package var candidates: [Place] = []

  /// A reading that says nothing.
  package static let nothing = PlaceReading(rule: "none")

  init(place: Place = Place(), mode: PlaceMode? = nil, rule: String) {
    self.place = place
    self.mode = mode
    self.rule = rule
  }
}
