/// What two texts share that are the same but for case, white space and composition: what exact keys compare.
///
/// Normalization form C, lower case by each character's own mapping (a final sigma as any other), white space folded
/// and none at the ends. Punctuation and accents stay.
package func comparisonForm(_ text: String) -> String {
  let folded = foldingWhiteSpace(nfc(text).utf8)
  guard let lowered = lowercasedASCII(folded) else {
    // Lower case may come apart in two scalars, as of İ, and those may compose with what follows.
    return nfc(lowercased(String(decoding: folded, as: UTF8.self)))
  }
  return String(decoding: lowered, as: UTF8.self)
}

/// Lower case of text that is ASCII alone, nil for any other.
private func lowercasedASCII(_ bytes: [UInt8]) -> [UInt8]? {
  var lowered = bytes
  for offset in lowered.indices {
    let byte = lowered[offset]
    if byte >= 0x80 { return nil }
    if byte >= 65 && byte <= 90 { lowered[offset] = byte | 0x20 }
  }
  return lowered
}

private func lowercased(_ text: String) -> String {
  var lowered: [UInt8] = []
  lowered.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 65...90: lowered.append(UInt8(scalar.value) | 0x20)
    case 0..<0x80: lowered.append(UInt8(scalar.value))
    case 0x03C2: lowered.append("σ" as Unicode.Scalar)
    default: lowered += scalar.properties.lowercaseMapping.utf8
    }
  }
  return String(decoding: lowered, as: UTF8.self)
}
