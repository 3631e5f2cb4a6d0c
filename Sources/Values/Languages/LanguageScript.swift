/// The scripts that many languages share, so that their letters alone don't tell the language.
enum LanguageScript: Int, Sendable, CaseIterable {
  case latin, cyrillic, arabic, devanagari

  /// The script of a letter, nil for one of another script and for what is no letter.
  ///
  /// The ranges are those that the tables were made with.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x41..<0x5B, 0x61..<0x7B, 0xC0..<0xD7, 0xD8..<0xF7, 0xF8..<0x250, 0x2BB, 0x2BC, 0x1E00..<0x1F00: self = .latin
    case 0x400..<0x530: self = .cyrillic
    case 0x620..<0x6F0, 0x750..<0x780, 0x200C: self = .arabic
    case 0x900..<0x964, 0x970..<0x980: self = .devanagari
    default: return nil
    }
  }
}

/// The language of a script that hardly another one of the web is written in, as a tag of BCP 47; nil for other
/// scripts.
func onlyLanguage(ofScriptOf scalar: UInt32) -> String? {
  switch scalar {
  case 0x370..<0x400, 0x1F00..<0x2000: "el"
  case 0x531..<0x590: "hy"
  case 0x5D0..<0x5EB: "he"
  case 0x780..<0x7C0: "dv"
  case 0x980..<0xA00: "bn"
  case 0xA00..<0xA80: "pa"
  case 0xA80..<0xB00: "gu"
  case 0xB00..<0xB80: "or"
  case 0xB80..<0xC00: "ta"
  case 0xC00..<0xC80: "te"
  case 0xC80..<0xD00: "kn"
  case 0xD00..<0xD80: "ml"
  case 0xD80..<0xE00: "si"
  case 0xE00..<0xE80: "th"
  case 0xE80..<0xF00: "lo"
  case 0xF00..<0x1000: "bo"
  case 0x1000..<0x10A0: "my"
  case 0x10A0..<0x1100, 0x1C90..<0x1CC0: "ka"
  case 0x1200..<0x1380: "am"
  case 0x1780..<0x1800: "km"
  case 0x1100..<0x1200, 0x3130..<0x3190, 0xAC00..<0xD7B0: "ko"
  default: nil
  }
}
