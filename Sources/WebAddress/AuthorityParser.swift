/// The states that read `username:password@host:port`, and those that take parts of the base.
extension AddressParser {
  /// Writes `//`; the host begins here until a user's name is read.
  mutating func openAuthority() {
    output.append(.slash)
    output.append(.slash)
    layout.hasHost = true
    layout.usernameEnd = output.count
    layout.hostStart = output.count
    layout.hostEnd = output.count
  }

  /// Ends the host, or the scheme where there is no host; the path begins here.
  mutating func closeAuthority() {
    layout.hostEnd = output.count
    layout.authorityEnd = output.count
    layout.pathStart = output.count
    layout.pathEnd = output.count
  }

  /// Reads from the byte after `//` to the path.
  mutating func readAuthority() throws(Malformed) {
    openAuthority()
    let stop = authorityStop()
    if let at = input[position..<stop].lastIndex(of: .at) {
      writeUserInfo(input[position..<at])
      position = at + 1
      if position == stop { throw Malformed() }
    }
    try readHostAndPort(to: stop)
  }

  private func authorityStop() -> Int {
    var stop = position
    while stop < end, !isSlash(input[stop]), input[stop] != .question, input[stop] != .hash { stop += 1 }
    return stop
  }

  private mutating func writeUserInfo(_ text: ArraySlice<UInt8>) {
    let colon = text.firstIndex(of: .colon) ?? text.endIndex
    let password = text[colon...].dropFirst()
    output.append(text[..<colon], encoding: .userInfo)
    layout.usernameEnd = output.count
    if !password.isEmpty {
      output.append(.colon)
      output.append(password, encoding: .userInfo)
    }
    if output.count > layout.hostStart { output.append(.at) }
    layout.hostStart = output.count
  }

  private mutating func readHostAndPort(to stop: Int) throws(Malformed) {
    let colon = portColon(before: stop)
    let name = input[position..<(colon ?? stop)]
    if name.isEmpty, colon != nil || layout.scheme.isSpecial { throw Malformed() }
    output += try Host.parse(name, isOpaque: !layout.scheme.isSpecial)
    closeAuthority()
    position = stop
    if let colon { try writePort(input[(colon + 1)..<stop]) }
  }

  private func portColon(before stop: Int) -> Int? {
    var isInBrackets = false
    for index in position..<stop {
      switch input[index] {
      case .openBracket: isInBrackets = true
      case .closeBracket: isInBrackets = false
      case .colon where !isInBrackets: return index
      default: break
      }
    }
    return nil
  }

  private mutating func writePort(_ digits: ArraySlice<UInt8>) throws(Malformed) {
    var port = 0
    for byte in digits {
      guard byte.isASCIIDigit else { throw Malformed() }
      port = port * 10 + Int(byte - 0x30)
      if port > 65_535 { throw Malformed() }
    }
    if digits.isEmpty || port == layout.scheme.defaultPort { return }
    let hostEnd = layout.hostEnd
    output.append(.colon)
    output += String(port).utf8
    closeAuthority()
    layout.hostEnd = hostEnd
    layout.port = port
  }

  /// Starts anew with the base's scheme and its colon.
  mutating func copyScheme(of base: Address) {
    layout = Layout()
    layout.scheme = base.layout.scheme
    layout.schemeEnd = base.layout.schemeEnd
    output = Array(base.bytes(0..<base.layout.schemeEnd + 1))
    closeAuthority()
  }

  /// Starts anew with the base's scheme, user, host and port.
  mutating func copyAuthority(of base: Address) {
    layout = base.layout
    layout.query = nil
    layout.fragmentStart = nil
    layout.pathStart = layout.authorityEnd
    layout.pathEnd = layout.authorityEnd
    output.removeAll(keepingCapacity: true)
    output += base.bytes(0..<layout.authorityEnd)
  }

  /// Starts anew with all of the base up to the end of its path.
  mutating func copyThroughPath(of base: Address) {
    copyAuthority(of: base)
    output += base.bytes(base.layout.pathStart..<base.layout.pathEnd)
  }

  /// Appends the base's query, where it has one.
  mutating func copyQuery(of base: Address) {
    guard let query = base.layout.query else { return }
    output.append(.question)
    let start = output.count
    output += base.bytes(query)
    layout.query = start..<output.count
  }
}
