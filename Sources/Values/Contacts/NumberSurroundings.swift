// What stands beside a row.
extension NumberCandidate {
  /// Whether nothing before it says that it is a part of something else.
  var isFreeBefore: Bool {
    guard start > 0 else { return true }
    let before = bytes[start - 1]
    let further = start > 1 ? bytes[start - 2] : 0x20
    let isOpening = bytes[start] == 0x28 || bytes[start] == 0x2B
    if isASCIIDigit(before) || before == 0x29 { return false }
    if isASCIILetter(before) { return isOpening }
    switch before {
    case UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "$"),
      UInt8(ascii: "/"),
      UInt8(ascii: "\\"), UInt8(ascii: "+"), UInt8(ascii: "^"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "%"):
      return isOpening && before == UInt8(ascii: "#")
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"): return !isASCIIDigit(further)
    case UInt8(ascii: "-"):
      return isOpening
        || isASCIILetter(further)
          && (hasBrackets || groups.count > 2 || groups.dropFirst().contains(where: \.isInBrackets))
          && !hasDigit(before: start - 2)
    // The signs of pounds, yen, cents and degrees end in these bytes behind 0xC2, that of the euro in 0xAC.
    default: return !(further == 0xC2 && (0xA2...0xB0).contains(before) || before == 0xAC && further == 0x82)
    }
  }

  /// Whether the word that ends at an index holds a digit.
  private func hasDigit(before index: Int) -> Bool {
    var position = index
    while position >= 0, isASCIILetter(bytes[position]) || isASCIIDigit(bytes[position]) {
      if isASCIIDigit(bytes[position]) { return true }
      position -= 1
    }
    return false
  }

  /// Whether nothing behind it says that it is a part of something else.
  func isFreeBehind(_ stop: Int, _ groups: [Group], hasExtension: Bool) -> Bool {
    guard stop < bytes.count else { return true }
    let next = bytes[stop]
    let further = stop + 1 < bytes.count ? bytes[stop + 1] : 0x20
    if isASCIILetter(next) || isASCIIDigit(next) || "%=*_@+^\\#$".utf8.contains(next) { return false }
    if ",.:/-'".utf8.contains(next) && isASCIIDigit(further) { return false }
    if next == 0x2D, isASCIILetter(further), hasDigitWord(stop + 1) { return false }
    return !(groups.allSatisfy { $0.count == 2 } && next == 0x20 && isHexadecimal(further) && hasDigitWord(stop + 1))
  }

  /// Whether the word that begins at an index holds letters and digits.
  private func hasDigitWord(_ index: Int) -> Bool {
    let word = bytes[index...].prefix(12).prefix { isASCIILetter($0) || isASCIIDigit($0) }
    return word.contains(where: isASCIIDigit) && word.contains(where: isASCIILetter)
  }

  /// Where the extension behind a number ends: `x12`, ` ext. 12`; the number's own end where there is none.
  func extensionEnd(_ stop: Int) -> Int {
    var position = stop
    if position < bytes.count, bytes[position] == 0x20 { position += 1 }
    for label in ["extension", "ext.", "ext", "x"] {
      let stopOfLabel = position + label.utf8.count
      guard stopOfLabel < bytes.count,
        bytes[position..<stopOfLabel].elementsEqual(label.utf8, by: { $0 | 0x20 == $1 | 0x20 })
      else { continue }
      var digit = stopOfLabel
      if bytes[digit] == 0x20 { digit += 1 }
      let first = digit
      while digit < bytes.count, isASCIIDigit(bytes[digit]), digit - first < 7 { digit += 1 }
      return digit > first ? digit : stop
    }
    return stop
  }
}
