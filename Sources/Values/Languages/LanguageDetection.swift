import Glibc
import Text

/// The language a text is written in.
package struct DetectedLanguage: Hashable, Sendable {
  /// A tag of BCP 47: a language such as `de`, with the script for Chinese where it shows, as `zh-Hant`.
  package var tag: String
  /// How sure that is beside the next best language, from 0 to 1.
  package var confidence: Double
}

/// The language of a text by its letters and their strings; nil where the text is too short or another language is
/// nearly as likely.
///
/// Croatian stands for Bosnian and Serbian in Latin letters too, and Norwegian is taken for Bokmål: text tells them
/// apart badly. At most some kilobytes of a text are looked at, from its beginning, middle and end.
package func detectLanguage(_ text: String) -> DetectedLanguage? {
  let sample = languageSample(of: text)
  let survey = ScriptSurvey(sample)
  if let tag = survey.onlyLanguage(sample) { return DetectedLanguage(tag: tag, confidence: 1) }
  guard let script = survey.script, survey.letters >= leastLetters else { return nil }
  let table = NgramTable.of(script)
  var likelihoods = table.likelihoods(of: sample)
  for (language, tag) in table.tags.enumerated() { likelihoods[language] += expectation(of: tag) }
  return mostLikely(likelihoods, table.tags)
}

/// Fewer letters may be a name.
private let leastLetters = 12

/// Natural logarithms by which the best language must be likelier than the next.
private let leastMargin = 3.0

/// How likely a language is before anything is read, in natural logarithms beside the other great languages of the
/// web: half of all pages are in English.
private func expectation(of tag: String) -> Double { tag == "en" ? 2 : rareTags.contains(tag) ? -3 : 0 }

private let rareTags: Set = [
  "eo", "eu", "fy", "ga", "gd", "gl", "ha", "ky", "la", "lb", "mt", "ps", "so", "sw", "tg", "tl", "cy", "af", "ug",
  "uz", "yo", "zu",
]

private func mostLikely(_ likelihoods: [Double], _ tags: [String]) -> DetectedLanguage? {
  var best = 0
  var second = -Double.infinity
  for language in likelihoods.indices.dropFirst() {
    if likelihoods[language] > likelihoods[best] {
      second = likelihoods[best]
      best = language
    } else {
      second = max(second, likelihoods[language])
    }
  }
  let margin = likelihoods[best] - second
  return margin < leastMargin ? nil : DetectedLanguage(tag: tags[best], confidence: confidence(margin))
}

/// The share of the best of two whose likelihoods differ by a natural logarithm.
private func confidence(_ margin: Double) -> Double { 1 / (1 + exp(-margin)) }

/// What is looked at of a long text: three pieces of that many bytes.
private let pieceLength = 1400

/// The scalars of a text, or of three pieces of a long one, in normalization form C.
private func languageSample(of text: String) -> [UInt32] {
  let bytes = text.utf8
  guard bytes.count > 3 * pieceLength else { return nfc(text).unicodeScalars.map(\.value) }
  var sample: [UInt32] = []
  for part in 0..<3 {
    let offset = (bytes.count - pieceLength) / 2 * part
    let start = bytes.index(bytes.startIndex, offsetBy: offset)
    let end = bytes.index(start, offsetBy: pieceLength)
    // A character cut in two at the edge becomes U+FFFD, which is no letter.
    sample += nfc(String(decoding: bytes[start..<end], as: UTF8.self)).unicodeScalars.map(\.value)
    sample.append(0x20)
  }
  return sample
}
