import Glibc

/// Reads a file of lines like `{"id": "…", "text": "…"}`, some thousands at a time.
@safe struct JSONLineReader: ~Copyable {
  struct Line {
    var id: String
    /// UTF-8.
    var text: [UInt8]
  }

  private let file: UnsafeMutablePointer<FILE>
  private var line: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  init?(_ path: String) {
    guard let file = unsafe fopen(path, "r") else { return nil }
    unsafe self.file = file
  }

  deinit {
    unsafe fclose(file)
    unsafe free(line)
  }

  /// The next lines, at most `count`; none at the end.
  mutating func next(_ count: Int) -> [Line] {
    var lines: [Line] = []
    while lines.count < count {
      let length = unsafe getline(&line, &capacity, file)
      guard length > 0, let start = unsafe line else { break }
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: length)
      var place = 0
      var fields: [String: [UInt8]] = [:]
      while let name = unsafe Self.text(bytes, &place) {
        fields[String(decoding: name, as: UTF8.self)] = unsafe Self.value(bytes, &place)
      }
      lines.append(Line(id: String(decoding: fields["id"] ?? [], as: UTF8.self), text: fields["text"] ?? []))
    }
    return lines
  }

  /// What stands behind the colon: a string unescaped, a number or word as it is written.
  private static func value(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> [UInt8]? {
    while place < bytes.count, unsafe bytes[place] == 0x3A || bytes[place] == 0x20 { place += 1 }
    if unsafe place < bytes.count && bytes[place] == 0x22 { return unsafe text(bytes, &place) }
    let start = place
    while place < bytes.count, unsafe bytes[place] != 0x2C && bytes[place] != 0x7D { place += 1 }
    return unsafe Array(bytes[start..<place]).filter { $0 > 0x20 }
  }

  /// The next JSON string, unescaped; nil where there is none.
  private static func text(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> [UInt8]? {
    while unsafe place < bytes.count && bytes[place] != 0x22 { place += 1 }
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      let start = place
      while unsafe place < bytes.count && bytes[place] != 0x22 && bytes[place] != 0x5C { place += 1 }
      unsafe text.append(contentsOf: bytes[start..<place])
      guard place < bytes.count else { return nil }
      if unsafe bytes[place] == 0x22 {
        place += 1
        return text
      }
      unsafe text += escape(bytes, &place)
    }
    return nil
  }

  private static func escape(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> [UInt8] {
    let kind = unsafe bytes[place + 1]
    place += 2
    switch kind {
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "u"):
      var value = unsafe unit(bytes, place)
      place += 4
      if value >> 10 == 0x36, unsafe bytes[place] == 0x5C {
        value = unsafe 0x10000 + (value & 0x3FF) << 10 + unit(bytes, place + 2) & 0x3FF
        place += 6
      }
      return Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    default: return [kind]
    }
  }

  private static func unit(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
    unsafe UInt32(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16) ?? 0xFFFD
  }
}
