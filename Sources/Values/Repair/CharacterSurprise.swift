/// How surprising one character is in text that people write, in rough bits; 0 for ASCII.
///
/// Estimates from what is common in the languages of the web: accented letters and the letters of the great scripts
/// cost little, symbols more, controls and what Unicode hasn't assigned most.
func surprise(_ scalar: UInt32) -> Int {
  switch scalar {
  case 0x09, 0x0A, 0x0D, 0x20..<0x7F: 0
  case 0..<0x80: 20
  case 0x80..<0xA0: mendedControl(scalar) == scalar ? 25 : 4 + surprise(mendedControl(scalar))
  case 0xA0..<0xC0: latinSymbols[Int(scalar) - 0xA0]
  case 0xC0..<0x250: latinLetter(scalar)
  case 0x250..<0x300: scalar == 0x259 || (0x2BB...0x2BF).contains(scalar) ? 8 : 18
  case 0x300..<0x370: scalar < 0x30D || [0x31B, 0x323, 0x327, 0x328].contains(scalar) ? 9 : 16
  case 0x370..<0x530: greekOrCyrillic(scalar)
  case 0x2000..<0x3000: sign(scalar)
  case 0x10000...: beyondTheFirstPlane(scalar)
  default: otherScript(scalar)
  }
}

/// U+00A0 to U+00BF: no-break space, ¡ ¢ £ ¤ ¥ ¦ § ¨ © ª « ¬, soft hyphen, ® ¯ ° ± ² ³ ´ µ ¶ · ¸ ¹ º » ¼ ½ ¾ ¿.
private let latinSymbols = [
  2, 5, 9, 5, 14, 8, 13, 7, 12, 5, 7, 4, 13, 8, 5, 12, 6, 6, 7, 7, 7, 7, 12, 7, 13, 7, 7, 4, 7, 7, 7, 5,
]

private func latinLetter(_ scalar: UInt32) -> Int {
  switch scalar {
  case 0xC3: 7
  case 0xC2, 0xC8, 0xCA...0xCC, 0xCE, 0xCF, 0xD2, 0xD4, 0xD9, 0xDB: 6
  case 0xD0, 0xDD, 0xDE, 0xF0, 0xFE: 7
  case 0xD7: 6
  case 0xF7: 9
  case 0xFF: 8
  case 0xC0..<0xDF: 5
  case 0xE5: 5
  case 0xDF: 4
  case 0xDF..<0x100: 3
  case 0x10D, 0x161, 0x17E: 3
  case 0x165, 0x163: 5
  case 0x130, 0x160, 0x15E, 0x17D: 5
  case 0x12C, 0x12D, 0x138, 0x13F, 0x140, 0x149, 0x14E, 0x14F, 0x17F: 10
  case 0x114, 0x115, 0x108, 0x109, 0x11C, 0x11D, 0x124, 0x125, 0x134, 0x135, 0x15C, 0x15D, 0x168, 0x169: 8
  case 0x100..<0x180: scalar & 1 == isUpperBit(scalar) ? 6 : 4
  case 0x192: 13
  case 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x218...0x21B: 5
  case 0x1CD...0x1DC: 10
  default: 16
  }
}

/// The last bit of the capitals in the part of Latin Extended-A that the scalar stands in.
private func isUpperBit(_ scalar: UInt32) -> UInt32 {
  (0x139...0x148).contains(scalar) || scalar >= 0x179 ? 1 : 0
}

private func greekOrCyrillic(_ scalar: UInt32) -> Int {
  switch scalar {
  case 0x3AC...0x3CE: 2
  case 0x386, 0x388...0x3AB: 4
  case 0x370..<0x400: 14
  case 0x430...0x44F: 2
  case 0x410...0x42F, 0x451, 0x454, 0x456, 0x457, 0x491, 0x45E: 3
  case 0x452...0x45F: 4
  case 0x401, 0x404, 0x406, 0x407, 0x490: 5
  case 0x400...0x40F: 6
  case 0x492...0x4BB, 0x4D8, 0x4D9, 0x4E8, 0x4E9: 6
  default: 14
  }
}

private func sign(_ scalar: UInt32) -> Int {
  switch scalar {
  case 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026: 3
  case 0x201A, 0x201E: 4
  case 0x2000...0x200A, 0x202F, 0x2022, 0x200B: 5
  case 0x200C, 0x200D: 4
  case 0x20AC, 0x2122, 0x2116: 5
  case 0x2039, 0x203A, 0x2032, 0x2033, 0x2190...0x21FF: 7
  case 0x2500...0x257F: 10
  case 0x2580...0x25FF: 7
  case 0x2600...0x27BF: 5
  case 0x2030, 0x2020, 0x2021, 0x203C, 0x2049, 0x20A0...0x20C0: 9
  case 0x200E, 0x200F: 7
  case 0x2200...0x23FF: 9
  default: 11
  }
}

private func otherScript(_ scalar: UInt32) -> Int {
  switch scalar {
  case 0x4E00...0x9FFF: 5
  case 0xAC00...0xD7A3: 3
  case 0x3041...0x30FF: 2
  case 0x3000...0x3015, 0xFF01...0xFF5E: 4
  case 0x5D0...0x5EA, 0x621...0x64A, 0x10D0...0x10F6, 0xE01...0xE4E: 2
  case 0x60C, 0x61B, 0x61F, 0x660...0x669, 0x66E...0x6D3, 0x6F0...0x6F9: 4
  case 0x1EA0...0x1EF9: 4
  case 0x900...0x97F: 2
  case 0xFEFF: 8
  case 0xFFFD: 8
  case 0xFE0F: 3
  case 0xE000...0xF8FF: 30
  default: byCategory(scalar)
  }
}

private func beyondTheFirstPlane(_ scalar: UInt32) -> Int {
  switch scalar {
  case 0x1F300...0x1FAFF, 0x1F1E6...0x1F1FF: isAssigned(scalar) ? 4 : 40
  case 0x20000...0x323AF: 12
  default: byCategory(scalar) + 8
  }
}

private func isAssigned(_ scalar: UInt32) -> Bool {
  Unicode.Scalar(scalar)?.properties.generalCategory != .unassigned
}

private func byCategory(_ scalar: UInt32) -> Int {
  guard let category = Unicode.Scalar(scalar)?.properties.generalCategory else { return 40 }
  let isOfBharat = (0x980..<0xE00).contains(scalar) || (0xE80..<0x10A0).contains(scalar)
  let isArmenianOrKhmer = (0x530..<0x590).contains(scalar) || (0x1780..<0x1800).contains(scalar)
  let common = isOfBharat || isArmenianOrKhmer ? 3 : 12
  switch category {
  case .unassigned, .surrogate: return 40
  case .privateUse: return 30
  case .control, .format: return 20
  case .otherLetter, .lowercaseLetter, .uppercaseLetter: return common
  case .nonspacingMark, .spacingMark: return common
  case .decimalNumber: return common + 1
  default: return 12
  }
}
