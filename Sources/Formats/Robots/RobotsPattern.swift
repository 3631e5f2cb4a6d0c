/// The path of an `Allow` or `Disallow` line, in which `*` stands for any bytes and `$` at the end for the end.
package struct RobotsPattern: Sendable, Equatable {
  /// The pattern as compared: percent-encoded where an address would be.
  package let bytes: [UInt8]

  /// - Parameter written: the value of the line, without white space around it.
  init(_ written: some Sequence<UInt8>) { bytes = robotsEncoded(written, through: 0xFF) }

  /// Whether the pattern matches the path from its start, in time of path length times pattern length at most.
  func matches(_ path: [UInt8]) -> Bool { match(bytes[...], path) }

  /// The pattern's length where it matches, else 0; a pattern that ends in `/index.html` or the like also
  /// matches the bare folder, by that folder's length.
  func lengthAllowing(_ path: [UInt8]) -> Int {
    if matches(path) { return bytes.count }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")), bytes[slash...].starts(with: "/index.htm".utf8) else {
      return 0
    }
    let folder = bytes[...slash] + [UInt8(ascii: "$")]
    return match(folder, path) ? folder.count : 0
  }

  /// Greedy matching that goes back to the last `*` alone, which is enough as `*` takes anything.
  private func match(_ pattern: ArraySlice<UInt8>, _ path: [UInt8]) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let pattern = isAnchored ? pattern.dropLast() : pattern
    var (at, inPath) = (pattern.startIndex, 0)
    var star: (pattern: Int, path: Int)?
    while true {
      if at == pattern.endIndex {
        if !isAnchored || inPath == path.count { return true }
      } else if pattern[at] == UInt8(ascii: "*") {
        star = (at + 1, inPath)
        at += 1
        continue
      } else if inPath < path.count, pattern[at] == path[inPath] {
        at += 1
        inPath += 1
        continue
      }
      guard let last = star, last.path < path.count else { return false }
      star = (last.pattern, last.path + 1)
      (at, inPath) = (last.pattern, last.path + 1)
    }
  }
}

/// Path and query of an address as patterns see them: from the first `/`, `?` or `;` after the host on, without
/// the fragment, with ASCII percent-encoded; other bytes are left, as an address that holds them isn't one.
func robotsPath(of address: String) -> [UInt8] {
  var rest = Array(address.utf8.prefix { $0 != UInt8(ascii: "#") })[...]
  if rest.starts(with: "//".utf8) {
    rest = rest.dropFirst(2)
  } else if let end = schemeEnd(in: rest) {
    rest = rest[end...]
  }
  guard let start = rest.firstIndex(where: isPathStart) else { return [UInt8(ascii: "/")] }
  let path = robotsEncoded(rest[start...], through: 0x7F)
  return path[0] == UInt8(ascii: "/") ? path : [UInt8(ascii: "/")] + path
}

private func isPathStart(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ";")
}

/// Where the host begins after `scheme://`; nil where no scheme comes before the first `/`, `?` or `;`.
private func schemeEnd(in address: ArraySlice<UInt8>) -> Int? {
  guard let colon = address.firstIndex(of: UInt8(ascii: ":")), !address[..<colon].contains(where: isPathStart),
    address[colon...].starts(with: "://".utf8)
  else { return nil }
  return colon + 3
}

/// The bytes with those that an address can't hold percent-encoded and the digits of `%xx` in upper case;
/// nothing is decoded, so that a path and a pattern are the same only when they were written alike.
///
/// - Parameter last: the highest byte that is encoded.
private func robotsEncoded(_ bytes: some Sequence<UInt8>, through last: UInt8) -> [UInt8] {
  var encoded: [UInt8] = []
  var hexLeft = 0
  for byte in bytes {
    if hexLeft > 0, isHexDigit(byte) {
      encoded.append(byte >= UInt8(ascii: "a") ? byte - 0x20 : byte)
      hexLeft -= 1
    } else if byte <= last, needsEncoding(byte) {
      encoded += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      hexLeft = 0
    } else {
      encoded.append(byte)
      hexLeft = byte == UInt8(ascii: "%") ? 2 : 0
    }
  }
  return encoded
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
    UInt8(ascii: "A")...UInt8(ascii: "F"):
    true
  default: false
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 { Array("0123456789ABCDEF".utf8)[Int(value)] }

/// The bytes that the URL standard encodes in a path or in a query, and those that no address may hold.
private func needsEncoding(_ byte: UInt8) -> Bool {
  byte <= 0x20 || byte >= 0x7F || "\"<>\\^`{|}'".utf8.contains(byte)
}
