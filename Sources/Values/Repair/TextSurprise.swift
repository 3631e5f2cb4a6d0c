/// How surprising a stretch of text is between its neighbours, in rough bits.
///
/// - Parameters:
///   - before: the kinds of the two characters before it, nearest last; spaces where there are none.
///   - after: the kind of the character behind it.
func surprise(of stretch: some Sequence<UInt32>, before: [JunctionKind], after: JunctionKind) -> Int {
  var first = before.first ?? .space
  var second = before.last ?? .space
  var sum = 0
  var previous: UInt32 = 0x80
  for scalar in stretch {
    let kind = JunctionKind(scalar)
    // Of ASCII nothing surprises, nor does what is repeated, such as a line of dashes.
    if (scalar | previous) >= 0x80, scalar != previous || kind.isLetter {
      sum += surprise(scalar) + surprise(of: kind, after: second)
      if scalar >= 0x80 && previous >= 0x80 && areStrangers(kind, second) { sum += 8 }
      sum += surpriseOfWord(first, second, kind, scalar: previous)
    }
    (first, second, previous) = (second, kind, scalar)
  }
  return sum + surprise(of: after, after: second) + surpriseOfWord(first, second, after, scalar: previous)
}

/// Whether one is a letter of Latin and the other one of East Asia.
private func areStrangers(_ a: JunctionKind, _ b: JunctionKind) -> Bool {
  switch (a, b) {
  case (.letter(.latin, _), .letter(.eastAsian, _)), (.letter(.eastAsian, _), .letter(.latin, _)): true
  default: false
  }
}

/// What three characters in a row add: a small letter behind several capitals, a quotation mark inside a
/// word, or a letter that stands alone.
private func surpriseOfWord(_ a: JunctionKind, _ b: JunctionKind, _ c: JunctionKind, scalar: UInt32) -> Int {
  if a.isCapital && b.isCapital && c.isSmall { return 5 }
  if b == .quote { return a.isLetter && c.isLetter ? 7 : a == .space && c == .space ? 4 : 0 }
  guard scalar >= 0x80, b.isLetter, !a.isLetter, !c.isLetter, a != .lost, c != .lost, c != .mark else { return 0 }
  if a == .apostrophe { return b.isCapital && c == .space ? 5 : 0 }
  if c == .apostrophe { return 0 }
  return standsAlone(scalar) ? 1 : scalar < 0x180 || (0x1EA0...0x1EF9).contains(scalar) ? 8 : 14
}

/// Whether a letter is a word or a sign by itself.
private func standsAlone(_ scalar: UInt32) -> Bool {
  switch scalar {
  // À Á É Ó à á è é ì ò ó å ö į
  case 0xC0, 0xC1, 0xC9, 0xD3, 0xE0, 0xE1, 0xE8, 0xE9, 0xEC, 0xF2, 0xF3, 0xE5, 0xF6, 0x12F: true
  // Greek ή η ο α and what mathematics uses; А В И К О С У Я а в и к о с у я є і й
  case 0x391...0x3C9, 0x3CE, 0xB5: true
  case 0x410, 0x412, 0x418, 0x41A, 0x41E, 0x421, 0x423, 0x42F: true
  case 0x430, 0x432, 0x438, 0x439, 0x43A, 0x43E, 0x441, 0x443, 0x44F, 0x454, 0x456: true
  // Arabic و
  case 0x648: true
  case 0x3041..<0xD7A4: true
  default: false
  }
}
