/// How a word is written: its letters' case, and a hash of it in lower case.
struct WordForm: Sendable {
  /// Of the word in lower case, FNV-1a over its scalars.
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var capitals: Int32 = 0
  private(set) var smalls: Int32 = 0
  /// How many scalars it has.
  private(set) var count: Int32 = 0
  /// How many of them are digits of ASCII.
  private(set) var digits: Int32 = 0
  /// Whether it begins with a capital letter.
  private(set) var isCapital = false
  private(set) var hasDot = false

  init() {}

  init(_ word: String) {
    for scalar in word.unicodeScalars { meet(scalar.value) }
  }

  /// Whether it is one capital letter or several with dots, as the first names of `M. Oduya` and `J.R. Moss`.
  var isInitial: Bool { isCapital && (count == 1 || hasDot) }
  /// Whether it has no small letter and at least two capital ones.
  var isAllCapitals: Bool { isCapital && capitals >= 2 && smalls == 0 }

  /// Takes up the next scalar.
  @inline(__always) mutating func meet(_ scalar: UInt32) {
    count += 1
    if scalar < 0x80 {
      meetASCII(UInt8(truncatingIfNeeded: scalar))
    } else {
      meetOther(scalar)
    }
  }

  @inline(__always) private mutating func meetASCII(_ byte: UInt8) {
    var byte = byte
    if byte &- 97 < 26 {
      smalls += 1
    } else if byte &- 65 < 26 {
      isCapital = isCapital || count == 1
      capitals += 1
      byte |= 0x20
    } else if byte &- 48 < 10 {
      digits += 1
    } else if byte == 0x2E {
      hasDot = true
    }
    add(UInt64(byte))
  }

  private mutating func meetOther(_ scalar: UInt32) {
    switch letterCase(of: scalar) {
    case .capital(let small):
      isCapital = isCapital || count == 1
      capitals += 1
      add(UInt64(small))
    case .small:
      smalls += 1
      add(UInt64(scalar))
    case .none: add(UInt64(scalar))
    }
  }

  @inline(__always) private mutating func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
}

/// The case of a letter.
enum LetterCase: Equatable {
  /// With the small letter it has.
  case capital(UInt32)
  case small
  case none
}

/// The case of a character beyond ASCII; the scripts of most text without looking up its properties.
func letterCase(of scalar: UInt32) -> LetterCase {
  switch scalar {
  case 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3AB, 0x410...0x42F: .capital(scalar + 0x20)
  case 0x400...0x40F: .capital(scalar + 0x50)
  case 0xDF...0xF6, 0xF8...0xFF, 0x3AC...0x3CE, 0x430...0x45F: .small
  case 0x590...0x109F, 0x1100...0x11FF, 0x3040...0xA63F, 0xAC00...0xD7FF: .none
  default: Unicode.Scalar(scalar).map(looked) ?? .none
  }
}

private func looked(_ scalar: Unicode.Scalar) -> LetterCase {
  let properties = scalar.properties
  if properties.isUppercase {
    let small = properties.lowercaseMapping.unicodeScalars
    return .capital(small.count == 1 ? small.first?.value ?? scalar.value : scalar.value)
  }
  return properties.isLowercase ? .small : .none
}
