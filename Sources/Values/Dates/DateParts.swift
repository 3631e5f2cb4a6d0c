/// What the tokens of one date say, before it is decided which number is what.
struct DateParts {
  /// A number that no word beside it explains.
  struct Number {
    var value: Int
    var digits: Int
    /// Whether it is written as an ordinal: `3rd`, `third`.
    var isOrdinal = false
    /// Whether it is written as a word.
    var isWord = false
    /// Whether an apostrophe stands for its century.
    var isShortened = false
    /// Whether a month's name stands before it.
    var followsMonth = false
    /// The sign before it, 0 for none.
    var separator: UInt8 = 0
    /// The last token of it.
    var place: Int

    var isLong: Bool { digits == 4 }
  }

  var year: Int?
  /// The months that are named, as bits; the word that names them.
  var months: UInt16 = 0
  var monthWord: UInt64 = 0
  /// Whether the month's name is a weekday's as well, as `mar` is.
  var monthIsWeekday = false
  var month: Int?
  var day: Int?
  var figures: DateFigures?
  var numbers: [Number] = []
  var time: CivilTime?
  var endTime: CivilTime?
  /// A day later than written, as `24:00` says.
  var addsDay = false
  /// The days of the week that are named, as bits; 0 for none.
  var weekdays: UInt8 = 0
  /// Where an ordinal or `last` stands right before a day of the week or the word for day.
  var weekdayPlace: Int?
  var lastPlace: Int?
  /// An ordinal whose word is a weekday's name as well.
  var weekdayNumber: Int?
  var dayWordPlace: Int?
  var hasSeason = false
  var hasQuarter = false
  var hasHalf = false
  var isDecade = false
  var kind = DateReading.Kind.date
  var isInferred = false
  /// Whether a unit such as 年 told what a number is.
  var hasUnits = false
}

extension DateParts {
  /// Whether a date is of a named day of the week, or none is named.
  func fitsWeekday(_ date: CivilDate) -> Bool { weekdays == 0 || weekdays & (1 << UInt8(date.weekday)) != 0 }
}

/// What the parts of a date amount to.
enum DateResolution {
  case parts(year: Int?, month: Int?, day: Int?)
  /// A span of years, months or days.
  case range(CivilDate, CivilDate)
  case ambiguous
}
