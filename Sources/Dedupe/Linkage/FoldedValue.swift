/// A field's text in the form that is compared: lower case, Latin letters without accents, every run of other characters
/// than letters and digits one space and none at the ends; apostrophes vanish, a point between two digits stays.
func foldedValue(_ text: some Collection<UInt8>) -> [UInt8] {
  var folder = ValueFolder(capacity: text.count)
  if text.allSatisfy({ $0 < 0x80 }) {
    for byte in text { folder.add(ascii: byte) }
  } else {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars { folder.add(scalar) }
  }
  return folder.finish()
}

/// Gathers the folded form of one value.
private struct ValueFolder {
  private var folded: [UInt8] = []
  private var pending = false
  private var point = false

  init(capacity: Int) { folded.reserveCapacity(capacity) }

  mutating func add(ascii byte: UInt8) {
    switch byte {
    case 97...122: put(byte)
    case 65...90: put(byte | 0x20)
    case 48...57:
      if point {
        point = false
        pending = false
        folded.append(UInt8(ascii: "."))
      }
      put(byte)
    case UInt8(ascii: "'"): break
    case UInt8(ascii: ".") where !pending && isDigit(folded.last):
      point = true
      pending = true
    default:
      pending = true
      point = false
    }
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { return add(ascii: UInt8(scalar.value)) }
    if scalar.value == 0x2019 || scalar.properties.generalCategory == .nonspacingMark { return }
    if let base = baseLetters(scalar.value) {
      for byte in base { put(byte) }
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      for byte in scalar.properties.lowercaseMapping.utf8 { put(byte) }
    } else {
      pending = true
      point = false
    }
  }

  /// The value; a single article that stands behind the name (`Apple Pan, The`) stays where it is.
  func finish() -> [UInt8] { folded }

  private mutating func put(_ byte: UInt8) {
    if pending {
      if !folded.isEmpty { folded.append(0x20) }
      pending = false
      point = false
    }
    folded.append(byte)
  }
}

func isDigit(_ byte: UInt8?) -> Bool {
  guard let byte else { return false }
  return byte >= 48 && byte <= 57
}

/// The ASCII letters of a Latin letter with an accent, U+00C0 to U+017F; nil for all else.
private func baseLetters(_ scalar: UInt32) -> ArraySlice<UInt8>? {
  guard scalar >= 0xC0, scalar <= 0x17F else { return nil }
  switch scalar {
  case 0xC6, 0xE6: return [97, 101]
  case 0xDF: return [115, 115]
  case 0xD7, 0xF7: return nil
  case 0x152, 0x153: return [111, 101]
  default:
    let letter = latinBases[Int(scalar - 0xC0)]
    return [letter]
  }
}

/// The base letter of each of U+00C0 to U+017F, after their Unicode decompositions; a stroke or a dot counts as an accent.
private let latinBases: [UInt8] = Array(
  ("aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt"
    + "uuuuuuuuuuuuwwyyyzzzzzzs").utf8)
