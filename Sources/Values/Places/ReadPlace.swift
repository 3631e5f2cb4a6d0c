/// Reads a written location: `New York, NY`, `DE, BE, Berlin`, `Remote (US)`, `München, Bayern, Deutschland`.
///
/// Several places give what they share, with the mode `multiple`; a place or remote gives the place as remote.
///
/// - Parameter locale: the text's locale, such as `en-US`; its region settles what is otherwise as likely.
/// - Returns: nil where there is neither a place nor a mode.
package func readPlace(_ text: String, locale: String?) -> PlaceReading? {
  let readings = readPlaces(text, locale: locale)
  guard let first = readings.first else { return nil }
  let places = readings.filter { $0.place.country != nil || $0.isAmbiguous }
  let mode = readings.compactMap(\.mode).first
  if places.count <= 1 {
    var reading = places.first ?? first
    reading.mode = reading.mode ?? mode
    return reading
  }
  let country = Set(places.map(\.place.country)).count == 1 ? places[0].place.country : nil
  let region = country != nil && Set(places.map(\.place.region)).count == 1 ? places[0].place.region : nil
  var reading = PlaceReading(place: Place(country: country, region: region), rule: "several")
  reading.mode = places.compactMap(\.mode).first ?? .multiple
  reading.candidates = Array(places.map(\.place).prefix(10))
  reading.isInferred = places.contains(where: \.isInferred)
  return reading
}

/// Reads all places of a written location, in order: `Boston, MA; Seattle, WA`, `London & Berlin`.
///
/// - Parameter locale: the text's locale, such as `en-US`; its region settles what is otherwise as likely.
/// - Returns: one reading a place, and one for a mode without a place (`Remote`); empty where there is nothing. At most the
///   first 50 places.
package func readPlaces(_ text: String, locale: String?) -> [PlaceReading] {
  let words = PlaceKey.words(text)
  guard !words.isEmpty, words.count <= 400 else { return [] }
  let region = localeRegion(locale)
  let whole = Gazetteer.shared.lookUp(PlaceKey.hash(words[...]))
  if words.count <= 7 && !whole.isEmpty || isMissing(words) {
    return PlaceGroup(words[...], region: region).readings()
  }
  var readings: [PlaceReading] = []
  for group in groups(words) where readings.count < 50 {
    for reading in PlaceGroup(group, region: region).readings() where !readings.contains(reading) {
      readings.append(reading)
    }
  }
  return settled(readings)
}

/// Takes what is as likely in several countries for the one that another place of the same text lies in.
private func settled(_ readings: [PlaceReading]) -> [PlaceReading] {
  let sure = Set(readings.filter { !$0.isAmbiguous }.compactMap(\.place.country))
  guard sure.count == 1, let country = sure.first else { return readings }
  return readings.map { reading in
    let near = reading.candidates.filter { $0.country == country }
    guard reading.isAmbiguous, reading.place.country == nil, let first = near.first else { return reading }
    var settled = reading
    let cities = near.filter { $0.city != nil }
    let isClear = near.count == 1 || cities.count == 1
    settled.place = isClear ? cities.first ?? first : Place(country: country)
    settled.isAmbiguous = !isClear
    settled.candidates = isClear ? [] : near
    settled.isInferred = true
    settled.rule = "nearby"
    return settled
  }
}

private func isMissing(_ words: [PlaceWord]) -> Bool {
  words.count <= 4 && PlaceVocabulary.phrase(PlaceKey.hash(words[...])) == .missing
}

/// The region of a locale such as `en-US` or `de_AT`; nil without one.
private func localeRegion(_ locale: String?) -> String? {
  guard let locale else { return nil }
  let parts = locale.split { $0 == "-" || $0 == "_" }
  return parts.dropFirst().first { $0.utf8.count == 2 }.map { $0.uppercased() }
}

/// Cuts words at what parts places: semicolons, bars, lines, slashes, `or` and `and`; names that hold such a word stay
/// whole.
private func groups(_ words: [PlaceWord]) -> [ArraySlice<PlaceWord>] {
  var groups: [ArraySlice<PlaceWord>] = []
  var start = 0
  var index = 0
  while index < words.count {
    if let length = joinedName(words, at: index) {
      if words[index].breakBefore >= .slash && index > start { groups.append(words[start..<index]); start = index }
      index += length
      continue
    }
    let isJoint = isJoint(words, at: index)
    if (isJoint || words[index].breakBefore >= .slash) && index > start {
      groups.append(words[start..<index])
      start = index
    }
    if isJoint { start = index + 1 }
    index += 1
  }
  if start < words.count { groups.append(words[start...]) }
  return groups
}

/// The number of words of a country or region from here on whose name holds a joining word or sign.
private func joinedName(_ words: [PlaceWord], at index: Int) -> Int? {
  for length in stride(from: min(6, words.count - index), to: 1, by: -1) {
    let span = words[index..<index + length]
    guard span.dropFirst().contains(where: { $0.breakBefore == .slash || PlaceVocabulary.isConjunction($0) }),
      span.dropFirst().allSatisfy({ $0.breakBefore < .place })
    else { continue }
    let hash = PlaceKey.hash(span)
    if !Gazetteer.shared.lookUp(hash).isEmpty || PlaceVocabulary.phrase(hash) != nil { return length }
  }
  return nil
}

/// Whether a word joins the place before with the one after: not `OR` for Oregon, nor a letter of a longer name.
private func isJoint(_ words: [PlaceWord], at index: Int) -> Bool {
  guard index > 0, index + 1 < words.count, PlaceVocabulary.isConjunction(words[index]) else { return false }
  let word = words[index]
  let next = words[index + 1]
  if word.isUpperCase && word.written.utf8.count > 1 {
    return next.breakBefore < .hyphen && !next.hasDigit && word.breakBefore == .space && !isOregon(words, index)
  }
  return !word.isUpperCase && word.breakBefore < .hyphen && next.breakBefore < .hyphen
}

/// Whether `OR` stands in text that isn't all in capitals.
private func isOregon(_ words: [PlaceWord], _ index: Int) -> Bool {
  words[index].key == Array("or".utf8) && words.contains { $0.written.utf8.contains { $0 >= 97 && $0 <= 122 } }
}
