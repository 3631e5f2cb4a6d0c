/// CheckBidi: a domain with right-to-left text must read the same way in every label (RFC 5893, section 2).
///
/// Bidirectional classes are derived from blocks and general categories.
enum DomainDirection {
  private enum Class {
    case left, right, europeanNumber, arabicNumber, mark, neutral
  }

  /// Whether the label has right-to-left letters or Arabic numbers.
  static func isRightToLeft(_ label: [Unicode.Scalar]) -> Bool {
    label.contains { direction($0) == .right || direction($0) == .arabicNumber }
  }

  /// Whether a label of a domain with right-to-left text is valid.
  static func isValid(_ label: [Unicode.Scalar]) -> Bool {
    let classes = label.map(direction)
    guard let first = classes.first, let last = classes.last(where: { $0 != .mark }) else { return true }
    switch first {
    case .left:
      return !classes.contains(.right) && !classes.contains(.arabicNumber)
        && (last == .left || last == .europeanNumber)
    case .right:
      return !classes.contains(.left) && last != .neutral
        && !(classes.contains(.europeanNumber) && classes.contains(.arabicNumber))
    default:
      return false
    }
  }

  private static func direction(_ scalar: Unicode.Scalar) -> Class {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return isNumberSign(scalar) ? .arabicNumber : .mark
    case .decimalNumber, .otherNumber: return numberDirection(scalar)
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
      .letterNumber:
      return isInRightToLeftBlock(scalar) ? .right : .left
    default:
      return isRightToLeftPunctuation(scalar) ? .right : .neutral
    }
  }

  private static func numberDirection(_ scalar: Unicode.Scalar) -> Class {
    switch scalar.value {
    case 0x30...0x39, 0xB2...0xB3, 0xB9, 0x6F0...0x6F9, 0x2070...0x2089, 0x102E1...0x102FB, 0x1D7CE...0x1D7FF,
      0x1FBF0...0x1FBF9:
      .europeanNumber
    case 0x660...0x669, 0x10D30...0x10D39, 0x10E60...0x10E7E: .arabicNumber
    default: isInRightToLeftBlock(scalar) ? .right : .left
    }
  }

  private static func isNumberSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x600...0x605, 0x6DD, 0x890...0x891, 0x8E2: true
    default: false
    }
  }

  private static func isInRightToLeftBlock(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// Punctuation and symbols of class R or AL rather than of a neutral one.
  private static func isRightToLeftPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x5BE, 0x5C0, 0x5C3, 0x5C6, 0x5F3...0x5F4, 0x608, 0x60B, 0x60D, 0x61B...0x61F, 0x66D, 0x6D4,
      0x700...0x70D, 0x7FE...0x7FF, 0x830...0x83E, 0x85E:
      true
    default: false
    }
  }
}
