/// The shape of IP addresses in running text.
enum IPShape {
  /// Four groups of one to three digits around a point, with nothing of a longer number or name beside them.
  static func version4(_ bytes: [UInt8], around point: Int) -> Range<Int>? {
    var start = point
    while start > 0, isASCIIDigit(bytes[start - 1]) || bytes[start - 1] == 0x2E, point - start < 16 { start -= 1 }
    var stop = point + 1
    while stop < bytes.count, isASCIIDigit(bytes[stop]) || bytes[stop] == 0x2E, stop - start < 20 { stop += 1 }
    while stop > start, bytes[stop - 1] == 0x2E { stop -= 1 }
    guard (7...15).contains(stop - start), !isPartOfWord(bytes, start, stop) else { return nil }
    return start..<stop
  }

  /// Hexadecimal digits and colons around a colon, with at least two colons.
  static func version6(_ bytes: [UInt8], around colon: Int) -> Range<Int>? {
    var start = colon
    while start > 0, isHexadecimal(bytes[start - 1]) || bytes[start - 1] == 0x3A, colon - start < 46 { start -= 1 }
    var stop = colon + 1
    while stop < bytes.count, isHexadecimal(bytes[stop]) || bytes[stop] == 0x3A || isPointBeforeDigit(bytes, stop),
      stop - start < 46
    {
      stop += 1
    }
    let text = bytes[start..<stop]
    guard text.count >= 2, text.filter({ $0 == 0x3A }).count >= 2, !isPartOfWord(bytes, start, stop) else { return nil }
    // One colon at either end is the sentence's.
    if text.last == 0x3A && !text.suffix(2).elementsEqual([0x3A, 0x3A]) { stop -= 1 }
    return start..<stop
  }

  private static func isPointBeforeDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == 0x2E && index + 1 < bytes.count && isASCIIDigit(bytes[index + 1])
  }

  private static func isPartOfWord(_ bytes: [UInt8], _ start: Int, _ stop: Int) -> Bool {
    let isWord = { (byte: UInt8) in
      isASCIILetter(byte) || isASCIIDigit(byte) || byte == 0x5F || byte == 0x2D || byte == 0x40
    }
    if start > 0, isWord(bytes[start - 1]) || bytes[start - 1] == 0x2E || bytes[start - 1] == 0x3A { return true }
    return stop < bytes.count && isWord(bytes[stop]) && bytes[stop] != 0x2D
  }
}

/// The shape of GUIDs in running text.
enum GUIDShape {
  /// 32 hexadecimal digits, plain or as 8-4-4-4-12, around a digit; nil where the run is longer or otherwise made.
  static func range(_ bytes: [UInt8], around index: Int) -> Range<Int>? {
    var start = index
    while start > 0, isPart(bytes[start - 1]), index - start < 37 { start -= 1 }
    // `%7B` before it ends in a letter that isn't the GUID's.
    if start >= 1, start + 2 < bytes.count, bytes[start - 1] == 0x25, bytes[start] == 0x37,
      bytes[start + 1] | 0x20 == 0x62
    {
      start += 2
    }
    var stop = index + 1
    while stop < bytes.count, isPart(bytes[stop]), stop - start < 38 { stop += 1 }
    guard stop - start == 32 || stop - start == 36, !isWord(bytes, start - 1), !isWord(bytes, stop) else { return nil }
    let run = bytes[start..<stop]
    if run.count == 32 { return run.allSatisfy(isHexadecimal) ? start..<stop : nil }
    for (offset, byte) in run.enumerated() where (byte == 0x2D) != [8, 13, 18, 23].contains(offset) { return nil }
    return start..<stop
  }

  private static func isPart(_ byte: UInt8) -> Bool { isHexadecimal(byte) || byte == 0x2D }

  private static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    return isASCIILetter(bytes[index]) && !(index > 1 && bytes[index - 2] == 0x25) || isASCIIDigit(bytes[index])
      || bytes[index] == 0x5F
  }

  /// The range with the braces, quotes or name of a URN around it.
  static func withWrapping(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    for (open, close) in [("{", "}"), ("%7b", "%7d"), ("x'", "'"), ("urn:uuid:", "")] {
      let start = range.lowerBound - open.utf8.count
      let stop = range.upperBound + close.utf8.count
      guard start >= 0, stop <= bytes.count else { continue }
      let before = bytes[start..<range.lowerBound].map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }
      let behind = bytes[range.upperBound..<stop].map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }
      if before == Array(open.utf8) && behind == Array(close.utf8) { return start..<stop }
    }
    return range
  }
}

/// The IBAN whose first check digit stands at an index: two capitals before it, then the country's length, perhaps in groups.
func ibanRange(_ bytes: [UInt8], digit index: Int) -> (Range<Int>, String)? {
  guard index >= 2, (65...90).contains(bytes[index - 1]), (65...90).contains(bytes[index - 2]),
    index == 2 || !isASCIILetter(bytes[index - 3]) && !isASCIIDigit(bytes[index - 3])
  else { return nil }
  var letters = [bytes[index - 2], bytes[index - 1]]
  var stop = index
  while stop < bytes.count, letters.count < 34 {
    let byte = bytes[stop]
    if isASCIIDigit(byte) || isASCIILetter(byte) {
      letters.append(capital(byte))
      if letters.count >= 15, isIBAN(letters), isEnd(bytes, stop + 1) {
        return (index - 2..<stop + 1, String(decoding: letters, as: UTF8.self))
      }
    } else if byte != 0x20 || bytes[stop - 1] == 0x20 {
      return nil
    }
    stop += 1
  }
  return nil
}

private func isEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
  index >= bytes.count || !isASCIILetter(bytes[index]) && !isASCIIDigit(bytes[index])
}
