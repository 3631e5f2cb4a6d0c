/// Parameters that carry a visitor's session.
enum SessionParameters {
  /// Names, in lower case, that are nothing but sessions.
  private static let names: Set<String> = [
    "phpsessid", "jsessionid", "sessionid", "session_id", "sessid", "_session_id", "cfid", "cftoken",
    "oscsid", "zenid",
  ]
  /// Names, in lower case, that are sessions only where their value looks like a token.
  private static let ambiguousNames: Set<String> = ["sid", "session", "s"]

  /// Whether a parameter, its name in lower case, carries a session.
  static func isSession(_ name: String, value: ArraySlice<UInt8>) -> Bool {
    names.contains(name) || name.hasPrefix("aspsessionid")
      || (ambiguousNames.contains(name) && isToken(value))
  }

  /// At least 24 letters and digits, some of each.
  private static func isToken(_ value: ArraySlice<UInt8>) -> Bool {
    value.count >= 24 && value.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
      && value.contains(where: \.isASCIILetter) && value.contains(where: \.isASCIIDigit)
  }

  /// Returns the path without session parameters, as in `/page;jsessionid=0A1B`; other path parameters stay.
  static func removed(fromPath path: ArraySlice<UInt8>) -> [UInt8] {
    guard path.contains(.semicolon) else { return Array(path) }
    let segments = path.split(separator: .slash, omittingEmptySubsequences: false)
    return Array(segments.map(removed(fromSegment:)).joined(separator: [.slash]))
  }

  private static func removed(fromSegment segment: ArraySlice<UInt8>) -> [UInt8] {
    let parts = segment.split(separator: .semicolon, omittingEmptySubsequences: false)
    let kept = parts.enumerated().filter { $0.offset == 0 || !isSession($0.element) }
    return Array(kept.map(\.element).joined(separator: [.semicolon]))
  }

  private static func isSession(_ parameter: ArraySlice<UInt8>) -> Bool {
    let equals = parameter.firstIndex(of: .equals) ?? parameter.endIndex
    let name = String(decoding: parameter[..<equals].map(\.lowercased), as: UTF8.self)
    return isSession(name, value: parameter[equals...].dropFirst())
  }
}
