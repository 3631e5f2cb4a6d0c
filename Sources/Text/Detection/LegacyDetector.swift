/// The encoding that explains the bytes of an undeclared text best; nil if none does well.
///
/// A language model (which letters follow which) or a character model (how common each is) prices the bytes in each
/// encoding its language is found in, and the cheapest reading wins: the likeliest one, after Bayes.
/// The bytes are looked at up to a full sample of words that aren't ASCII.
func detectedEncoding(of bytes: [UInt8], markup: Bool) -> Encoding? {
  let sample = LegacySample(of: bytes, markup: markup)
  guard !sample.bytes.isEmpty else { return nil }
  // One foreign byte or two are as good as nothing to go by; then it is what most such texts are.
  let doubt = max(0, 4 - sample.bytes.count { $0 >= 0x80 }) * 5
  var best: (encoding: Encoding, cost: Int)?
  func offer(_ encoding: Encoding, _ cost: Int) {
    let cost = cost + priorCost(encoding) + (encoding == .windows1252 ? 0 : doubt)
    if best.map({ cost < $0.cost }) ?? true { best = (encoding, cost) }
  }
  let languages = languageCosts(sample.asciiWords)
  for model in SingleByteModel.all {
    offer(model.encoding, model.cost(of: sample.bytes) + languages[model.language.name, default: 0])
  }
  for (encoding, text) in multiByteReadings(of: sample.bytes) {
    for (model, encodings) in CharacterModel.all where encodings.contains(encoding) {
      offer(encoding, model.cost(of: text))
    }
  }
  guard let best, best.cost <= sample.bytes.count * mostCostOfText else { return nil }
  return best.encoding
}

/// Quarters of a bit for each language in Latin letters: how much worse it explains the ASCII words than the best of
/// them. Names and loans stand among such words, so the difference counts for an eighth, and for no more than 12 bits.
private func languageCosts(_ words: [UInt8]) -> [String: Int] {
  let latin = LanguageModel.all.filter { !$0.lumpsASCII }
  let costs = latin.map { $0.cost(ofASCII: words) }
  guard let least = costs.min() else { return [:] }
  return [String: Int](
    uniqueKeysWithValues: zip(latin, costs).map { ($0.name, min(48, ($1 - least) / 8)) })
}

/// Quarters of a bit per byte beyond which a reading is no text.
private let mostCostOfText = 28

/// Quarters of a bit for the likeliest reading of the bytes in an East Asian encoding but UTF-16; nil if there is none.
func multiByteCost(of bytes: [UInt8]) -> Int? {
  multiByteReadings(of: bytes).map { CharacterModel.leastCost(of: $0.text) }.min()
}

private let multiByteEncodings: [Encoding] = [.shiftjis, .gbk, .big5, .euckr, .eucjp]

/// The sample in each East Asian encoding that leaves no more than the odd misfit.
private func multiByteReadings(of sample: [UInt8]) -> [(Encoding, text: [UInt8])] {
  multiByteEncodings.compactMap { encoding in
    let (text, replacements) = utf8(fromMultiByte: sample, encoding)
    return replacements * 20 > sample.count ? nil : (encoding, text)
  }
}

/// Quarters of a bit for how seldom an encoding is met on the web beside the commonest ones.
private func priorCost(_ encoding: Encoding) -> Int {
  switch encoding {
  case .windows1252, .windows1251, .windows1250, .gbk, .shiftjis, .euckr, .big5, .eucjp: 0
  case .iso8859n2, .iso8859n15, .koi8r, .windows1253, .windows1254, .windows1255, .windows1256, .windows1257: 4
  case .macintosh: 14
  case .iso8859n3, .iso8859n10, .iso8859n14, .iso8859n16: 24
  case .iso8859n4, .iso8859n13, .xmaccyrillic, .ibm866: 12
  default: 8
  }
}
