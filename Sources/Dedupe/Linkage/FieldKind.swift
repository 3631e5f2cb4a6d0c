/// How the values of a field are compared.
package enum FieldKind: String, Sendable, CaseIterable {
  /// Short texts such as names and places: equality, edit distance, Jaro-Winkler, shared words.
  case name
  /// Longer texts: cosine of words and of 3-grams, weighted by how rare they are, and what codes they hold.
  case text
  /// Numbers and letters that name something, such as telephone numbers and postal codes: edit distance.
  case code
  /// Measured numbers: relative difference.
  case number
  /// Days: equality, one digit or part that differs, distance in years.
  case date

  /// How many levels of likeness its comparison tells apart.
  var levels: Int {
    switch self {
    case .name: NameComparison.levels
    case .text: TextComparison.levels
    case .code: CodeComparison.levels
    case .number: NumberComparison.levels
    case .date: DateComparison.levels
    }
  }

  /// What a level means, in words.
  func name(ofLevel level: Int) -> String {
    switch self {
    case .name: NameComparison.names[level]
    case .text: TextComparison.name(level)
    case .code: CodeComparison.names[level]
    case .number: NumberComparison.names[level]
    case .date: DateComparison.names[level]
    }
  }

  /// The kind that a column's distinct values speak for.
  static func found(in column: ValueColumn) -> FieldKind {
    let profile = ValueProfile(of: column)
    if profile.dates >= 0.5 { return .date }
    if profile.numbers >= 0.9 && profile.decimals >= 0.2 { return .number }
    if profile.words >= 3.5 { return .text }
    return profile.digits >= 0.4 ? .code : .name
  }
}

/// Shares of a column's distinct values, of at most 20,000 of them.
private struct ValueProfile {
  var dates = 0.0
  var numbers = 0.0
  var decimals = 0.0
  /// Words a value.
  var words = 0.0
  /// Digits among all letters and digits.
  var digits = 0.0

  init(of column: ValueColumn) {
    let step = max(1, column.distinct / 20_000)
    let looked = stride(from: 0, to: column.distinct, by: step)
    var count = 0.0
    var letters = 0.0
    var digitCount = 0.0
    for value in looked {
      let bytes = column.slice(value)
      count += 1
      if writtenDay(bytes)?.isPlausible == true { dates += 1 }
      if let number = decimal(bytes) {
        numbers += 1
        if number.isFraction { decimals += 1 }
      }
      words += Double(1 + bytes.count { $0 == 0x20 })
      let found = bytes.count { isDigit($0) }
      digitCount += Double(found)
      letters += Double(bytes.count { $0 != 0x20 && $0 != 0x2E })
    }
    let all = max(count, 1)
    (dates, numbers, decimals, words) = (dates / all, numbers / all, decimals / all, words / all)
    digits = digitCount / max(letters, 1)
  }
}

/// A day as eight digits, as they are written: they may name no real day.
struct WrittenDay: Equatable {
  /// Year, month and day, as in 19710624.
  var digits: Int32

  var year: Int32 { digits / 10_000 }
  var month: Int32 { digits / 100 % 100 }
  var day: Int32 { digits % 100 }

  /// Whether it can be a day of the years 1000 to 2199.
  var isPlausible: Bool {
    (1000..<2200).contains(year) && (1...12).contains(month) && (1...31).contains(day)
  }
}

/// The day that folded text of the forms `1971 06 24` or `19710624` names, whether or not there is such a day.
func writtenDay(_ bytes: ArraySlice<UInt8>) -> WrittenDay? {
  guard bytes.count >= 8 else { return nil }
  var digits: Int32 = 0
  var count = 0
  for (place, byte) in bytes.prefix(11).enumerated() {
    if isDigit(byte) {
      if count == 8 { return nil }
      digits = digits * 10 + Int32(byte - 48)
      count += 1
    } else if byte == 0x20 && (place == 4 || place == 7 || place == 10) && (count == 4 || count == 6 || count == 8) {
      continue
    } else {
      return nil
    }
  }
  return count == 8 ? WrittenDay(digits: digits) : nil
}

/// The number that folded text is, and whether it was written with a fraction.
func decimal(_ bytes: ArraySlice<UInt8>) -> (value: Double, isFraction: Bool)? {
  var value = 0.0
  var scale = 0.0
  guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
  for byte in bytes {
    if byte == 0x2E {
      if scale != 0 { return nil }
      scale = 1
    } else if isDigit(byte) {
      value = value * 10 + Double(byte - 48)
      scale *= 10
    } else {
      return nil
    }
  }
  return (scale > 1 ? value / scale : value, scale > 1)
}
