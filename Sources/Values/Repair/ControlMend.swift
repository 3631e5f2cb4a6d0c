/// The scalars with control characters U+0080 to U+009F taken for what windows-1252 has in their place, as browsers
/// do; nil where there are none.
///
/// Where all of them stand inside words, so that windows-1252's signs would be far more surprising, macintosh's
/// letters are taken.
func mendedControls(_ scalars: [UInt32]) -> [UInt32]? {
  guard scalars.contains(where: isUpperControl) else { return nil }
  let asWindows = scalars.map { mendedControl($0) }
  let places = scalars.indices.filter { isUpperControl(scalars[$0]) }
  guard places.allSatisfy({ isInsideWord(scalars, $0) }) else { return asWindows == scalars ? nil : asWindows }
  let asMacintosh = scalars.map { isUpperControl($0) ? macintosh[Int($0) - 0x80] : $0 }
  let isMacintosh = surprise(asMacintosh, at: places) + leastAdvantage <= surprise(asWindows, at: places)
  let mended = isMacintosh ? asMacintosh : asWindows
  return mended == scalars ? nil : mended
}

/// What windows-1252 has in place of a control character, or the scalar itself.
func mendedControl(_ scalar: UInt32) -> UInt32 {
  isUpperControl(scalar) ? windows1252[Int(scalar) - 0x80] : scalar
}

/// Bits by which macintosh must be the less surprising one.
private let leastAdvantage = 8

private func isUpperControl(_ scalar: UInt32) -> Bool { scalar >= 0x80 && scalar < 0xA0 }

private func isInsideWord(_ scalars: [UInt32], _ offset: Int) -> Bool {
  offset > 0 && offset + 1 < scalars.count && JunctionKind(scalars[offset - 1]).isSmall
    && JunctionKind(scalars[offset + 1]).isSmall
}

private func surprise(_ scalars: [UInt32], at places: [Int]) -> Int {
  places.reduce(0) { sum, place in
    let before = JunctionKind(scalars[place - 1])
    let after = JunctionKind(scalars[place + 1])
    return sum + surprise(of: CollectionOfOne(scalars[place]), before: [before, before], after: after)
  }
}

/// Bytes 0x80 to 0x9F, after the Encoding standard's index; those that stand for nothing stay.
private let windows1252 =
  "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars.map(\.value)

private let macintosh = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü".unicodeScalars.map(\.value)
