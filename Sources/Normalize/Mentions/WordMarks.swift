/// The lists that a word stands on, whatever its case.
struct WordMarks: OptionSet, Sendable {
  let rawValue: UInt32

  // Of `NameWords`.
  static let abbreviation = WordMarks(bit: 0)
  static let function = WordMarks(bit: 1)
  static let calendar = WordMarks(bit: 2)
  static let place = WordMarks(bit: 3)
  static let particle = WordMarks(bit: 4)
  static let innerParticle = WordMarks(bit: 5)
  static let title = WordMarks(bit: 6)
  static let speech = WordMarks(bit: 7)
  static let pronoun = WordMarks(bit: 8)
  // Of `OrganisationWords`.
  static let english = WordMarks(bit: 9)
  static let behind = WordMarks(bit: 10)
  static let weak = WordMarks(bit: 11)
  static let band = WordMarks(bit: 12)
  static let before = WordMarks(bit: 13)
  static let kin = WordMarks(bit: 14)
  static let joint = WordMarks(bit: 15)
  static let adjective = WordMarks(bit: 16)
  static let generic = WordMarks(bit: 17)
  static let street = WordMarks(bit: 18)
  /// It ends as German names of one word do.
  static let german = WordMarks(bit: 19)
  /// Of one that stands behind companies' names, if its case is right.
  static let legal = WordMarks(bit: 24)
  // Of `RoleWords`.
  static let role = WordMarks(bit: 20)
  static let head = WordMarks(bit: 21)
  static let modifier = WordMarks(bit: 22)
  static let address = WordMarks(bit: 23)

  /// Words that organisations' names are told by.
  static let organisation: WordMarks = [.english, .behind, .before]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  private init(bit: Int) { self.init(rawValue: 1 << UInt32(bit)) }

  /// Whether it has any of those marks.
  func has(_ marks: WordMarks) -> Bool { rawValue & marks.rawValue != 0 }
}
