/// Which bytes a part of an address writes as percent escapes, besides 0x7F and above, which all do.
///
/// The sets and their names are those of the URL standard, section 1.3.
struct EncodeSet: Sendable {
  private let members: ASCIISet

  static let control = EncodeSet(members: .controls)
  static let fragment = EncodeSet(members: .controls.adding(" \"<>`"))
  static let query = EncodeSet(members: .controls.adding(" \"#<>"))
  static let specialQuery = EncodeSet(members: query.members.adding("'"))
  static let path = EncodeSet(members: query.members.adding("?^`{}"))
  static let userInfo = EncodeSet(members: path.members.adding("/:;=@[\\]|"))

  /// Whether `byte` must be written as an escape.
  func contains(_ byte: UInt8) -> Bool { byte >= 0x7F || members.contains(byte) }
}

extension [UInt8] {
  /// Appends `bytes`, those of `set` as percent escapes.
  mutating func append(_ bytes: ArraySlice<UInt8>, encoding set: EncodeSet) {
    for byte in bytes {
      if set.contains(byte) { append(escape: byte) } else { append(byte) }
    }
  }

  /// Appends `%` and two upper-case digits.
  mutating func append(escape byte: UInt8) {
    append(.percent)
    append(.hexDigit(byte >> 4))
    append(.hexDigit(byte & 15))
  }
}

extension ArraySlice<UInt8> {
  /// The byte the escape at `index` stands for; nil where no whole escape stands there.
  func escapedByte(at index: Int) -> UInt8? {
    guard self[index] == .percent, index + 2 < endIndex,
      let high = self[index + 1].hexValue, let low = self[index + 2].hexValue
    else { return nil }
    return high << 4 | low
  }

  /// The bytes with every whole escape replaced by the byte it stands for.
  var percentDecoded: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var index = startIndex
    while index < endIndex {
      if let byte = escapedByte(at: index) {
        result.append(byte)
        index += 3
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return result
  }
}
