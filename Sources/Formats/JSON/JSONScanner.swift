/// Finds where values end in JSON that comes piece by piece, holding only what isn't taken yet.
struct JSONScanner {
  /// Bytes that are neither taken nor passed over.
  private(set) var buffer: [UInt8] = []
  /// Where the next byte stands in `buffer`.
  private(set) var place = 0
  /// The 1-based line of the next byte.
  private(set) var line = 1
  private(set) var isLast = false
  private var value = ValueState()

  /// How far the value that begins at `place` was looked through.
  private struct ValueState {
    var scanned = 0
    var depth = 0
    var isInString = false
    var isEscaped = false
    var hasBegun = false
  }

  /// How looking for a value's end ends.
  enum Extent {
    /// The value's bytes, with the line it begins on.
    case whole(ArraySlice<UInt8>, line: Int)
    case needsBytes
    /// The input ends inside it.
    case unclosed
    /// It is longer than `limit`; what was read of it is passed over.
    case tooLong
  }

  mutating func append(_ bytes: [UInt8]) {
    buffer.removeSubrange(..<place)
    place = 0
    buffer.append(contentsOf: bytes)
  }

  mutating func finish() { isLast = true }

  /// The next byte that isn't white space; nil where none is there yet.
  mutating func peek() -> UInt8? {
    while place < buffer.count {
      switch buffer[place] {
      case 10:
        line += 1
        place += 1
      case 32, 9, 13: place += 1
      default: return buffer[place]
      }
    }
    return nil
  }

  /// Passes over the byte that `peek` gave.
  mutating func skipByte() { place += 1 }

  /// Passes over the three bytes of a byte order mark.
  mutating func skipMark() {
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The bytes up to the next line end, without it, and passes over both; nil where the end isn't there yet.
  mutating func takeLine(limit: Int) -> Extent {
    let end = buffer[(place + value.scanned)...].firstIndex(of: 10)
    guard let end = end ?? (isLast ? buffer.count : nil) else {
      value.scanned = buffer.count - place
      if value.scanned <= limit { return .needsBytes }
      place = buffer.count
      value.scanned = 0
      return .tooLong
    }
    value.scanned = 0
    let taken = buffer[place..<end]
    let begun = line
    place = min(end + 1, buffer.count)
    if end < buffer.count { line += 1 }
    return .whole(taken, line: begun)
  }

  /// Takes the value that begins at the next byte, which isn't white space.
  ///
  /// - Parameter isKept: whether its bytes are wanted; without, nothing of it is held.
  mutating func takeValue(limit: Int, isKept: Bool = true) -> Extent {
    while place + value.scanned < buffer.count {
      let byte = buffer[place + value.scanned]
      if value.isInString {
        if value.isEscaped {
          value.isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          value.isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          value.isInString = false
          if value.depth == 0 { return take(through: value.scanned + 1) }
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""):
          value.isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): value.depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if value.depth == 0 { return take(through: value.scanned) }
          value.depth -= 1
          if value.depth == 0 { return take(through: value.scanned + 1) }
        case UInt8(ascii: ","), UInt8(ascii: ":"), 32, 9, 10, 13:
          if value.depth == 0, value.hasBegun { return take(through: value.scanned) }
        default: break
        }
      }
      value.hasBegun = true
      value.scanned += 1
      if value.scanned > limit, isKept {
        pass()
        return .tooLong
      }
    }
    if isLast {
      if value.depth == 0, !value.isInString, value.hasBegun { return take(through: value.scanned) }
      return .unclosed
    }
    if !isKept { pass() }
    return .needsBytes
  }

  /// Goes on to the end of a value that was too long or isn't wanted.
  mutating func passValue() -> Extent { takeValue(limit: .max, isKept: false) }

  /// Drops what was looked through of a value without forgetting how deep it is.
  private mutating func pass() {
    line += buffer[place..<(place + value.scanned)].count { $0 == 10 }
    place += value.scanned
    value.scanned = 0
  }

  private mutating func take(through length: Int) -> Extent {
    let taken = buffer[place..<(place + length)]
    let begun = line
    line += taken.count { $0 == 10 }
    place += length
    value = ValueState()
    return .whole(taken, line: begun)
  }
}
