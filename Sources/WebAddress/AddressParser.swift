/// The text is no address: the standard's "failure".
struct Malformed: Error {}

/// The standard's basic URL parser: each state reads its whole run of bytes and appends what it makes of them
/// to the serialised form.
struct AddressParser {
  let input: [UInt8]
  /// The next byte to read.
  var position: Int
  /// Where the input ends, trailing white space left out.
  let end: Int
  let base: Address?
  /// The serialised form so far.
  var output: [UInt8] = []
  var layout = Layout()

  /// Takes `text` without the controls and spaces around it and without the tabs and line breaks inside it.
  init(_ text: String, base: Address?) {
    let bytes = Array(text.utf8)
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] <= .space { start += 1 }
    while start < end, bytes[end - 1] <= .space { end -= 1 }
    let breaks: (UInt8) -> Bool = { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    if bytes[start..<end].contains(where: breaks) {
      input = bytes[start..<end].filter { !breaks($0) }
      (start, end) = (0, input.count)
    } else {
      input = bytes
    }
    self.position = start
    self.end = end
    self.base = base
    output.reserveCapacity(end - start + (base?.layout.pathEnd ?? 0) + 16)
  }

  /// The next byte; nil at the end.
  var current: UInt8? { position < end ? input[position] : nil }

  /// Whether `byte` separates segments: a slash, or a backslash where the scheme is special.
  func isSlash(_ byte: UInt8?) -> Bool {
    byte == .slash || (byte == .backslash && layout.scheme.isSpecial)
  }

  /// Fills `output` and `layout`.
  mutating func parse() throws(Malformed) {
    if readScheme() { try parseAfterScheme() } else { try parseWithoutScheme() }
    readQueryAndFragment()
  }

  /// Reads `scheme:` where one stands at the start.
  private mutating func readScheme() -> Bool {
    guard let length = schemeLength() else { return false }
    for byte in input[position..<position + length] { output.append(byte.lowercased) }
    layout.scheme = Scheme(output[...])
    layout.schemeEnd = length
    output.append(.colon)
    position += length + 1
    closeAuthority()
    return true
  }

  private func schemeLength() -> Int? {
    guard let first = current, first.isASCIILetter else { return nil }
    for index in position..<end {
      let byte = input[index]
      if byte == .colon { return index - position }
      guard
        byte.isASCIILetter || byte.isASCIIDigit || byte == .dot || byte == .hyphen
          || byte == UInt8(ascii: "+")
      else { return nil }
    }
    return nil
  }

  private mutating func parseAfterScheme() throws(Malformed) {
    switch layout.scheme {
    case .file: try parseFile()
    case .other: try parseUnspecial()
    default:
      if let base, base.layout.scheme == layout.scheme, !startsWithTwoSlashes {
        try parseRelative(to: base)
      } else {
        try parseSpecialAuthority()
      }
    }
  }

  private var startsWithTwoSlashes: Bool {
    position + 1 < end && input[position] == .slash && input[position + 1] == .slash
  }

  private mutating func parseUnspecial() throws(Malformed) {
    guard current == .slash else { return readOpaquePath() }
    if startsWithTwoSlashes {
      position += 2
      try readAuthority()
      startPath()
    } else {
      position += 1
      readPath()
    }
    closePath()
  }

  private mutating func parseSpecialAuthority() throws(Malformed) {
    while isSlash(current) { position += 1 }
    try readAuthority()
    startPath()
    closePath()
  }

  private mutating func parseWithoutScheme() throws(Malformed) {
    guard let base else { throw Malformed() }
    if base.hasOpaquePath {
      guard current == .hash else { throw Malformed() }
      copyThroughPath(of: base)
      closePath()
      copyQuery(of: base)
    } else if base.layout.scheme == .file {
      layout.scheme = .file
      try parseFile()
    } else {
      layout.scheme = base.layout.scheme
      try parseRelative(to: base)
    }
  }

  private mutating func parseRelative(to base: Address) throws(Malformed) {
    guard isSlash(current) else { return parseRelativePath(to: base) }
    position += 1
    if isSlash(current) {
      position += 1
      copyScheme(of: base)
      if layout.scheme.isSpecial { return try parseSpecialAuthority() }
      try readAuthority()
      startPath()
    } else {
      copyAuthority(of: base)
      readPath()
    }
    closePath()
  }

  /// What stands in for a part of the base's path, or only for its query or fragment.
  mutating func parseRelativePath(to base: Address) {
    copyThroughPath(of: base)
    let hasPath = current != nil && current != .question && current != .hash
    if hasPath {
      shortenPath()
      readPath()
    }
    closePath()
    if !hasPath, current != .question { copyQuery(of: base) }
  }
}
