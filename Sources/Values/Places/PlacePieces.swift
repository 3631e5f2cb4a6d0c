/// A run of words of a written location and what it may mean.
struct PlacePiece {
  enum Kind {
    case known([PlaceMeaning])
    case phrase(PlacePhrase)
    /// A postcode or a house number.
    case number
    case unknown
  }

  var kind: Kind
  /// Its words in the location.
  var words: Range<Int>
  /// The number of its segment: what stands between commas, brackets or dashes.
  var segment: Int

  /// What it may mean on the map.
  var meanings: [PlaceMeaning] {
    if case .known(let meanings) = kind { return meanings }
    return []
  }

  var isUnknown: Bool { if case .unknown = kind { true } else { false } }
  var isNumber: Bool { if case .number = kind { true } else { false } }
}

/// Cuts the words of one place into pieces: the fewest that leave the fewest words unknown.
struct PlacePieceCutter {
  let words: ArraySlice<PlaceWord>
  private let gazetteer = Gazetteer.shared
  /// The most words a name has.
  private static let longestName = 7

  init(_ words: ArraySlice<PlaceWord>) { self.words = words }

  /// The pieces in order.
  func pieces() -> [PlacePiece] {
    var best = [Step?](repeating: nil, count: words.count + 1)
    best[0] = Step(cost: 0, from: 0, kind: .unknown)
    for start in 0..<words.count {
      guard let reached = best[start]?.cost else { continue }
      for length in 1...min(PlacePieceCutter.longestName, words.count - start) {
        guard let (kind, cost) = candidate(start, length) else { continue }
        let total = reached + cost
        if total < best[start + length]?.cost ?? .max {
          best[start + length] = Step(cost: total, from: start, kind: kind)
        }
      }
    }
    return withSegments(trace(best))
  }

  private struct Step {
    var cost: Int
    var from: Int
    var kind: PlacePiece.Kind
  }

  private func trace(_ best: [Step?]) -> [PlacePiece] {
    var pieces: [PlacePiece] = []
    var end = words.count
    while end > 0, let step = best[end] {
      let range = words.startIndex + step.from..<words.startIndex + end
      pieces.append(PlacePiece(kind: step.kind, words: range, segment: 0))
      end = step.from
    }
    return pieces.reversed()
  }

  private func withSegments(_ pieces: [PlacePiece]) -> [PlacePiece] {
    var pieces = pieces
    var segment = -1
    for index in pieces.indices {
      let isFirst = index == 0
      if isFirst || words[pieces[index].words.lowerBound].breakBefore >= .part { segment += 1 }
      pieces[index].segment = segment
    }
    return pieces
  }

  /// What the words from an offset on may be as one piece, and its cost.
  private func candidate(_ start: Int, _ length: Int) -> (PlacePiece.Kind, Int)? {
    let first = words.startIndex + start
    let span = words[first..<first + length]
    let strongest = span.dropFirst().map(\.breakBefore).max() ?? .space
    let hash = PlaceKey.hash(span)
    var meanings = Array(gazetteer.lookUp(hash))
    if strongest >= .part && length < words.count { meanings.removeAll { !mayCross($0) } }
    if length == 1 { meanings += codes(first) }
    let phrase = strongest < .part && length <= PlaceVocabulary.longest ? PlaceVocabulary.phrase(hash) : nil
    let isName =
      !meanings.isEmpty && isWholeSegment(first, length) && (words.count > length || meanings.contains(where: isArea))
    if let phrase, meanings.isEmpty || isPhraseFirst(phrase, first) && !(isName && phrase.isLabel) {
      return (.phrase(phrase), 3)
    }
    if !meanings.isEmpty { return (.known(meanings), 10) }
    guard length == 1 else { return nil }
    if span.contains(where: \.hasDigit) { return (.number, 4) }
    return (.unknown, 100)
  }

  /// Whether a name may hold a comma, a slash or a dash: countries, and cities that are spelt so.
  private func mayCross(_ meaning: PlaceMeaning) -> Bool {
    switch meaning {
    case .country: true
    case .city(let city):
      gazetteer.cities[city].name.unicodeScalars.contains { "/(,–—".unicodeScalars.contains($0) }
        || gazetteer.cities[city].name.contains(" - ")
    default: false
    }
  }

  /// Whether a phrase is meant rather than the little town or the code of the same name: always, but for a code in
  /// capitals.
  private func isPhraseFirst(_ phrase: PlacePhrase, _ index: Int) -> Bool {
    switch phrase {
    case .mode, .missing: true
    case .world: words[index].key.count > 2 || words.count == 1
    case .filler, .surroundings, .division, .country, .city:
      words[index].key.count > 3 || !(words[index].isUpperCase && words[index].key.count <= 3)
    }
  }

  /// What a word means as a code: in capitals, or alone in its segment.
  private func codes(_ index: Int) -> [PlaceMeaning] {
    let word = words[index]
    let isPlain = word.isUpperCase && !word.hasDigit || isLastInSmallLetters(index)
    guard (1...3).contains(word.key.count), isPlain || standsAlone(index) else { return [] }
    return Array(gazetteer.lookUp(PlaceKey.codeHash(word.key)))
  }

  /// Whether a word of two letters stands last where nothing is written in capitals, and is no common word: `austin tx`.
  private func isLastInSmallLetters(_ index: Int) -> Bool {
    guard index + 1 == words.endIndex, words.count > 1, words[index].key.count == 2 else { return false }
    let common = [
      "in", "or", "me", "hi", "ok", "de", "la", "al", "id", "ma", "pa", "oh", "co", "mo", "us", "as", "to", "no", "it",
    ]
    return !common.contains(words[index].text)
      && words.allSatisfy { !$0.written.utf8.contains { $0 >= 65 && $0 <= 90 } }
  }

  private func standsAlone(_ index: Int) -> Bool { words.count > 1 && isWholeSegment(index, 1) }

  private func isArea(_ meaning: PlaceMeaning) -> Bool { if case .area = meaning { true } else { false } }

  /// Whether words are all of a segment.
  private func isWholeSegment(_ index: Int, _ length: Int) -> Bool {
    let end = index + length
    let isFirst = index == words.startIndex || words[index].breakBefore >= .part
    let isLast = end == words.endIndex || words[end].breakBefore >= .part
    return isFirst && isLast
  }
}
