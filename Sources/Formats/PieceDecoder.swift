import Text

/// Looks through a file that comes piece by piece and tells its encoding.
package struct EncodingSurvey: Sendable {
  private static let sampleSize = 1 << 18

  private var head: [UInt8] = []
  /// Lines that aren't ASCII, which tell an encoding.
  private var sample: [UInt8] = []
  /// A line whose end hasn't come yet.
  private var line: [UInt8] = []
  /// The end of the piece before, where a character may be cut in two.
  private var rest: [UInt8] = []
  private var isUTF8 = true

  package init() {}

  /// Looks at the next bytes.
  package mutating func append(_ bytes: [UInt8]) {
    if head.count < 1 << 12 { head += bytes.prefix(1 << 12) }
    if isUTF8 { check(bytes) }
    if sample.count < EncodingSurvey.sampleSize { take(bytes) }
  }

  /// Adds to the sample the lines that aren't ASCII; the last one waits for its end.
  private mutating func take(_ bytes: [UInt8]) {
    line += bytes
    guard let end = line.lastIndex(of: 10) ?? (line.count > EncodingSurvey.sampleSize ? line.count - 1 : nil) else {
      return
    }
    let lines = line[...end]
    if lines.contains(where: { $0 >= 0x80 }) {
      for line in lines.split(separator: 10) where sample.count < EncodingSurvey.sampleSize {
        if line.contains(where: { $0 >= 0x80 }) { sample += line + [10] }
      }
    }
    line.removeSubrange(...end)
  }

  /// The encoding's label in the WHATWG Encoding standard.
  package var encoding: String {
    let start = decode(head, charsetHint: nil, markup: false)
    if start.encoding.hasPrefix("utf-16") || start.rule == .bom || start.encoding == "iso-2022-jp" {
      return start.encoding
    }
    if isUTF8, rest.isEmpty { return "utf-8" }
    return decode(sample + line, charsetHint: nil, markup: false).encoding
  }

  private mutating func check(_ bytes: [UInt8]) {
    let all = rest.isEmpty ? bytes : rest + bytes
    guard !all.isEmpty else { return }
    // A character's bytes after the first are 10xxxxxx, three at most.
    var end = all.count
    while end > 0, all.count - end < 4, all[end - 1] & 0xC0 == 0x80 { end -= 1 }
    if end > 0, all[end - 1] >= 0xC0 { end -= 1 }
    if all.count - end == EncodingSurvey.length(all[min(end, all.count - 1)...]) { end = all.count }
    isUTF8 = String(validating: all[..<end], as: UTF8.self) != nil
    rest = isUTF8 ? Array(all[end...]) : []
  }

  /// How many bytes the character has that these begin.
  private static func length(_ bytes: ArraySlice<UInt8>) -> Int {
    switch bytes.first ?? 0 {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...: 4
    default: 1
    }
  }
}

/// Decodes a file that comes piece by piece.
package struct PieceDecoder: Sendable {
  private let encoding: String
  private var rest: [UInt8] = []
  private var hasBegun = false
  /// How many U+FFFD were put in for what couldn't be read.
  package private(set) var replacements = 0

  /// - Parameter encoding: as `EncodingSurvey` tells it.
  package init(_ encoding: String) { self.encoding = encoding }

  /// The UTF-8 of these bytes and of what was held back before, as far as its last character is sure to be whole.
  package mutating func decode(_ bytes: [UInt8], isLast: Bool = false) -> [UInt8] {
    // Without its mark, valid UTF-8 needs nothing; what is none was told apart by the survey.
    guard encoding != "utf-8" else { return bytes }
    let all = rest.isEmpty ? bytes : rest + bytes
    let end = isLast ? all.count : safeEnd(all)
    rest = Array(all[end...])
    guard end > 0 else { return [] }
    let text = Text.decode(Array(all[..<end]), charsetHint: encoding, markup: false)
    replacements += text.replacements
    return text.utf8
  }

  /// After the last byte that is no part of a longer character: below 0x30 in every encoding but UTF-16 and ISO-2022-JP,
  /// where lines are whole.
  private func safeEnd(_ bytes: [UInt8]) -> Int {
    if encoding.hasPrefix("utf-16") {
      let even = bytes.count & ~1
      guard even >= 2 else { return even }
      let high = encoding == "utf-16le" ? bytes[even - 1] : bytes[even - 2]
      return (0xD8...0xDB).contains(high) ? even - 2 : even
    }
    let isLineWise = encoding == "iso-2022-jp"
    return (bytes.lastIndex { isLineWise ? $0 == 10 : $0 < 0x30 && $0 != 0x1B } ?? -1) + 1
  }
}
