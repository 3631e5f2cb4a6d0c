/// Whether the text has escapes of ISO-2022-JP to Japanese characters, and nothing beyond ASCII.
///
/// To UTF-8 such a text is valid. The escapes to ASCII and JIS X 0201's Roman set alone tell nothing.
func isISO2022JP(_ bytes: [UInt8]) -> Bool {
  guard let first = escape(in: bytes), !bytes.contains(where: { $0 >= 0x80 }) else { return false }
  var escape = first
  while escape + 2 < bytes.count {
    if bytes[escape + 1] == UInt8(ascii: "$"), [UInt8(ascii: "@"), UInt8(ascii: "B")].contains(bytes[escape + 2]) {
      return true
    }
    if bytes[escape + 1] == UInt8(ascii: "("), bytes[escape + 2] == UInt8(ascii: "I") { return true }
    guard let next = bytes[(escape + 1)...].firstIndex(of: 0x1B) else { return false }
    escape = next
  }
  return false
}

/// Where the first escape stands.
private func escape(in bytes: [UInt8]) -> Int? {
  let bytes = bytes.span
  for place in bytes.indices where bytes[place] == 0x1B { return place }
  return nil
}
