/// An IPv6 address: eight 16-bit pieces.
struct IPv6 {
  private(set) var pieces = [UInt16](repeating: 0, count: 8)

  /// Reads the text between the brackets.
  static func parse(_ text: ArraySlice<UInt8>) throws(Malformed) -> IPv6 {
    var reader = Reader(text: text, position: text.startIndex)
    try reader.read()
    return try reader.finish()
  }

  /// The shortest form, in brackets: the first longest run of two or more zero pieces becomes `::` (RFC
  /// 5952).
  var serialized: [UInt8] {
    let zeros = longestZeros
    var text = "["
    var index = 0
    while index < 8 {
      if let zeros, index == zeros.lowerBound {
        text += index == 0 ? "::" : ":"
        index = zeros.upperBound
        continue
      }
      text += String(pieces[index], radix: 16)
      if index < 7 { text += ":" }
      index += 1
    }
    return Array((text + "]").utf8)
  }

  private var longestZeros: Range<Int>? {
    var longest = 0..<1
    var start = 0
    for index in 0...8 where index == 8 || pieces[index] != 0 {
      if index - start > longest.count { longest = start..<index }
      start = index + 1
    }
    return longest.count > 1 ? longest : nil
  }

  /// The standard's IPv6 parser.
  private struct Reader {
    let text: ArraySlice<UInt8>
    var position: Int
    var address = IPv6()
    var count = 0
    /// How many pieces stand before `::`.
    var compressed: Int?

    /// How many pieces are spoken for; `::` stands for one at least.
    private var taken: Int { compressed == nil ? count : count + 1 }

    private func byte(_ offset: Int = 0) -> UInt8? {
      position + offset < text.endIndex ? text[position + offset] : nil
    }

    mutating func read() throws(Malformed) {
      if byte() == .colon {
        guard byte(1) == .colon else { throw Malformed() }
        position += 2
        compressed = 0
      }
      while byte() != nil {
        if taken == 8 { throw Malformed() }
        if byte() == .colon {
          guard compressed == nil else { throw Malformed() }
          position += 1
          compressed = count
        } else {
          try readPiece()
        }
      }
    }

    private mutating func readPiece() throws(Malformed) {
      let start = position
      var value: UInt16 = 0
      while position - start < 4, let digit = byte()?.hexValue {
        value = value << 4 | UInt16(digit)
        position += 1
      }
      if byte() == .dot {
        guard position > start, taken <= 6 else { throw Malformed() }
        position = start
        return try readIPv4()
      }
      if byte() == .colon {
        position += 1
        guard byte() != nil else { throw Malformed() }
      } else if byte() != nil {
        throw Malformed()
      }
      append(value)
    }

    /// Four decimal numbers, which must end the address.
    private mutating func readIPv4() throws(Malformed) {
      for part in 0..<4 {
        if part > 0 {
          guard byte() == .dot else { throw Malformed() }
          position += 1
        }
        let value = try readDecimal()
        if part % 2 == 0 {
          append(value)
        } else {
          address.pieces[count - 1] = address.pieces[count - 1] << 8 | value
        }
      }
      guard byte() == nil else { throw Malformed() }
    }

    /// 0 to 255 without leading zeros.
    private mutating func readDecimal() throws(Malformed) -> UInt16 {
      guard let first = byte(), first.isASCIIDigit else { throw Malformed() }
      var value: UInt16 = 0
      let start = position
      while let digit = byte(), digit.isASCIIDigit {
        if value == 0, position > start { throw Malformed() }
        value = value * 10 + UInt16(digit - 0x30)
        if value > 255 { throw Malformed() }
        position += 1
      }
      return value
    }

    private mutating func append(_ value: UInt16) {
      address.pieces[count] = value
      count += 1
    }

    func finish() throws(Malformed) -> IPv6 {
      guard let compressed else {
        guard count == 8 else { throw Malformed() }
        return address
      }
      var result = IPv6()
      result.pieces.replaceSubrange(0..<compressed, with: address.pieces[0..<compressed])
      result.pieces.replaceSubrange((8 - count + compressed)..<8, with: address.pieces[compressed..<count])
      return result
    }
  }
}
