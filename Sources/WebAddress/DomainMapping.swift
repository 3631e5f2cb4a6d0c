import Foundation

/// What UTS 46 does with each code point, derived from Unicode properties instead of its table.
///
/// The table is itself made from NFKC, case folding and general categories; the ranges here are its
/// exceptions.
enum DomainMapping {
  private enum Status {
    case kept, ignored, disallowed
    case mapped([Unicode.Scalar])
  }

  /// Returns the mapped code points; nil where one is disallowed.
  static func map(_ domain: String) -> [Unicode.Scalar]? {
    var result: [Unicode.Scalar] = []
    for scalar in domain.unicodeScalars {
      switch status(scalar) {
      case .kept: result.append(scalar)
      case .ignored: continue
      case .disallowed: return nil
      case .mapped(let scalars): result += scalars
      }
    }
    return result
  }

  /// Whether a code point may stand in a mapped domain.
  static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if case .kept = status(scalar) { true } else { false }
  }

  private static func status(_ scalar: Unicode.Scalar) -> Status {
    if scalar.isASCII {
      return ("A"..."Z").contains(scalar) ? .mapped(fold(scalar)) : .kept
    }
    switch scalar.value {
    case 0xDF, 0x3C2, 0x200C, 0x200D: return .kept  // deviations, nontransitional
    case 0x3002, 0xFF0E, 0xFF61: return .mapped(["."])
    default: break
    }
    if isDisallowed(scalar) { return .disallowed }
    if scalar.properties.isDefaultIgnorableCodePoint { return .ignored }
    let mapped = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.flatMap(fold)
    if mapped.contains(".") || mapped.contains("\u{3002}") { return .disallowed }
    let composed = Array(compose(mapped))
    return composed == [scalar] ? .kept : .mapped(composed)
  }

  private static func compose(_ scalars: [Unicode.Scalar]) -> String.UnicodeScalarView {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text).precomposedStringWithCanonicalMapping.unicodeScalars
  }

  /// Case folding of a decomposed code point: lower case but for Cherokee, whose folded form is upper case,
  /// and the iota subscript.
  private static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0x345: ["\u{3B9}"]
    case 0x13A0...0x13F5: [scalar]
    case 0x13F8...0x13FD: [shift(scalar, by: -8)]
    case 0xAB70...0xABBF: [shift(scalar, by: 0x13A0 - 0xAB70)]
    default: Array(scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  private static func shift(_ scalar: Unicode.Scalar, by distance: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt32(Int(scalar.value) + distance)) ?? scalar
  }

  private static func isDisallowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .unassigned, .control, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: return true
    case .format where !scalar.properties.isDefaultIgnorableCodePoint: return true
    default: break
    }
    switch scalar.value {
    // Marks of direction and tags, which other texts ignore; then ideographic description and replacement.
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xE0001, 0xE0020...0xE007F: return true
    case 0x2FF0...0x2FFF, 0x31EF, 0xFFFC, 0xFFFD: return true
    default: return false
    }
  }
}
