/// A telephone number that was read.
package struct PhoneNumber: Hashable, Sendable {
  /// `+`, calling code and national number (ITU-T E.164).
  package var e164: String
  /// The digits to dial on; nil where there are none.
  package var phoneExtension: String?
  /// Whether the country isn't written, but is the region that was given.
  package var isInferred: Bool

  init(e164: String, phoneExtension: String?, isInferred: Bool) {
    self.e164 = e164
    self.phoneExtension = phoneExtension
    self.isInferred = isInferred
  }
}

/// Reads a telephone number: `+44 (0)20 7946 0018`, `0171/1234567`, `(212) 555-0100 x12`, `1-800-FLOWERS` not.
///
/// - Parameter region: ISO 3166-1 alpha-2 of the country in which the number is dialled, for numbers without `+`.
/// - Returns: nil where it is no number by length and first digits, or the country isn't known.
package func readPhoneNumber(_ text: String, region: String?) -> PhoneNumber? {
  guard let written = WrittenPhoneNumber(text) else { return nil }
  let numbering = PhoneNumbering.shared
  let home = region.flatMap { numbering.region($0.uppercased()) }
  if let number = international(written, home), let e164 = canonical(number, written.hasTrunkZero) {
    return PhoneNumber(e164: e164, phoneExtension: written.phoneExtension, isInferred: false)
  }
  guard !written.hasPlus, written.digits.utf8.count >= 7, let home, let e164 = national(written.digits, home) else {
    return nil
  }
  return PhoneNumber(e164: e164, phoneExtension: written.phoneExtension, isInferred: true)
}

/// Calling code and number where one of them is written: behind `+` or what one dials before going abroad.
private func international(_ written: WrittenPhoneNumber, _ home: PhoneNumbering.Region?) -> String? {
  if written.hasPlus { return written.digits }
  for prefix in [home?.internationalPrefix ?? "00", "00"] where written.digits.hasPrefix(prefix) {
    let rest = String(written.digits.dropFirst(prefix.count))
    if canonical(rest, written.hasTrunkZero) != nil { return rest }
  }
  return nil
}

/// `+` and a calling code with its national number; a trunk zero that was left in is taken out.
private func canonical(_ digits: String, _ hasTrunkZero: Bool) -> String? {
  let numbering = PhoneNumbering.shared
  guard let code = numbering.callingCode(of: digits), digits.utf8.count <= 17 else { return nil }
  let number = String(digits.dropFirst(code.count))
  if numbering.isNational(number, callingCode: code) { return "+\(code)\(number)" }
  guard number.hasPrefix("0") else { return nil }
  let bare = String(number.dropFirst())
  return numbering.isNational(bare, callingCode: code) ? "+\(code)\(bare)" : nil
}

/// A number as dialled at home, with or without the national prefix, or with the calling code in front.
private func national(_ digits: String, _ home: PhoneNumbering.Region) -> String? {
  let numbering = PhoneNumbering.shared
  var numbers: [String] = []
  let prefix = home.nationalPrefix
  if !prefix.isEmpty && digits.hasPrefix(prefix) { numbers.append(String(digits.dropFirst(prefix.count))) }
  numbers.append(digits)
  if digits.hasPrefix(home.callingCode) { numbers.append(String(digits.dropFirst(home.callingCode.count))) }
  // Seven digits and fewer are local numbers in North America: they lack the area.
  let isComplete = { (number: String) in home.callingCode != "1" || number.utf8.count == 10 }
  return numbers.first { isComplete($0) && numbering.isNational($0, callingCode: home.callingCode) }
    .map { "+\(home.callingCode)\($0)" }
}

/// The digits of a telephone number as it is written.
struct WrittenPhoneNumber {
  private(set) var digits = ""
  private(set) var hasPlus = false
  /// Whether a zero in brackets, which isn't dialled from abroad, was left out.
  private(set) var hasTrunkZero = false
  private(set) var phoneExtension: String?

  /// Nil where anything but digits, the signs between them and an extension is written, or less than 5 or more than 17
  /// digits.
  init?(_ text: String) {
    var bytes = FoldedText(text).bytes[...]
    for label in ["tel:", "telephone:", "phone:", "tel.:", "tel.", "tel", "ph:", "t:", "mobile:", "fax:"]
    where bytes.starts(with: label.utf8) {
      bytes = bytes.dropFirst(label.utf8.count)
      break
    }
    if let (head, tail) = WrittenPhoneNumber.cutExtension(bytes) {
      bytes = head
      phoneExtension = tail
    }
    guard readDigits(bytes), (5...17).contains(digits.utf8.count) else { return nil }
  }

  private mutating func readDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case 48...57: digits.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "+"):
        guard digits.isEmpty, !hasPlus else { return false }
        hasPlus = true
      case UInt8(ascii: "(") where !digits.isEmpty && bytes[index...].starts(with: "(0)".utf8):
        // Left out where a calling code stands before it.
        hasTrunkZero = true
        index += 2
      case 0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): break
      default: return false
      }
      index += 1
    }
    return true
  }

  /// Cuts off `x12`, `ext. 12`, `extension 12` or `#12`.
  private static func cutExtension(_ bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, String)? {
    guard let mark = bytes.firstIndex(where: { isASCIILetter($0) || $0 == 0x23 || $0 == 0x3B }),
      bytes[..<mark].contains(where: isASCIIDigit)
    else { return nil }
    let tail = String(decoding: bytes[mark...], as: UTF8.self)
    for label in ["extension", ";ext=", "ext.", "ext", "x.", "x", "#", "durchwahl", "poste"] where tail.hasPrefix(label)
    {
      let digits = trimmedASCII(String(tail.dropFirst(label.count)))
      guard (1...7).contains(digits.utf8.count), digits.utf8.allSatisfy(isASCIIDigit) else { return nil }
      return (bytes[..<mark], digits)
    }
    return nil
  }
}
