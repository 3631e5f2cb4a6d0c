/// Bytes of a file as UTF-8, and how that was arrived at.
package struct DecodedText: Hashable, Sendable {
  /// What told the encoding, strongest first.
  package enum Rule: String, Sendable, CaseIterable {
    /// A byte order mark.
    case bom
    /// The label that came with the bytes, such as HTTP's charset.
    case hint
    /// The markup's own declaration.
    case meta
    /// Nothing was declared and the bytes are valid UTF-8.
    case utf8
    /// Nothing was declared, or certainly a wrong encoding, and the bytes themselves told.
    case detected
    /// Nothing was declared and no encoding explains the bytes well: windows-1252, as browsers do.
    case fallback
  }

  /// Valid UTF-8, without the byte order mark.
  package var utf8: [UInt8]
  /// The encoding's name in the WHATWG Encoding standard, in lower case, such as `windows-1252`.
  package var encoding: String
  package var rule: Rule
  /// The encoding that the hint or the markup named, in the same spelling, if any did and no byte order mark stood first.
  package var declared: String?
  /// How many U+FFFD were put in for what couldn't be read.
  package var replacements: Int

  /// Whether the bytes certainly aren't in the encoding that was declared, so that another one was used.
  package var isWronglyDeclared: Bool { rule == .detected && declared != nil && declared != encoding }
}

/// Turns bytes of any encoding the web uses into UTF-8.
///
/// Declarations are believed in the order of the HTML standard: byte order mark, hint, markup. A declared encoding
/// is used even where bytes don't fit it, each misfit becoming U+FFFD, unless it is certainly wrong: where UTF-8 stands
/// under the label of a single-byte encoding, or nothing of UTF-8 under its own. What nothing declares is UTF-8 where it
/// can be, else what the bytes tell.
/// - Parameters:
///   - charsetHint: a label such as `latin1` that came with the bytes; one that nobody knows is passed over.
///   - markup: whether to look for a declaration in the bytes themselves, as HTML and XML write it: in the first
///     1024, and in all of them where they aren't UTF-8.
package func decode(_ bytes: [UInt8], charsetHint: String?, markup: Bool) -> DecodedText {
  if let (encoding, length) = byteOrderMark(of: bytes) {
    return decode(Array(bytes[length...]), as: encoding, by: .bom)
  }
  if let encoding = charsetHint.flatMap(Encoding.init(label:)) {
    return decode(bytes, declared: encoding, by: .hint, markup: markup)
  }
  if markup, let encoding = declaredEncoding(inMarkup: bytes) {
    return decode(bytes, declared: encoding, by: .meta, markup: markup)
  }
  if let encoding = undeclaredUTF16(bytes) { return decode(bytes, as: encoding, by: .detected) }
  if firstInvalidUTF8(in: bytes) == nil {
    if isISO2022JP(bytes) { return decode(bytes, as: .iso2022jp, by: .detected) }
    return DecodedText(utf8: bytes, encoding: Encoding.utf8.rawValue, rule: .utf8, replacements: 0)
  }
  // A reader of HTML also heeds a declaration that comes later, and begins anew. UTF-8 needs none.
  if markup, let encoding = declaredEncoding(inMarkup: bytes, within: bytes.count) {
    return decode(bytes, declared: encoding, by: .meta, markup: markup)
  }
  if let encoding = undeclaredEastAsianUTF16(bytes) ?? detectedEncoding(of: bytes, markup: markup) {
    return decode(bytes, as: encoding, by: .detected)
  }
  return decode(bytes, as: .windows1252, by: .fallback)
}

/// Decodes bytes as they were declared, or as they are where that is certainly wrong.
private func decode(
  _ bytes: [UInt8], declared: Encoding, by rule: DecodedText.Rule, markup: Bool
) -> DecodedText {
  var text: DecodedText
  if isCertainlyUTF8(bytes, labelled: declared) {
    text = decode(bytes, as: .utf8, by: .detected)
  } else {
    text = decode(bytes, as: declared, by: rule)
    if declared == .utf8, isCertainlyNotUTF8(text), let encoding = detectedEncoding(of: bytes, markup: markup) {
      text = decode(bytes, as: encoding, by: .detected)
    }
  }
  text.declared = declared.rawValue
  return text
}

/// Decodes bytes whose encoding is settled.
private func decode(_ bytes: [UInt8], as encoding: Encoding, by rule: DecodedText.Rule) -> DecodedText {
  let (utf8, replacements) =
    switch encoding {
    case .utf8: repairedUTF8(bytes)
    case .utf16le: utf8(fromUTF16: bytes, bigEndian: false)
    case .utf16be: utf8(fromUTF16: bytes, bigEndian: true)
    case .iso2022jp: utf8(fromISO2022JP: bytes)
    case .gbk, .gb18030, .big5, .eucjp, .shiftjis, .euckr: utf8(fromMultiByte: bytes, encoding)
    default: utf8(fromSingleByte: bytes, encoding)
    }
  return DecodedText(utf8: utf8, encoding: encoding.rawValue, rule: rule, replacements: replacements)
}

/// The encoding a byte order mark tells, and the mark's length.
private func byteOrderMark(of bytes: [UInt8]) -> (Encoding, length: Int)? {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
  if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
  if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
  return nil
}

extension [UInt8] {
  /// U+FFFD REPLACEMENT CHARACTER.
  mutating func appendReplacement() {
    append(0xEF)
    append(0xBF)
    append(0xBD)
  }

  /// The scalar's UTF-8 bytes.
  mutating func append(_ scalar: Unicode.Scalar) { append(contentsOf: UTF8.encode(scalar) ?? .init()) }
}
