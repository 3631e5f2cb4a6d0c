/// What two labels share that say the same: their letters and digits in lower case, words set apart by a space.
func wordForm(_ text: String) -> String {
  var form: [UInt8] = []
  var isApart = false
  if text.utf8.allSatisfy({ $0 < 0x80 }) {
    for byte in text.utf8 {
      if byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 {
        if isApart, !form.isEmpty { form.append(0x20) }
        form.append(byte &- 65 < 26 ? byte | 0x20 : byte)
        isApart = false
      } else {
        isApart = true
      }
    }
    return String(decoding: form, as: UTF8.self)
  }
  for scalar in text.unicodeScalars {
    guard scalar.isLetterOrDigit else {
      isApart = true
      continue
    }
    if isApart, !form.isEmpty { form.append(0x20) }
    isApart = false
    if scalar.value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      form.append(byte &- 65 < 26 ? byte | 0x20 : byte)
    } else {
      form += Array(scalar.properties.lowercaseMapping.utf8)
    }
  }
  return String(decoding: form, as: UTF8.self)
}

extension Unicode.Scalar {
  /// Whether it is a letter, mark or number.
  var isLetterOrDigit: Bool {
    if value < 0x80 { return (value | 0x20) &- 97 < 26 || value &- 48 < 10 }
    return properties.isAlphabetic || properties.numericType != nil
  }
}
