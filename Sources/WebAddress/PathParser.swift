/// The states that read path, query and fragment.
extension AddressParser {
  /// Reads a path after a host; it may be missing where the scheme is not special.
  mutating func startPath() {
    let isMissing = current == nil || current == .question || current == .hash
    if isMissing, !layout.scheme.isSpecial { return }
    if isSlash(current) { position += 1 }
    readPath()
  }

  /// Reads segments up to the query or fragment and appends each with a slash before it.
  mutating func readPath() {
    while true {
      let start = position
      while position < end, !endsSegment(input[position]) { position += 1 }
      let isLast = !isSlash(current)
      append(segment: input[start..<position], isLast: isLast)
      if isLast { return }
      position += 1
    }
  }

  private func endsSegment(_ byte: UInt8) -> Bool {
    isSlash(byte) || byte == .question || byte == .hash
  }

  private mutating func append(segment: ArraySlice<UInt8>, isLast: Bool) {
    switch AddressParser.dots(segment) {
    case 2:
      shortenPath()
      if isLast { output.append(.slash) }
    case 1:
      if isLast { output.append(.slash) }
    default:
      let isFirst = output.count == layout.pathStart
      output.append(.slash)
      output.append(segment, encoding: .path)
      if isFirst, layout.scheme == .file, AddressParser.isDriveLetter(segment) {
        output[output.count - 1] = .colon
      }
    }
  }

  /// How many dots a segment of dots and escaped dots has, up to two; 0 for every other segment.
  private static func dots(_ segment: ArraySlice<UInt8>) -> Int {
    guard let first = segment.first, first == .dot || first == .percent, segment.count <= 6 else { return 0 }
    var count = 0
    var index = segment.startIndex
    while index < segment.endIndex {
      if segment[index] == .dot {
        index += 1
      } else if segment.escapedByte(at: index) == .dot {
        index += 3
      } else {
        return 0
      }
      count += 1
    }
    return count <= 2 ? count : 0
  }

  /// Removes the last segment; a file's drive letter stays.
  mutating func shortenPath() {
    let path = output[layout.pathStart...]
    if layout.scheme == .file, path.count == 3, AddressParser.startsWithDrive(Array(path)) { return }
    guard let slash = path.lastIndex(of: .slash) else { return }
    output.removeSubrange(slash...)
  }

  /// Reads a path that is one opaque text.
  mutating func readOpaquePath() {
    let start = position
    while position < end, input[position] != .question, input[position] != .hash { position += 1 }
    var text = input[start..<position]
    let endsInSpace = current != nil && text.last == .space
    if endsInSpace { text.removeLast() }
    output.append(text, encoding: .control)
    if endsInSpace { output.append(escape: .space) }
    layout.pathEnd = output.count
  }

  /// Ends the path. Without a host, `/.` keeps two leading slashes from being read as the start of one.
  mutating func closePath() {
    let path = output[layout.pathStart...]
    if !layout.hasHost, path.count > 1, path.starts(with: [.slash, .slash]) {
      output.insert(contentsOf: [.slash, .dot], at: layout.pathStart)
      layout.pathStart += 2
    }
    layout.pathEnd = output.count
  }

  /// Reads what is left: a query, a fragment, both or nothing.
  mutating func readQueryAndFragment() {
    if current == .question { readQuery() }
    guard current == .hash else { return }
    output.append(.hash)
    layout.fragmentStart = output.count
    output.append(input[(position + 1)..<end], encoding: .fragment)
  }

  private mutating func readQuery() {
    output.append(.question)
    let start = output.count
    let stop = input[position..<end].firstIndex(of: .hash) ?? end
    output.append(input[(position + 1)..<stop], encoding: layout.scheme.isSpecial ? .specialQuery : .query)
    layout.query = start..<output.count
    position = stop
  }
}
