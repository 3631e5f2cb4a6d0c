/// The day a path names, such as `2024-05-17` of `/2024/05/17/ice` and of `/17-05-2024`; nil where it names none, or only
/// in an order that is open.
func dayInPath(_ path: String) -> String? { dayFromYear(path) ?? dayToYear(path) }

/// The day that a whole part of the path is: `17-05-2024` or `17.05.2024`.
private func dayToYear(_ path: String) -> String? {
  path.utf8.split(separator: UInt8(ascii: "/")).lazy.compactMap { part -> String? in
    let isFigures = part.count == 10 && part.allSatisfy { $0 &- 48 < 10 || $0 == 0x2D || $0 == 0x2E }
    return isFigures ? clearDay(in: String(decoding: part, as: UTF8.self)) : nil
  }.first
}

private func dayFromYear(_ path: String) -> String? {
  let bytes = Array(path.utf8)
  let isDigit = { (place: Int) in place < bytes.count && bytes[place] &- 48 < 10 }
  for start in bytes.indices.dropFirst()
  where bytes[start - 1] == UInt8(ascii: "/") || bytes[start - 1] == UInt8(ascii: "-") {
    guard (start..<start + 4).allSatisfy(isDigit), start + 4 < bytes.count else { continue }
    let separator = bytes[start + 4]
    guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-") else { continue }
    let parts = bytes[start...].split(maxSplits: 3, omittingEmptySubsequences: false) { $0 == separator }
    guard parts.count > 2, let year = Int(String(decoding: parts[0], as: UTF8.self)), (1990...2100).contains(year),
      let month = twoDigits(parts[1]), (1...12).contains(month),
      let day = twoDigits(parts[2].prefix { $0 &- 48 < 10 }), (1...31).contains(day)
    else { continue }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
  return nil
}

private func twoDigits(_ bytes: ArraySlice<UInt8>) -> Int? {
  (1...2).contains(bytes.count) ? Int(String(decoding: bytes, as: UTF8.self)) : nil
}
