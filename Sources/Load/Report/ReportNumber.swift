import Records

/// Numbers, shares, times and days as a report writes them.
enum ReportNumber {
  /// Digits in groups of three: `12,345`.
  static func text(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// Four digits behind the point at most, fewer for large numbers.
  static func text(_ number: Double) -> String {
    guard number.magnitude < 1e15 else { return number.description }
    if number == number.rounded() { return text(Int(number)) }
    let power = number.magnitude >= 100 ? 10.0 : number.magnitude >= 1 ? 100 : 10_000
    let rounded = (number * power).rounded() / power
    guard rounded != 0 else { return number.description }
    var bytes: [UInt8] = []
    append(rounded, to: &bytes)
    let decimals = String(decoding: bytes, as: UTF8.self).split(separator: ".").last ?? "0"
    guard decimals != "0" else { return text(Int(rounded)) }
    return (number < 0 ? "-" : "") + "\(text(Int(rounded.magnitude))).\(decimals)"
  }

  /// A difference with its sign: `+3`, `-2`, `0`.
  static func difference(_ number: Int) -> String { number > 0 ? "+\(text(number))" : text(number) }

  /// `12.5 %`; what isn't nothing and isn't all is never shown as such.
  static func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded()
    if share > 0, tenths == 0 { return "< 0.1 %" }
    if share < 1, tenths == 1000 { return "> 99.9 %" }
    let whole = Int(tenths)
    return whole % 10 == 0 ? "\(whole / 10) %" : "\(whole / 10).\(whole % 10) %"
  }

  /// `0.4 s`, `3 min 20 s` or `2 h 5 min`.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    if whole >= 3600 { return "\(whole / 3600) h \(whole % 3600 / 60) min" }
    if whole >= 60 { return "\(whole / 60) min \(whole % 60) s" }
    return seconds < 10 ? "\((seconds * 100).rounded() / 100) s" : "\(whole) s"
  }

  /// Days since 1970-01-01 of a date written to the year, month, day or second by ISO 8601; nil for anything else.
  static func day(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard [4, 7, 10, 20].contains(bytes.count), bytes.prefix(4).allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let whole = text + "0000-01-01T00:00:00Z".dropFirst(text.count)
    return Timestamp(iso: whole).map { Double($0.seconds) / 86_400 }
  }

  /// The day, such as `2026-03-01`.
  static func date(_ days: Double) -> String {
    String(Timestamp(seconds: Int64((days * 86_400).rounded())).description.prefix(10))
  }

  /// A measured value as its column writes it.
  static func text(_ value: Double, _ measure: ColumnProfile.Measure) -> String {
    measure == .days ? date(value) : text(value)
  }
}
