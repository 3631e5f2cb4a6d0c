import Foundation
import Values

/// How well written locations are read: the sets of `locations` below a folder of test data.
///
/// The hand-made set counts twice: country, region, city and mode together, and the country alone, where a country for a
/// location that is nobody's is wrong.
package func scorePlaces(_ root: String) throws -> [Score] {
  var scores: [Score] = []
  let hand: [PlaceCase] = try cases("\(root)/locations/hand_own.jsonl")
  scores.append(score("location", hand) { ($0.whole, $1.whole) })
  scores.append(score("location country", hand) { ($0.place.country, $1.country) })
  let generated: [PlaceCase] = try cases("\(root)/locations/geonames_generated.jsonl")
  scores.append(
    score("location generated", generated) { (reading: PlaceReading, truth: PlaceCase) in
      (
        describe(truth.region == nil ? [reading.place.country, nil, reading.place.city] : reading.place.parts),
        truth.whole
      )
    })
  scores.append(try scoreSeveralPlaces(root))
  return scores
}

private struct PlaceCase: Decodable {
  var text: String
  var country: String?
  var region: String?
  var city: String?
  var mode: String?

  var whole: String? { describe([country, region, city], mode: mode) }
}

private struct SeveralPlacesCase: Decodable {
  var text: String
  var parts: [[String]]
}

extension Place {
  fileprivate var parts: [String?] { [country, region, city] }
}

extension PlaceReading {
  fileprivate var whole: String? { describe(place.parts, mode: isAmbiguous ? "ambiguous" : mode?.rawValue) }
}

/// A place as `DE BE Berlin`, with its mode; nil for nothing at all.
private func describe(_ parts: [String?], mode: String? = nil) -> String? {
  if parts.allSatisfy({ $0 == nil }) && mode == nil { return nil }
  return (parts + [mode]).map { $0 ?? "-" }.joined(separator: " ")
}

private func score(
  _ name: String, _ cases: [PlaceCase], _ compare: (PlaceReading, PlaceCase) -> (String?, String?)
) -> Score {
  var score = Score(name)
  for item in cases {
    let (read, truth) = compare(readPlace(item.text, locale: nil) ?? .nothing, item)
    score.count(read, truth: truth, written: item.text)
  }
  return score
}

private func scoreSeveralPlaces(_ root: String) throws -> Score {
  var score = Score("locations several")
  let cases: [SeveralPlacesCase] = try cases("\(root)/locations/multi_own.jsonl")
  for item in cases {
    let read = readPlaces(item.text, locale: nil).map { reading in
      reading.place.country == nil ? [reading.mode?.rawValue ?? "-"] : reading.place.parts.map { $0 ?? "-" }
    }
    score.count("\(read)", truth: "\(item.parts)", written: item.text)
  }
  return score
}

private func cases<Case: Decodable>(_ path: String) throws -> [Case] {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Case.self, from: $0) }
}
