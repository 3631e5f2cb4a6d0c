/// Reads the words that name one place, or several with only commas between them.
struct PlaceGroup {
  let words: ArraySlice<PlaceWord>
  /// The region of the text's locale.
  let region: String?
  private let pieces: [PlacePiece]
  private let gazetteer = Gazetteer.shared
  /// The fewest people of a city that is believed beside words that nobody knows.
  private static let wellKnown = 100_000.0
  /// The most names that may describe one place; more are a list.
  private static let mostPieces = 12

  init(_ words: ArraySlice<PlaceWord>, region: String?) {
    self.words = words
    self.region = region
    pieces = PlaceGroup.withoutHalfKnown(PlacePieceCutter(words).pieces())
  }

  /// The places; empty where there is none.
  func readings() -> [PlaceReading] {
    let mode = self.mode
    let known = pieces.filter { !$0.meanings.isEmpty }
    if isCountOfPlaces { return [PlaceReading(mode: .multiple, rule: "mode")] }
    guard !known.isEmpty, !hasMissing else { return mode.map { [PlaceReading(mode: $0, rule: "mode")] } ?? [] }
    guard known.count <= PlaceGroup.mostPieces else { return list(known) ?? [] }
    let hypotheses = PlaceHypotheses(meanings: known.map(meanings)).best()
    if let first = hypotheses.first, first.explained < known.count {
      if let several = list(known) { return several }
      if known.count - first.explained > 1 && !first.hasWrittenCountry { return [] }
    }
    if let both = bothMeantByCode(known) { return [both] }
    guard var outcome = PlaceChoice().choose(spelt(hypotheses, known), region: region), isBelievable(outcome, known)
    else {
      return mode.map { [PlaceReading(mode: $0, rule: "mode")] } ?? []
    }
    addWrittenCity(to: &outcome, known)
    if dropsCity(known) { outcome.place.city = nil }
    var reading = PlaceReading(place: outcome.place, mode: mode, rule: outcome.rule)
    reading.isAmbiguous = !outcome.candidates.isEmpty
    reading.candidates = outcome.candidates
    reading.isInferred = outcome.isInferred
    return [reading]
  }

  /// The pieces with all of a segment unknown where a part of it is, but for a place of two pieces at its end, as in an
  /// address.
  private static func withoutHalfKnown(_ pieces: [PlacePiece]) -> [PlacePiece] {
    var result: [PlacePiece] = []
    for segment in pieces.isEmpty ? 0..<0 : 0..<pieces[pieces.count - 1].segment + 1 {
      let own = pieces.filter { $0.segment == segment }
      guard let unknown = own.lastIndex(where: \.isUnknown) else {
        result += own
        continue
      }
      let tail = own[(unknown + 1)...].filter { !$0.meanings.isEmpty }
      let kept = tail.count > 1 ? unknown + 1 : own.count
      let words = own[0].words.lowerBound..<own[kept - 1].words.upperBound
      result.append(PlacePiece(kind: .unknown, words: words, segment: segment))
      result += own[kept...]
    }
    return result
  }

  private var mode: PlaceMode? {
    var mode: PlaceMode?
    for piece in pieces {
      guard case .phrase(.mode(let written)) = piece.kind else { continue }
      if mode == nil || written == .hybrid { mode = written }
    }
    return mode
  }

  private var hasMissing: Bool {
    pieces.allSatisfy { if case .phrase(.missing) = $0.kind { true } else { false } }
  }

  /// Whether it only counts places, as `3 locations` does.
  private var isCountOfPlaces: Bool {
    guard words.count == 2, let number = words.first, let noun = words.last, number.hasDigit else { return false }
    return ["locations", "places", "cities", "offices", "sites", "countries", "standorte", "orte", "lieux", "sedi"]
      .contains(noun.text)
  }

  private func has(_ phrase: PlacePhrase, in segment: Int) -> Bool {
    pieces.contains { piece in
      guard piece.segment == segment, case .phrase(let own) = piece.kind else { return false }
      return own == phrase
    }
  }

  /// What a piece may mean, given what stands beside it: `Washington State` is no city.
  private func meanings(_ piece: PlacePiece) -> [PlaceMeaning] {
    var meanings = piece.meanings
    if has(.division, in: piece.segment) {
      let divisions = meanings.filter { if case .division = $0 { true } else { false } }
      if !divisions.isEmpty { meanings = divisions }
    }
    if has(.city, in: piece.segment) {
      let cities = meanings.filter {
        if case .city = $0 { true } else if case .otherCityName = $0 { true } else { false }
      }
      if !cities.isEmpty { meanings = cities }
    }
    if saysCountry(piece) {
      let countries = meanings.filter { if case .country = $0 { true } else { false } }
      if !countries.isEmpty { meanings = countries }
    }
    return meanings
  }

  private func saysCountry(_ piece: PlacePiece) -> Bool {
    has(.country, in: piece.segment)
      || has(.country, in: piece.segment + 1)
        && !pieces.contains { $0.segment == piece.segment + 1 && !$0.meanings.isEmpty }
  }

  private func dropsCity(_ known: [PlacePiece]) -> Bool {
    known.contains { piece in
      if has(.surroundings, in: piece.segment) { return true }
      guard has(.division, in: piece.segment) else { return false }
      return piece.meanings.contains { meaning in
        switch meaning {
        case .city, .otherCityName: true
        default: false
        }
      }
    }
  }

  /// The hypotheses whose city is spelt just as it is written, with its marks, where it is written with marks and there are such; else
  /// all of them.
  private func spelt(_ hypotheses: [PlaceHypothesis], _ known: [PlacePiece]) -> [PlaceHypothesis] {
    let written = Set(known.map { words[$0.words].map(\.written).joined(separator: " ").lowercased() })
      .filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
    guard !written.isEmpty else { return hypotheses }
    let exact = hypotheses.filter { hypothesis in
      hypothesis.city.map { written.contains(gazetteer.cities[$0].name.lowercased()) } ?? false
    }
    let countries = Set(exact.map(\.country))
    // Within each country only: a name without its marks elsewhere may still be meant.
    return hypotheses.filter {
      !countries.contains($0.country) || $0.city == nil || exact.map(\.city).contains($0.city)
    }
  }

  /// A lone code such as `CA` or `DE`, which is a country's and a state's; nil for all else and where the locale's region is
  /// one of the two.
  private func bothMeantByCode(_ known: [PlacePiece]) -> PlaceReading? {
    guard known.count == 1, known[0].words.count == 1, words[known[0].words.lowerBound].key.count == 2 else {
      return nil
    }
    var places: [Place] = []
    for meaning in known[0].meanings {
      switch meaning {
      case .countryCode(let country): places.append(Place(country: gazetteer.countries[country].code))
      case .divisionCode(let number):
        let division = gazetteer.divisions[number]
        guard gazetteer.countries[division.country].code == "US" else { continue }
        places.append(Place(country: "US", region: division.code))
      default: return nil
      }
    }
    guard places.count == 2 else { return nil }
    var reading = PlaceReading(mode: mode, rule: "ambiguous")
    if let local = places.first(where: { $0.country == region }) {
      reading.place = local
      reading.rule = "locale"
    } else {
      reading.isAmbiguous = true
      reading.candidates = places
    }
    return reading
  }

  /// Whether a reading holds in spite of words that nobody knows and of names left out.
  private func isBelievable(_ outcome: PlaceChoice.Outcome, _ known: [PlacePiece]) -> Bool {
    if let hypothesis = outcome.hypothesis, hypothesis.explained == 1, !hypothesis.hasWrittenCountry,
      splitsSegment(known, hypothesis)
    {
      return false
    }
    let unknown = pieces.filter(\.isUnknown).count
    guard unknown > 0 else { return true }
    guard let hypothesis = outcome.hypothesis else { return known.count > 1 || outcome.candidates.count > 1 }
    if hypothesis.explained > 1 || hypothesis.hasWrittenCountry { return true }
    guard let city = hypothesis.city else { return hypothesis.division != nil }
    return unknown == 1 && gazetteer.cities[city].population >= PlaceGroup.wellKnown
  }

  /// Whether a name is left out beside one that is taken, with nothing between them: `Bath time`.
  private func splitsSegment(_ known: [PlacePiece], _ hypothesis: PlaceHypothesis) -> Bool {
    let taken = zip(known, hypothesis.isTaken).filter(\.1).map(\.0.segment)
    return zip(known, hypothesis.isTaken).contains { !$0.1 && taken.contains($0.0.segment) }
  }

  /// Fills in a town that the gazetteer doesn't hold: the one unknown segment beside a written region or country.
  private func addWrittenCity(to outcome: inout PlaceChoice.Outcome, _ known: [PlacePiece]) {
    guard let hypothesis = outcome.hypothesis, outcome.place.city == nil, !hypothesis.hasArea,
      hypothesis.division != nil || hypothesis.hasWrittenCountry
    else { return }
    let leftOut = zip(known, hypothesis.isTaken).filter { !$0.1 }.map(\.0)
    let open = (pieces.filter(\.isUnknown) + leftOut)
    guard open.count == 1, let town = open.first, isTownLike(town),
      !pieces.contains(where: { $0.segment == town.segment && $0.words != town.words && !$0.isNumber })
    else { return }
    outcome.place.city = words[town.words].map(\.written).joined(separator: " ")
  }

  private func isTownLike(_ piece: PlacePiece) -> Bool {
    let own = words[piece.words]
    guard own.count <= 4, own.allSatisfy({ !$0.hasDigit && $0.isCapitalised }) else { return false }
    // A short word in capitals is a code that nobody knows.
    return pieces.count > 1 && !own.allSatisfy { $0.isUpperCase && $0.key.count <= 3 }
  }

  /// The places of a list such as `London, Paris, Berlin`; nil where not each is a city of its own.
  private func list(_ known: [PlacePiece]) -> [PlaceReading]? {
    guard !pieces.contains(where: \.isUnknown), known.count <= 100 else { return nil }
    var readings: [PlaceReading] = []
    var start = 0
    while start < known.count {
      // Names with only a space between them are no list.
      guard start == 0 || words[known[start].words.lowerBound].breakBefore >= .hyphen,
        let (reading, length) = longestPlace(known[start...], nearby: readings.last?.place.country)
      else {
        return nil
      }
      readings.append(reading)
      start += length
    }
    let mode = self.mode
    for index in readings.indices { readings[index].mode = mode }
    return readings.count > 1 ? readings : nil
  }

  /// The longest run of pieces that is one city or a country's name, with all of them taken.
  ///
  /// - Parameter nearby: the country of the place before, which settles what is otherwise as likely.
  private func longestPlace(_ known: ArraySlice<PlacePiece>, nearby: String?) -> (PlaceReading, Int)? {
    for length in stride(from: min(4, known.count), to: 0, by: -1) {
      let run = known.prefix(length)
      let hypotheses = PlaceHypotheses(meanings: run.map(meanings)).best()
      guard let first = hypotheses.first, first.explained == length,
        let outcome = PlaceChoice().choose(hypotheses, region: nearby ?? region),
        outcome.place.city != nil || length == 1 && outcome.place.country != nil && first.weight == 4
      else { continue }
      var reading = PlaceReading(place: outcome.place, rule: outcome.rule)
      reading.isInferred = outcome.isInferred
      return (reading, length)
    }
    return nil
  }
}
