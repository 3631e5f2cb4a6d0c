/// A number, a word or a sign of a folded text.
struct DateToken {
  enum Kind { case number, word, sign }

  var kind: Kind
  /// A number's value, at most 18 digits of it.
  var value = 0
  /// How many digits a number has.
  var digits = 0
  /// A word's hash, a phrase's where words were joined.
  var hash: UInt64 = 0
  var lexeme = DateLexeme()
  /// A sign in ASCII.
  var sign: UInt8 = 0
  /// Where it stands in the folded bytes.
  var range: Range<Int>
  /// Whether white space stands before it.
  var isSpaced: Bool

  func isSign(_ scalar: Unicode.Scalar) -> Bool { kind == .sign && sign == UInt8(ascii: scalar) }
  func has(_ role: DateLexeme.Roles) -> Bool { kind == .word && !lexeme.roles.isDisjoint(with: role) }
}

/// What a character of several bytes is to the tokenizer.
enum DateScript {
  case letter
  /// A letter of a script that writes words without spaces.
  case unspaced
  case sign(UInt8)
  case ignored

  /// The kind of the character that begins at a place of UTF-8.
  static func of(_ bytes: [UInt8], at place: Int) -> DateScript {
    let second = place + 1 < bytes.count ? bytes[place + 1] : 0
    let third = place + 2 < bytes.count ? bytes[place + 2] : 0
    switch bytes[place] {
    case 0xC2 where second == 0xA9 || second == 0xAE: return .sign(UInt8(ascii: "#"))
    case 0xC2: return second == 0xAA || second == 0xBA || second == 0xB5 ? .letter : .sign(second == 0xB7 ? 0x7C : 0x2C)
    case 0xD8 where second == 0x8C || second == 0x9B: return .sign(UInt8(ascii: ","))
    case 0xE0 where second >= 0xB8 && second <= 0xBB: return .unspaced
    case 0xE1 where second == 0x80 || second == 0x81 || second == 0x9E || second == 0x9F: return .unspaced
    case 0xE2: return second == 0x80 && third == 0xA6 ? .sign(UInt8(ascii: ".")) : .sign(UInt8(ascii: "|"))
    case 0xE3 where second == 0x80:
      switch third {
      case 0x81: return .sign(UInt8(ascii: ","))
      case 0x82: return .sign(UInt8(ascii: "."))
      case 0x85, 0x86, 0x87: return .unspaced
      case 0x9C: return .sign(UInt8(ascii: "-"))
      default: return .sign(UInt8(ascii: "|"))
      }
    case 0xE3...0xE9: return .unspaced
    case 0xF0 where second == 0x9F: return .ignored
    default: return .letter
    }
  }

  /// How many bytes the character has that begins with the byte.
  static func width(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
}
