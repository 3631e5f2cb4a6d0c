/// One language in one encoding of single bytes: what each byte is to it.
struct SingleByteModel: Sendable {
  let encoding: Encoding
  let language: LanguageModel
  private let numbers: [UInt8]
  private let kinds: [CharacterRole]
  /// Quarters of a bit that a byte costs beside the language's own.
  private let extras: [UInt8]

  init(_ encoding: Encoding, _ language: LanguageModel) {
    self.encoding = encoding
    self.language = language
    var numbers: [UInt8] = []
    var kinds: [CharacterRole] = []
    var extras: [UInt8] = []
    for scalar in encoding.scalars {
      let number = scalar.flatMap { language.numbers[folded($0)] } ?? 0
      let (role, cost) = scalar.map { characterRole($0) } ?? (.symbol, CharacterRole.impossible)
      numbers.append(number)
      kinds.append(role)
      // A letter that the language doesn't have, or only as one of all ASCII letters.
      let isLumped = scalar.map { $0.isASCII && language.lumpsASCII } ?? false
      let letterCost = number == 0 ? CharacterRole.stranger : isLumped ? CharacterRole.lumped : 0
      extras.append(role.isLetter ? letterCost : cost)
    }
    (self.numbers, self.kinds, self.extras) = (numbers, kinds, extras)
  }

  /// Quarters of a bit for the whole sample.
  func cost(of sample: [UInt8]) -> Int {
    var cost = 0
    var before = 0
    var word = WordState.outside
    for byte in sample {
      let place = Int(byte)
      let number = Int(numbers[place])
      cost += Int(language.costs[before * language.count + number]) + Int(extras[place])
      let (added, next) = WordState.steps[word.rawValue * CharacterRole.count + kinds[place].rawValue]
      cost += added
      word = next
      before = number
    }
    return cost
  }

  /// Every language in every encoding it is found in; made when first needed, some milliseconds.
  static let all = LanguageModel.all.flatMap { language in
    language.encodings.map { SingleByteModel($0, language) }
  }
}

extension Encoding {
  /// What bytes 0 to 255 stand for in an encoding of single bytes, nil for nothing.
  fileprivate var scalars: [Unicode.Scalar?] {
    (UInt8(0)..<0x80).map { Unicode.Scalar($0) } + singleByteScalars(self)
  }
}

/// The letter as the models have it: lower case, and in the shape that old encodings have.
private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  return switch lower {
  case "ș": "ş"
  case "ț": "ţ"
  case "ی", "ێ": "ي"
  case "ک": "ك"
  case "ە": "ه"
  default: lower
  }
}
