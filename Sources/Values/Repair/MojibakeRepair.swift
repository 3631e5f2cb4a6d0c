/// Text with mojibake repaired, and what was done.
package struct RepairedText: Hashable, Sendable {
  package var text: String
  /// The encodings that UTF-8 had been read in, the last reading first, such as `windows-1252`.
  package var layers: [String] = []
  /// Whether control characters were taken for what windows-1252 or macintosh has in their place.
  package var hasMendedControls = false

  /// Whether anything was changed.
  package var isRepaired: Bool { !layers.isEmpty || hasMendedControls }
}

/// Undoes readings of UTF-8 in another encoding, layer by layer, only where that is certain.
///
/// What a reading explains as UTF-8 is repaired if the result is so much less surprising in text that people write
/// that it can't be chance: a capital letter before a sign may be meant. Bytes that were lost become U+FFFD.
package func repairedText(_ text: String) -> RepairedText {
  var text = text
  text.makeContiguousUTF8()
  guard isSuspicious(text) else { return RepairedText(text: text) }
  let written = text.unicodeScalars.map(\.value)
  var scalars = written
  var layers: [String] = []
  while layers.count < mostLayers, let layer = undoneLayer(scalars) {
    scalars = layer.scalars
    layers.append(layer.name)
  }
  if !layers.isEmpty && isStillMuddled(scalars, from: written) { (scalars, layers) = (written, []) }
  let mended = mendedControls(scalars)
  if layers.isEmpty && mended == nil { return RepairedText(text: text) }
  return RepairedText(text: textOfScalars(mended ?? scalars), layers: layers, hasMendedControls: mended != nil)
}

/// Text that was wrongly read more often hasn't been seen, and each layer doubles its length.
private let mostLayers = 8

/// The scalars as text.
func textOfScalars(_ scalars: [UInt32]) -> String {
  var utf8: [UInt8] = []
  utf8.reserveCapacity(scalars.count + scalars.count / 8)
  for value in scalars {
    if value < 0x80 {
      utf8.append(UInt8(truncatingIfNeeded: value))
    } else {
      utf8 += UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
    }
  }
  return String(decoding: utf8, as: UTF8.self)
}

/// Whether what came out is nearly as strange as what was written: mojibake that has lost too much.
private func isStillMuddled(_ scalars: [UInt32], from written: [UInt32]) -> Bool {
  let surpriseNow = surprise(of: scalars, before: [], after: .space)
  let surpriseThen = surprise(of: written, before: [], after: .space)
  let characters = scalars.count { $0 >= 0x80 }
  return surpriseNow * 5 > surpriseThen * 2 && surpriseNow > (characters + 1) * mostSurpriseOfCharacter
}

/// Bits a character beyond ASCII, as no language of people has on average.
private let mostSurpriseOfCharacter = 9

private typealias Layer = (scalars: [UInt32], name: String)

/// The text with the likeliest wrong reading undone, nil where there is none that is certain.
private func undoneLayer(_ scalars: [UInt32]) -> Layer? {
  let scan = MojibakeScan(scalars: scalars)
  let runs = scan.runs()
  var best: (gain: Int, runs: [MojibakeRun])?
  for (reading, runs) in runs.enumerated() where !runs.isEmpty {
    var gain = gain(of: runs) - ByteReadings.rarity(reading)
    guard gain > best?.gain ?? 0 else { continue }
    gain -= doubt(scan.misfits(of: runs, reading).letters)
    guard gain > best?.gain ?? 0, let certain = certain(runs, in: scan, reading) else { continue }
    best = (gain, certain)
  }
  if let best { return layer(scalars, best.runs) }
  return doubtfulLayer(scalars, runs)
}

/// The text with a reading undone that is certain only because the text then has a certain one, nil where there is
/// none.
private func doubtfulLayer(_ scalars: [UInt32], _ runs: [[MojibakeRun]]) -> Layer? {
  guard scalars.count <= mostInDoubt else { return nil }
  for runs in runs.map({ $0.filter { $0.gain > 0 } }) where gain(of: runs) >= leastGainInDoubt {
    let outer = layer(scalars, runs)
    let scan = MojibakeScan(scalars: outer.scalars)
    for (reading, inner) in scan.runs().enumerated() where !inner.isEmpty {
      if certain(inner, in: scan, reading) != nil { return outer }
    }
  }
  return nil
}

private func layer(_ scalars: [UInt32], _ runs: [MojibakeRun]) -> Layer {
  (replaced(scalars, runs), ByteReadings.name(runs[0].reading))
}

/// The runs in which a reading is certainly a wrong one.
private func certain(_ runs: [MojibakeRun], in scan: MojibakeScan, _ reading: Int) -> [MojibakeRun]? {
  let strong = runs.filter { !$0.isWeak }
  guard gain(of: strong) >= leastGain else { return nil }
  let misfits = scan.misfits(of: runs.filter { $0.gain >= leastGainOfRun }, reading)
  let least = leastGain + doubt(misfits.letters)
  let gain = gain(of: strong)
  guard gain >= least else { return nil }
  let chosen = runs.filter { $0.gain >= (gain >= 2 * least ? -mostLossOfRun : leastGainOfRun) }
  guard let first = chosen.first else { return nil }
  if misfits.all > 0, chosen.count == 1, first.isPair, !isCommonest(first.decoded[0]) { return nil }
  return chosen
}

/// Bits by which letters that don't fit a reading speak against it: two for each, up to `mostMisfits` of them.
private func doubt(_ misfits: Int) -> Int { misfits * 2 }

/// What all runs gain that gain anything.
private func gain(of runs: [MojibakeRun]) -> Int { runs.reduce(0) { $0 + max($1.gain, 0) } }

/// Bits that all of a reading's runs must gain together where the text has nothing that speaks against it.
private let leastGain = 10
/// Bits that they must gain where only the layer below makes them certain.
private let leastGainInDoubt = 5
/// Longer texts have more to be certain by.
private let mostInDoubt = 4096
/// Bits that each of them must gain.
private let leastGainOfRun = 3
/// Bits that one of them may lose where the others leave no doubt.
private let mostLossOfRun = 6
/// Whether a character is among those that mojibake of one pair alone is mostly of: signs of Latin-1, and the
/// letters with accents of Spanish, French, Portuguese, German and Italian.
private func isCommonest(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0xA0..<0xC0, 0xC9, 0xC7, 0xD6, 0xDC, 0xC4: true
  case 0xDF...0xE4, 0xE7...0xEA, 0xEC...0xEE, 0xF1...0xF6, 0xF9...0xFC: true
  default: false
  }
}

private func replaced(_ scalars: [UInt32], _ runs: [MojibakeRun]) -> [UInt32] {
  var result: [UInt32] = []
  result.reserveCapacity(scalars.count)
  var start = 0
  for run in runs {
    result += scalars[start..<run.range.lowerBound]
    result += run.decoded
    start = run.range.upperBound
  }
  return result + scalars[start...]
}
