/// The parts that a word can play in a date.
struct DateLexeme: Sendable {
  /// A bit for each month that the word can name, January is bit 1; several where languages differ.
  var months: UInt16 = 0
  /// A bit for each day of the week, Monday is bit 1.
  var weekdays: UInt8 = 0
  /// The number that a number word writes, or 0.
  var number: UInt8 = 0
  /// Minutes ahead of UTC of a zone, or the year before an era's first.
  var value: Int16 = 0
  var roles: Roles = []

  struct Roles: OptionSet, Sendable {
    let rawValue: UInt32
    static let label = Roles(rawValue: 1)
    static let filler = Roles(rawValue: 1 << 1)
    static let denied = Roles(rawValue: 1 << 2)
    static let morning = Roles(rawValue: 1 << 3)
    static let afternoon = Roles(rawValue: 1 << 4)
    static let noon = Roles(rawValue: 1 << 5)
    static let midnight = Roles(rawValue: 1 << 6)
    static let yearUnit = Roles(rawValue: 1 << 7)
    static let monthUnit = Roles(rawValue: 1 << 8)
    static let dayUnit = Roles(rawValue: 1 << 9)
    static let hourUnit = Roles(rawValue: 1 << 10)
    static let minuteUnit = Roles(rawValue: 1 << 11)
    static let secondUnit = Roles(rawValue: 1 << 12)
    /// The unit stands ahead of its number.
    static let leadsNumber = Roles(rawValue: 1 << 13)
    static let to = Roles(rawValue: 1 << 14)
    static let until = Roles(rawValue: 1 << 15)
    static let since = Roles(rawValue: 1 << 16)
    static let from = Roles(rawValue: 1 << 17)
    static let present = Roles(rawValue: 1 << 18)
    static let about = Roles(rawValue: 1 << 19)
    static let last = Roles(rawValue: 1 << 20)
    static let dayWord = Roles(rawValue: 1 << 21)
    static let season = Roles(rawValue: 1 << 22)
    static let quarter = Roles(rawValue: 1 << 23)
    static let half = Roles(rawValue: 1 << 24)
    static let ordinal = Roles(rawValue: 1 << 25)
    static let cardinal = Roles(rawValue: 1 << 26)
    static let zone = Roles(rawValue: 1 << 27)
    static let era = Roles(rawValue: 1 << 28)
    /// A longer entry begins with the word.
    static let startsPhrase = Roles(rawValue: 1 << 29)
    static let known = Roles(rawValue: 1 << 30)
    /// A time of day follows.
    static let clock = Roles(rawValue: 1 << 31)
  }

  var isKnown: Bool { roles.contains(.known) }

  /// Both words' parts, for a word that several lists name.
  mutating func merge(_ other: DateLexeme) {
    months |= other.months
    weekdays |= other.weekdays
    if number == 0 { number = other.number }
    if value == 0 { value = other.value }
    roles.formUnion(other.roles)
  }
}
