extension Address {
  /// Whether it is an http or https address; those always have a host.
  package var isFetchable: Bool { layout.scheme == .http || layout.scheme == .https }

  /// The form in which two addresses of the same page are equal, used for ids.
  ///
  /// User info, the fragment unless it begins with `!`, and tracking and session parameters go; escaped
  /// unreserved characters are decoded, other escapes are written in upper case. The order of parameters,
  /// double slashes, a domain's trailing dot and `www.` stay. An address that is not fetchable stays as it
  /// is.
  package var canonical: Address {
    guard isFetchable, !isPlain else { return self }
    return Address(parsing: String(decoding: canonicalBytes, as: UTF8.self)) ?? self
  }

  /// Whether nothing in it could change.
  private var isPlain: Bool {
    guard !hasUserInfo, layout.query == nil, layout.fragmentStart == nil else { return false }
    return bytes(layout.pathStart..<layout.pathEnd).allSatisfy { $0 != .percent && $0 != .semicolon }
  }

  private var canonicalBytes: [UInt8] {
    var result = Array(bytes(0..<layout.schemeEnd + 3))
    result += bytes(layout.hostStart..<layout.authorityEnd)
    result += SessionParameters.removed(fromPath: unescaped(layout.pathStart..<layout.pathEnd)[...])
    if let query = layout.query {
      let kept = TrackingParameters.removed(fromQuery: unescaped(query)[...])
      if !kept.isEmpty { result += [.question] + kept }
    }
    if let start = layout.fragmentStart {
      let fragment = unescaped(start..<href.utf8.count)
      if fragment.first == .exclamation { result += [.hash] + fragment }
    }
    return result
  }

  private func unescaped(_ range: Range<Int>) -> [UInt8] { Array(bytes(range))[...].unreservedDecoded }
}

extension ArraySlice<UInt8> {
  /// The bytes with escaped unreserved characters (RFC 3986, section 2.3) decoded and other escapes in upper
  /// case.
  var unreservedDecoded: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var index = startIndex
    var stray: Int?
    while index < endIndex {
      guard let byte = escapedByte(at: index) else {
        if self[index] == .percent { stray = result.count }
        result.append(self[index])
        index += 1
        continue
      }
      // Behind a stray `%` a decoded digit could complete an escape that nobody wrote.
      let isNearStray = stray.map { result.count - $0 <= 2 } ?? false
      if byte.isUnreserved, !isNearStray { result.append(byte) } else { result.append(escape: byte) }
      index += 3
    }
    return result
  }
}

extension UInt8 {
  /// RFC 3986, section 2.3.
  fileprivate var isUnreserved: Bool {
    isASCIILetter || isASCIIDigit || self == .hyphen || self == .dot || self == UInt8(ascii: "_")
      || self == UInt8(ascii: "~")
  }
}
