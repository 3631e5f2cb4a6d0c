extension Address {
  /// The address of a text that the parser would give back as it is, as most links are: http or https, a domain of
  /// lower-case ASCII without a port, and a path and query in which nothing is to be encoded; nil for any other text,
  /// which says nothing about it.
  init?(plain text: String) {
    guard let layout = Layout(plain: Array(text.utf8)) else { return nil }
    self.init(href: text, layout: layout)
  }

  /// The same of a path below a base's own host, such as `/a/b?c=d`.
  init?(plainPath text: String, on base: Address) {
    guard text.utf8.first == .slash, text.utf8.dropFirst().first != .slash, base.layout.hasHost else { return nil }
    self.init(plain: String(Substring(base.bytes(0..<base.layout.authorityEnd))) + text)
  }
}

extension Layout {
  fileprivate init?(plain bytes: [UInt8]) {
    let hostStart = bytes.starts(with: Layout.https) ? 8 : bytes.starts(with: Layout.http) ? 7 : 0
    guard hostStart > 0, let end = Layout.plainHost(bytes, from: hostStart),
      let pathEnd = Layout.plainPath(bytes, from: end)
    else { return nil }
    self.init()
    scheme = hostStart == 8 ? .https : .http
    schemeEnd = hostStart - 3
    hasHost = true
    usernameEnd = hostStart
    self.hostStart = hostStart
    hostEnd = end
    authorityEnd = end
    pathStart = end
    self.pathEnd = pathEnd
    query = pathEnd < bytes.count ? pathEnd + 1..<bytes.count : nil
  }

  private static let https = Array("https://".utf8)
  private static let http = Array("http://".utf8)

  /// Where the host ends; nil for one that isn't plain: no number in disguise, no other script's encoded form.
  private static func plainHost(_ bytes: [UInt8], from start: Int) -> Int? {
    var end = start
    var label = start
    var dots = 0
    while end < bytes.count, bytes[end] != .slash {
      let byte = bytes[end]
      if byte == UInt8(ascii: ".") {
        guard end > label else { return nil }
        label = end + 1
        dots += 1
      } else if !isHost[Int(byte)] || byte == UInt8(ascii: "-") && end == label + 3 && bytes[end - 1] == byte {
        return nil
      }
      end += 1
    }
    return dots > 0 && end > label && end < bytes.count && bytes[label] >= UInt8(ascii: "a") ? end : nil
  }

  /// Where the path ends; nil where anything in path or query is to be encoded, or a segment begins with a dot.
  private static func plainPath(_ bytes: [UInt8], from start: Int) -> Int? {
    var end = bytes.count
    for place in start..<bytes.count where !isPath[Int(bytes[place])] {
      guard bytes[place] == UInt8(ascii: "?") else { return nil }
      end = min(end, place)
    }
    for place in start..<end where bytes[place] == UInt8(ascii: ".") && bytes[place - 1] == .slash { return nil }
    return end
  }

  private static let isHost = allowing("abcdefghijklmnopqrstuvwxyz0123456789-")

  /// What stands for itself in the paths and queries of http.
  private static let isPath = allowing(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&()*+,;=:@/")

  private static func allowing(_ characters: String) -> [Bool] {
    let allowed = Set(characters.utf8)
    return (0..<256).map { allowed.contains(UInt8($0)) }
  }
}
