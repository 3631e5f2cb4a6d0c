/// The scalars without characters that can't be seen and say nothing; nil where there are none.
///
/// Controls other than white space go, as do the signs of writing direction, soft hyphens, zero-width spaces and
/// what joins nothing. Joiners and their opposites stay where letters of scripts or parts of emoji stand around
/// them, selectors of variants where something has any.
func withoutInvisible(_ scalars: [UInt32]) -> [UInt32]? {
  guard scalars.contains(where: mayBeInvisible) else { return nil }
  var kept: [UInt32] = []
  kept.reserveCapacity(scalars.count)
  for offset in scalars.indices {
    let scalar = scalars[offset]
    let next = scalars.indices.contains(offset + 1) ? scalars[offset + 1] : 0
    if !mayBeInvisible(scalar) || isMeant(scalar, after: kept.last ?? 0, before: next) { kept.append(scalar) }
  }
  return kept.count == scalars.count ? nil : kept
}

/// Whether a character may be one that can't be seen.
func mayBeInvisible(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85: false
  case 0..<0x20, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
  case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFC: true
  case 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF, 0xE0000...0xE0FFF: true
  default: scalar >= 0x1FFFE && scalar & 0xFFFE == 0xFFFE
  }
}

/// Whether a character that can't be seen says something where it stands.
private func isMeant(_ scalar: UInt32, after: UInt32, before: UInt32) -> Bool {
  switch scalar {
  case 0x200C: joins(after) && joins(before)
  // A joiner at a word's end shows a form of its letter.
  case 0x200D: joins(after) || isPicture(after) && isPicture(before)
  case 0xFE00...0xFE0F: after >= 0xA0 || (0x30...0x39).contains(after) || after == 0x23 || after == 0x2A
  case 0x180B...0x180F: (0x1800..<0x18B0).contains(after)
  case 0xE0100...0xE01EF: (0x3400..<0xA000).contains(after) || after >= 0x20000
  // The letters of flags such as Scotland's.
  case 0xE0020...0xE007F: after == 0x1F3F4 || (0xE0020...0xE007E).contains(after)
  case 0x34F: after >= 0x300
  case 0x17B4, 0x17B5: (0x1780..<0x1800).contains(after)
  case 0x1160, 0x115F: (0x1100..<0x1200).contains(after) || (0x1100..<0x1200).contains(before)
  default: false
  }
}

/// Whether the letters of the character's script change their form beside each other: those from Arabic to the
/// scripts of India and South-East Asia.
private func joins(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x600..<0x900, 0x900..<0x10A0, 0x1780..<0x18B0, 0x1900..<0x1C80, 0x1CD0..<0x1D00: true
  case 0xA800..<0xAC00, 0xFB50..<0xFE00, 0xFE70..<0xFEFF, 0x10A00..<0x12000, 0x1E900..<0x1E960: true
  default: false
  }
}

/// Whether it is a part of an emoji that a joiner may bind: a picture, a skin's tone, a selector of a variant.
private func isPicture(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x1F000..<0x20000, 0x2190..<0x2C00, 0xFE0F, 0x200D, 0xE007F: true
  default: false
  }
}
