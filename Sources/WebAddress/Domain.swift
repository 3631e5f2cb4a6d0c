import Foundation

/// Domains beyond ASCII: UTS 46 processing with CheckBidi and CheckJoiners, without STD3 rules and length
/// checks, as the standard's "domain to ASCII" asks for.
enum Domain {
  private static let prefix = Array("xn--".unicodeScalars)

  /// Returns the domain in ASCII; nil where a label is not valid.
  static func ascii(_ domain: String) -> [UInt8]? {
    guard let mapped = DomainMapping.map(domain) else { return nil }
    var labels: [[Unicode.Scalar]] = []
    for label in normalized(mapped).split(separator: ".", omittingEmptySubsequences: false) {
      guard let decoded = decode(Array(label)) else { return nil }
      labels.append(decoded)
    }
    if labels.contains(where: DomainDirection.isRightToLeft), !labels.allSatisfy(DomainDirection.isValid) {
      return nil
    }
    return join(labels)
  }

  /// A label in Unicode, checked; nil where it is not valid.
  private static func decode(_ label: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard label.starts(with: prefix) else { return isValid(label) ? label : nil }
    guard label.allSatisfy(\.isASCII),
      let decoded = Punycode.decode(label.dropFirst(4).map { UInt8($0.value) }[...]),
      decoded.contains(where: { !$0.isASCII }), normalized(decoded) == decoded, isValid(decoded)
    else { return nil }
    return decoded
  }

  /// UTS 46, section 4.1, as far as the standard asks for it.
  private static func isValid(_ label: [Unicode.Scalar]) -> Bool {
    guard let first = label.first else { return true }
    return !isMark(first) && label.allSatisfy(DomainMapping.isKept) && DomainJoiners.areValid(in: label)
      && !(label.starts(with: prefix) && label.contains { !$0.isASCII })
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func normalized(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return Array(String(text).precomposedStringWithCanonicalMapping.unicodeScalars)
  }

  private static func join(_ labels: [[Unicode.Scalar]]) -> [UInt8]? {
    var output: [UInt8] = []
    for (index, label) in labels.enumerated() {
      if index > 0 { output.append(.dot) }
      if label.allSatisfy(\.isASCII) {
        output += label.map { UInt8($0.value) }
      } else {
        guard let encoded = Punycode.encode(label) else { return nil }
        output += "xn--".utf8
        output += encoded
      }
    }
    return output
  }
}
