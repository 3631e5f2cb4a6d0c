/// How common each character is in one East Asian language.
struct CharacterModel: Sendable {
  let name: String
  /// Quarters of a bit for the characters the language uses often.
  private let costs: [Unicode.Scalar: UInt8]

  /// Quarters of a bit for a character of the language's script that isn't among them.
  private static let rare = 60
  /// Quarters of a bit for an ASCII letter that touches an East Asian one.
  private static let mixed = 32

  init(name: String, tiers: [(bits: Int, characters: String)]) {
    self.name = name
    var costs: [Unicode.Scalar: UInt8] = [:]
    for (bits, characters) in tiers {
      for character in characters.unicodeScalars where character > " " { costs[character] = UInt8(bits * 4) }
    }
    self.costs = costs
  }

  /// Quarters of a bit for all of valid UTF-8.
  func cost(of text: [UInt8]) -> Int {
    var sum = 0
    var before = Side.neither
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let side = Side(scalar)
      let isMixed = side != before && side != .neither && before != .neither
      sum += cost(of: scalar) + (isMixed ? CharacterModel.mixed : 0)
      before = side
    }
    return sum
  }

  /// Whether a character is an ASCII letter or an East Asian one; the two seldom touch.
  private enum Side {
    case ascii, eastAsian, neither

    init(_ scalar: Unicode.Scalar) {
      let isLetter = (0x41...0x5A).contains(scalar.value & ~0x20)
      self = scalar.value >= 0x3041 ? .eastAsian : isLetter ? .ascii : .neither
    }
  }

  /// Quarters of a bit for all of valid UTF-8 in the language that explains it best.
  static func leastCost(of text: [UInt8]) -> Int { all.map { $0.model.cost(of: text) }.min() ?? 0 }

  /// Quarters of a bit for one character.
  func cost(of scalar: Unicode.Scalar) -> Int {
    if let known = costs[scalar] { return Int(known) }
    return switch scalar.value {
    case 0x20: 0
    case 0x30...0x39: 8
    case 0x41...0x5A, 0x61...0x7A: 24
    case 0..<0x80: 16
    case 0x3000...0x3015, 0xFF01...0xFF5E: 20
    case 0x2013...0x2026, 0xB7: 28
    case 0x3041...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: CharacterModel.rare
    case 0xFF61...0xFF9F: 48
    case 0x80...0x9F: 100
    case 0xFFFD: 120
    case 0xE000...0xF8FF, 0x10000...: 100
    default: 72
    }
  }

  /// Whether the character is among those the language uses often.
  func knows(_ scalar: Unicode.Scalar) -> Bool { costs[scalar] != nil }

  /// All languages with the encodings they are found in.
  static let all: [(model: CharacterModel, encodings: [Encoding])] = tables.map {
    (CharacterModel(name: $0.name, tiers: $0.tiers), encodings[$0.name] ?? [])
  }

  private static let encodings: [String: [Encoding]] = [
    "zhHans": [.gbk], "zhHant": [.big5, .gbk], "ja": [.shiftjis, .eucjp], "ko": [.euckr],
  ]
}
