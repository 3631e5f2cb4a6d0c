/// UTF-8 of UTF-16 bytes; a surrogate without its other half and an odd last byte become U+FFFD.
func utf8(fromUTF16 bytes: [UInt8], bigEndian: Bool) -> (utf8: [UInt8], replacements: Int) {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count)
  var replacements = 0
  var high: UInt16?
  func unit(_ offset: Int) -> UInt16 {
    let (a, b) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    return bigEndian ? a << 8 | b : b << 8 | a
  }
  func replace() {
    text.appendReplacement()
    replacements += 1
  }
  for offset in stride(from: 0, to: bytes.count - 1, by: 2) {
    let unit = unit(offset)
    if let first = high {
      high = nil
      if let scalar = scalar(first, unit) {
        text.append(scalar)
        continue
      }
      replace()
    }
    if (0xD800...0xDBFF).contains(unit) {
      high = unit
    } else if let scalar = Unicode.Scalar(unit) {
      text.append(scalar)
    } else {
      replace()
    }
  }
  // A half character and an odd byte at the end are one misfit, as the Encoding standard has it.
  if high != nil || bytes.count % 2 == 1 { replace() }
  return (text, replacements)
}

/// The scalar of a surrogate pair, nil where `low` isn't the second half of one.
private func scalar(_ high: UInt16, _ low: UInt16) -> Unicode.Scalar? {
  guard (0xDC00...0xDFFF).contains(low) else { return nil }
  return Unicode.Scalar(0x10000 + (UInt32(high - 0xD800) << 10 | UInt32(low - 0xDC00)))
}
