/// Reads the unit behind a number and what the two make: an age, a temperature, a measure or a time.
struct MeasureMatcher {
  let matcher: QuantityMatcher
  let text: WrittenText

  init(matcher: QuantityMatcher) {
    self.matcher = matcher
    text = matcher.text
  }

  /// A number with its magnitude and its unit.
  struct Measured {
    var range: Range<Int>
    var value: ExactDecimal
    var unit: MeasureUnit
    /// Where the unit's name or symbol starts.
    var unitStart: Int
    var numeral: Numeral
    var isCompound = false
  }

  /// The quantity that a number and the unit behind it make; nil where there is no unit.
  func match(_ numeral: Numeral) -> QuantityMatch? {
    if let aged = yearsOld(numeral) { return aged }
    guard var measured = measured(numeral) ?? feetAndInches(numeral) else { return nil }
    measured = joined(measured)
    if measured.unit.kind == .duration { return age(measured) ?? made(.duration, measured) }
    guard isPlausible(measured) else { return nil }
    switch measured.unit.kind {
    case .temperature: return made(.temperature, measured)
    case .degrees: return degrees(measured)
    default: return perOther(measured).flatMap { made(.dimension, $0) }
    }
  }

  private func made(_ kind: QuantityKind, _ measured: Measured) -> QuantityMatch {
    QuantityMatch(
      kind: kind, range: measured.range, value: measured.value, unit: measured.unit.code,
      rule: measured.isCompound ? "compound" : measured.numeral.rule, isAmbiguous: measured.numeral.isAmbiguous)
  }

  /// A number with the unit behind it; nil where there is none.
  func measured(_ numeral: Numeral) -> Measured? {
    if numeral.rule == "words", numeral.value < .one, let whole = wholeUnit(behind: numeral) { return whole }
    if let found = unit(at: numeral.range.upperBound) { return make(numeral, numeral.value, found) }
    guard let magnitude = Magnitude.read(in: text, at: numeral.range.upperBound, letters: false),
      let value = numeral.value.scaled(byPowerOfTen: magnitude.value), let found = unit(at: magnitude.end)
    else { return nil }
    return make(numeral, value, found)
  }

  /// `half an hour`, `a quarter of a mile`.
  private func wholeUnit(behind numeral: Numeral) -> Measured? {
    var start = text.skippingSpaces(from: numeral.range.upperBound)
    for word in ["of ", "a ", "an "] where text.has(word, at: start) { start += word.utf8.count }
    guard start > numeral.range.upperBound + 1, let found = unit(at: start) else { return nil }
    return make(numeral, numeral.value, found)
  }

  private func make(
    _ numeral: Numeral, _ value: ExactDecimal, _ found: (unit: MeasureUnit, start: Int, end: Int)
  ) -> Measured? {
    if found.unit.code == "[in_i]", !isInch(found.start, found.end) { return nil }
    if found.start == numeral.range.upperBound, text.has("s", at: found.start), found.end == found.start + 1,
      numeral.value.isWhole
    {
      return nil
    }
    return Measured(
      range: numeral.range.lowerBound..<found.end, value: value, unit: found.unit, unitStart: found.start,
      numeral: numeral)
  }

  /// The unit behind a number: glued, behind spaces or a hyphen, or in brackets.
  private func unit(at end: Int) -> (unit: MeasureUnit, start: Int, end: Int)? {
    var start = text.skippingSpaces(from: end)
    let isHyphen = text.byte(start) == 45 && (text.isLetter(start + 1) || text.byte(start + 1) == 32)
    if isHyphen { start = text.skippingSpaces(from: start + 1) }
    let close: UInt8? = text.byte(start) == 40 ? 41 : text.byte(start) == 91 ? 93 : nil
    if close != nil { start += 1 }
    guard start - end < 5 else { return nil }
    if text.byte(start) == 34, close == nil { return isInchSign(start) ? (MeasureMatcher.inch, start, start + 1) : nil }
    if text.has("in", at: start), !text.isLetter(start + 2), close == nil {
      return isHyphen || start == end || matcher.isField ? (MeasureMatcher.inch, start, start + 2) : endedInch(start)
    }
    guard let found = UnitTable.find(in: text, at: start, isField: matcher.isField), isWholeUnit(found.end) else {
      return nil
    }
    if let close { return text.byte(found.end) == close ? (found.unit, start, found.end + 1) : nil }
    return (found.unit, start, found.end)
  }

  static let inch = MeasureUnit(code: "[in_i]", kind: .length)
  private static let foot = MeasureUnit(code: "[ft_i]", kind: .length)

  /// A unit doesn't go on as a name: `L-202`.
  private func isWholeUnit(_ end: Int) -> Bool {
    !(text.byte(end) == 45 && text.isDigit(end + 1) && text.byte(end - 1) != 32)
  }

  /// `in` behind a space is an inch only where its clause ends.
  private func endedInch(_ start: Int) -> (unit: MeasureUnit, start: Int, end: Int)? {
    let next = text.skippingSpaces(from: start + 2)
    return text.isLetter(next) || text.isDigit(next) || text.byte(next) == 45
      ? nil : (MeasureMatcher.inch, start, start + 2)
  }

  private func isInch(_ start: Int, _ end: Int) -> Bool {
    text.byte(start) == 34 || text.has("inch", at: start) || !text.isLetter(text.skippingSpaces(from: end))
      || text.byte(start - 1) == 45 || matcher.isField
  }

  /// A quotation mark behind a number is a sign of inches where no quotation is open.
  private func isInchSign(_ offset: Int) -> Bool {
    let open = (max(0, offset - 256)..<offset).count { text.byte($0) == 34 && !text.isDigit($0 - 1) }
    return open % 2 == 0 && !text.isLetter(offset + 1) && !text.isDigit(offset + 1)
  }

  /// `5'10"` and `6'`, the latter only in a field.
  private func feetAndInches(_ numeral: Numeral) -> Measured? {
    let quote = numeral.range.upperBound
    guard text.byte(quote) == 39, numeral.value.isWhole else { return nil }
    let start = text.skippingSpaces(from: quote + 1)
    if text.isDigit(start), let inches = NumeralReader(text: text, style: matcher.style).read(at: start),
      text.byte(inches.range.upperBound) == 34 || text.has("''", at: inches.range.upperBound),
      let share = inches.value.divided(by: ExactDecimal(12)), let value = numeral.value.adding(share)
    {
      let end = inches.range.upperBound + (text.byte(inches.range.upperBound) == 34 ? 1 : 2)
      return Measured(
        range: numeral.range.lowerBound..<end, value: value, unit: MeasureMatcher.foot, unitStart: quote,
        numeral: numeral, isCompound: true)
    }
    guard matcher.isField, text.droppingSpaces(before: text.count) == quote + 1 else { return nil }
    return Measured(
      range: numeral.range.lowerBound..<quote + 1, value: numeral.value, unit: MeasureMatcher.foot, unitStart: quote,
      numeral: numeral)
  }

  /// `kilometers per hour`, `km/ms`, `mg/dL`; nil where a slash joins something unknown.
  private func perOther(_ measured: Measured) -> Measured? {
    let end = measured.range.upperBound
    let isSlash = text.byte(end) == 47 && text.isLetter(end + 1) || text.has(" / ", at: end)
    let isPer = measured.unit.kind == .length && text.has(" per ", at: end)
    guard isSlash || isPer else { return measured }
    let start = end + (isPer ? 5 : text.byte(end) == 47 ? 1 : 3)
    guard let below = UnitTable.find(in: text, at: start, isField: true), isSlash || below.unit.kind == .duration else {
      return text.byte(end) == 47 ? nil : measured
    }
    var result = measured
    result.range = measured.range.lowerBound..<below.end
    result.unit = MeasureUnit(code: "\(measured.unit.code)/\(below.unit.code)", kind: .other)
    return result
  }

  // MARK: - Ages

  /// `five years old`, `6 weeks of age`, `28 - year - old`.
  private func age(_ measured: Measured) -> QuantityMatch? {
    let next = text.skippingSpaces(from: measured.range.upperBound)
    let old = text.byte(next) == 45 ? text.skippingSpaces(from: next + 1) : next
    var result = measured
    if text.has("old", at: old), !text.isLetter(old + 3), old > measured.range.upperBound {
      result.range = measured.range.lowerBound..<old + 3
    } else if text.has("of age", at: next), !text.isLetter(next + 6) {
      result.range = measured.range.lowerBound..<next + 6
    } else {
      return nil
    }
    return made(.age, result)
  }

  /// What makes a number an age in years.
  static let agePhrases = ["yo", "y/o", "y.o.", "y.o", "yr old", "yrs old", "year old", "jahre alt"]
  private static let ageMarks = PhraseTable(agePhrases.map { ($0, 1) })

  /// `87 yo`, `aged 45`.
  private func yearsOld(_ numeral: Numeral) -> QuantityMatch? {
    let next = text.skippingSpaces(from: numeral.range.upperBound)
    var range = numeral.range
    if let mark = MeasureMatcher.ageMarks.match(in: text, at: next), mark.end - next < 5 {
      range = range.lowerBound..<mark.end
    } else if let word = ["aged ", "age "].first(where: { text.has($0, at: range.lowerBound - $0.utf8.count) }),
      !text.isLetter(range.lowerBound - word.utf8.count - 1), unit(at: range.upperBound) == nil,
      numeral.value < ExactDecimal(130), numeral.value.isWhole
    {
      range = range.lowerBound - word.utf8.count..<range.upperBound
    } else {
      return nil
    }
    return QuantityMatch(
      kind: .age, range: range, value: numeral.value, unit: "a", rule: numeral.rule, isAmbiguous: numeral.isAmbiguous)
  }

  // MARK: - Temperatures and doubtful units

  /// Degrees are of heat where words of heat stand near, else of an angle.
  private func degrees(_ measured: Measured) -> QuantityMatch? {
    if measured.numeral.rule == "words" && !matcher.isField { return nil }
    let isHeat = matcher.clause(around: measured.range).contains {
      !text.isLetter($0 - 1) && MeasureMatcher.heat.match(in: text, at: $0) != nil
    }
    return made(isHeat ? .temperature : .dimension, measured)
  }

  private static let heat = PhraseTable(
    [
      "temperature", "temperatures", "thermostat", "temp", "heat", "oven", "fever", "weather", "warm", "warmer", "cold",
      "colder", "cool", "cooler", "hot", "hotter", "freezing", "boil", "boils", "bake", "forecast", "outside",
      "high of",
      "low of", "ac", "thermometer", "heater", "air conditioner", "air conditioning", "preheat", "below zero",
    ].map { ($0, 1) })

  /// Whether a name that is also money or a coin measures here.
  private func isPlausible(_ measured: Measured) -> Bool {
    !(text.has("pound", at: measured.unitStart) && matcher.isMoneyPounds(measured.range, value: measured.value))
  }
}
