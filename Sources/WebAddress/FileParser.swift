/// The states of `file:` addresses, which know drive letters.
extension AddressParser {
  /// Reads all after the scheme, or all where the base is a file and no scheme is written.
  mutating func parseFile() throws(Malformed) {
    let base = base?.layout.scheme == .file ? base : nil
    if isSlash(current) {
      position += 1
      if isSlash(current) {
        position += 1
        try parseFileHost()
      } else {
        parseFileRoot(base)
      }
    } else if let base {
      parseFileRelative(to: base)
    } else {
      openFile()
      readPath()
      closePath()
    }
  }

  private mutating func openFile() {
    output = Array("file:".utf8)
    layout.schemeEnd = 4
    openAuthority()
    closeAuthority()
  }

  /// After one slash: the base's host and drive letter stay.
  private mutating func parseFileRoot(_ base: Address?) {
    if let base {
      copyAuthority(of: base)
      let path = Array(base.bytes(base.layout.pathStart..<base.layout.pathEnd).prefix(4))
      if !startsWithDriveLetter, AddressParser.startsWithDrive(path) { output += path.prefix(3) }
    } else {
      openFile()
    }
    readPath()
    closePath()
  }

  private mutating func parseFileRelative(to base: Address) {
    guard startsWithDriveLetter else { return parseRelativePath(to: base) }
    copyAuthority(of: base)
    readPath()
    closePath()
  }

  private mutating func parseFileHost() throws(Malformed) {
    var stop = position
    while stop < end, !isSlash(input[stop]), input[stop] != .question, input[stop] != .hash { stop += 1 }
    openFile()
    if AddressParser.isDriveLetter(input[position..<stop]) {
      readPath()
    } else {
      if stop > position { try readFileHost(input[position..<stop]) }
      position = stop
      startPath()
    }
    closePath()
  }

  private mutating func readFileHost(_ name: ArraySlice<UInt8>) throws(Malformed) {
    let host = try Host.parse(name, isOpaque: false)
    if !host.elementsEqual("localhost".utf8) { output += host }
    closeAuthority()
  }

  /// Whether the rest of the input begins with a drive letter that is a whole segment.
  private var startsWithDriveLetter: Bool {
    guard position + 2 <= end, AddressParser.isDriveLetter(input[position..<position + 2]) else {
      return false
    }
    guard position + 2 < end else { return true }
    let next = input[position + 2]
    return next == .slash || next == .backslash || next == .question || next == .hash
  }

  /// Whether a segment is an ASCII letter and `:` or `|`.
  static func isDriveLetter(_ segment: ArraySlice<UInt8>) -> Bool {
    guard segment.count == 2, let first = segment.first, let last = segment.last else { return false }
    return first.isASCIILetter && (last == .colon || last == .bar)
  }

  /// Whether a path's first segment is an ASCII letter and `:`.
  static func startsWithDrive(_ path: [UInt8]) -> Bool {
    path.count >= 3 && path[1].isASCIILetter && path[2] == .colon && (path.count == 3 || path[3] == .slash)
  }
}
