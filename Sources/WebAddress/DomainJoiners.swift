/// CheckJoiners: where a zero width joiner or non-joiner may stand (RFC 5892, appendix A).
///
/// Joining types are known for Arabic letters only.
enum DomainJoiners {
  /// Whether every joiner follows a virama, or is a non-joiner between letters that would join.
  static func areValid(in label: [Unicode.Scalar]) -> Bool {
    label.indices.allSatisfy { index in
      let value = label[index].value
      guard value == 0x200C || value == 0x200D else { return true }
      if index > 0, label[index - 1].properties.canonicalCombiningClass == .virama { return true }
      return value == 0x200C && separatesJoiningLetters(index, in: label)
    }
  }

  private static func separatesJoiningLetters(_ index: Int, in label: [Unicode.Scalar]) -> Bool {
    guard let before = label[..<index].last(where: { !isTransparent($0) }),
      let after = label[(index + 1)...].first(where: { !isTransparent($0) })
    else { return false }
    return joinsOnBothSides(before) && (joinsOnBothSides(after) || joinsOnTheRight(after))
  }

  private static func isTransparent(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }

  private static func joinsOnBothSides(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x620...0x64A, 0x66E...0x66F, 0x671...0x6D3, 0x6D5, 0x6EE...0x6EF, 0x6FA...0x6FC, 0x6FF,
      0x750...0x77F:
      !joinsOnTheRight(scalar) && scalar.value != 0x621 && scalar.value != 0x674
        && scalar.properties.generalCategory == .otherLetter
    default: false
    }
  }

  private static func joinsOnTheRight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x622...0x625, 0x627, 0x629, 0x62F...0x632, 0x648, 0x671...0x673, 0x675...0x677, 0x688...0x699,
      0x6C0,
      0x6C3...0x6CB, 0x6CD, 0x6CF, 0x6D2...0x6D3, 0x6D5, 0x6EE...0x6EF, 0x759...0x75B, 0x76B...0x76C, 0x771,
      0x773...0x774, 0x778...0x779:
      true
    default: false
    }
  }
}
