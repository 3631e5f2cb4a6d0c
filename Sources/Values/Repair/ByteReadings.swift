import Text

/// What the characters would be as bytes, had the text been read in one of the single-byte encodings that UTF-8 is
/// mistaken for.
///
/// Each encoding has a place, and sets of encodings are bits at those places. Bytes that an encoding leaves open
/// count as the control characters that lenient decoders make of them.
struct ByteReadings: Sendable {
  /// The table of all encodings, made when it is first needed: some milliseconds, once.
  static let all = ByteReadings()

  /// How many encodings there are.
  static let count = names.count + oemTables.count

  /// Scalars from here on have a row only where they are listed in `farRows`.
  private static let nearEnd = 0x2600

  /// For each scalar the row of its bytes and sets; 0 for those that no encoding has.
  private var rows = [UInt16](repeating: 0, count: nearEnd)
  /// The same for Apple's logo and the ligatures fi and fl, of macintosh.
  private var farRows: [UInt32: UInt16] = [:]
  /// For each row the byte in each encoding, 0 where there is none.
  private var bytes = [UInt8](repeating: 0, count: count)
  private var leadSets: [UInt16] = []
  private var pairLeadSets: [UInt16] = []
  private var continuationSets: [UInt16] = []

  /// For each encoding the bytes that stand for control characters.
  private var controls: [[UInt8]] = []

  private init() {
    for (reading, table) in ByteReadings.tables.enumerated() {
      for (place, scalar) in table.enumerated() where scalar.value >= 0x80 {
        setByte(UInt8(0x80 + place), of: scalar.value, reading)
      }
      controls.append(table.compactMap { $0.value < 0xA0 ? UInt8($0.value) : nil })
      // Lenient decoders leave bytes as they are that an encoding has no use for, or all that Latin-1 has none for.
      guard ByteReadings.leavesControls(reading) else { continue }
      for control in UInt8(0x80)..<0xA0 { setByte(control, of: UInt32(control), reading) }
    }
    leadSets = sets { $0 >= 0xC2 && $0 <= 0xF0 }
    pairLeadSets = sets { $0 >= 0xC2 && $0 < 0xE0 }
    continuationSets = sets { $0 >= 0x80 && $0 < 0xC0 }
  }

  /// The name of the encoding whose place is `reading`.
  static func name(_ reading: Int) -> String {
    reading < names.count ? names[reading] : oemTables[reading - names.count].name
  }

  /// Whether an encoding's bytes 0x80 to 0x9F may come as control characters.
  static func leavesControls(_ reading: Int) -> Bool {
    isWindows(reading) || name(reading).hasPrefix("iso-8859-")
  }

  /// Whether it is one of Windows' encodings, which have signs and letters at 0x80 to 0x9F.
  static func isWindows(_ reading: Int) -> Bool { name(reading).hasPrefix("windows-") }

  /// Whether the scalar is a control character for whose byte the encoding has another character.
  func isStrayControl(_ scalar: UInt32, _ reading: Int) -> Bool {
    scalar >= 0x80 && scalar < 0xA0 && !controls[reading].contains(UInt8(scalar))
  }

  /// The byte from 0x80 on that stands for the scalar; 0 where none does.
  func byte(_ scalar: UInt32, _ reading: Int) -> UInt8 { bytes[row(of: scalar) * ByteReadings.count + reading] }

  /// The encodings in which the scalar is the first byte of a character of UTF-8.
  func leads(_ scalar: UInt32) -> UInt16 { leadSets[row(of: scalar)] }

  /// The encodings in which the scalar is the first byte of a character of UTF-8 that has two.
  func pairLeads(_ scalar: UInt32) -> UInt16 { pairLeadSets[row(of: scalar)] }

  /// The encodings in which the scalar is a later byte of a character of UTF-8.
  func continuations(_ scalar: UInt32) -> UInt16 { continuationSets[row(of: scalar)] }

  private func row(of scalar: UInt32) -> Int {
    if scalar < ByteReadings.nearEnd { return Int(rows[Int(scalar)]) }
    return scalar >= 0xF8FF && scalar <= 0xFB02 ? Int(farRows[scalar] ?? 0) : 0
  }

  private mutating func setByte(_ byte: UInt8, of scalar: UInt32, _ reading: Int) {
    bytes[newRow(of: scalar) * ByteReadings.count + reading] = byte
  }

  private mutating func newRow(of scalar: UInt32) -> Int {
    let known = row(of: scalar)
    if known > 0 { return known }
    let row = bytes.count / ByteReadings.count
    if scalar < ByteReadings.nearEnd { rows[Int(scalar)] = UInt16(row) } else { farRows[scalar] = UInt16(row) }
    bytes += [UInt8](repeating: 0, count: ByteReadings.count)
    return row
  }

  /// For each row the encodings whose byte is of a kind.
  private func sets(_ isOfKind: (UInt8) -> Bool) -> [UInt16] {
    (0..<bytes.count / ByteReadings.count).map { row in
      (0..<ByteReadings.count).reduce(into: 0) { set, reading in
        if isOfKind(bytes[row * ByteReadings.count + reading]) { set |= 1 << reading }
      }
    }
  }

  /// The set of ibm866 alone.
  static let ibm866 = set(of: ["ibm866"])
  /// The sets of the other encodings for Russian.
  static let russian = set(of: ["windows-1251", "koi8-r"])

  private static func set(of chosen: [String]) -> UInt16 {
    names.indices.reduce(into: 0) { if chosen.contains(names[$1]) { $0 |= 1 << $1 } }
  }

  /// Bits by which text is likelier to pass through windows-1252.
  static func rarity(_ reading: Int) -> Int {
    switch name(reading) {
    case "windows-1252": 0
    case "windows-1250", "windows-1251", "iso-8859-2", "macintosh": 1
    case "iso-8859-15": 10
    case "koi8-r": 4
    default: 2
    }
  }

  /// The encodings the Encoding standard knows, those first that text passes through most.
  private static let names = [
    "windows-1252", "windows-1250", "windows-1251", "windows-1254", "windows-1253", "windows-1257", "iso-8859-2",
    "macintosh", "windows-1256", "windows-1255", "windows-874", "iso-8859-15", "ibm866", "koi8-r",
  ]

  /// Bytes 0x80 to 0xFF in the encodings of DOS that the Encoding standard leaves out, after Unicode's mapping
  /// tables.
  private static let oemTables: [(name: String, characters: String)] = [
    (
      "ibm437",
      """
      ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
      αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
      """
    ),
    (
      "ibm850",
      """
      ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
      ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
      """
    ),
  ]

  /// For each encoding the scalars of bytes 0x80 to 0xFF.
  private static let tables: [[Unicode.Scalar]] = {
    let upper = Array(UInt8(0x80)...0xFF)
    let standard = names.map { name in
      let decoded = String(decoding: decode(upper, charsetHint: name, markup: false).utf8, as: UTF8.self)
      return zip(decoded.unicodeScalars, upper).map { $0 == "\u{FFFD}" ? Unicode.Scalar($1) : $0 }
    }
    return standard + oemTables.map { Array($0.characters.unicodeScalars) }
  }()
}
