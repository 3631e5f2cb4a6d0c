extension MeasureMatcher {
  /// How many of the second unit make one of the first.
  private static let parts: [String: [(code: String, count: Int)]] = [
    "[ft_i]": [("[in_i]", 12)], "[lb_av]": [("[oz_av]", 16)], "m": [("cm", 100)], "kg": [("g", 1000)],
    "h": [("min", 60), ("s", 3600)], "min": [("s", 60)], "a": [("mo", 12)], "d": [("h", 24), ("min", 1440)],
    "wk": [("d", 7)],
  ]

  /// Adds the smaller units that follow: `5 ft 2 in` in feet, `1 hour 30 minutes` in minutes.
  func joined(_ first: Measured) -> Measured {
    guard let parts = MeasureMatcher.parts[first.unit.code], text.isLetter(first.range.upperBound - 1) else {
      return first
    }
    var start = text.skippingSpaces(from: first.range.upperBound)
    if text.has("and ", at: start) { start = text.skippingSpaces(from: start + 4) }
    if text.has(", ", at: start) { start += 2 }
    guard text.isDigit(start) || text.isLetter(start),
      let numeral = NumeralReader(text: text, style: matcher.style).read(at: start),
      let second = smaller(numeral, than: first), let part = parts.first(where: { $0.code == second.unit.code }),
      second.value < ExactDecimal(part.count)
    else { return first }
    return sum(first, second, part.count)
  }

  private func smaller(_ numeral: Numeral, than first: Measured) -> Measured? {
    if first.unit.code == "[ft_i]" {
      let start = text.skippingSpaces(from: numeral.range.upperBound)
      if text.has("in", at: start), !text.isLetter(start + 2) {
        return Measured(
          range: numeral.range.lowerBound..<start + 2, value: numeral.value, unit: MeasureMatcher.inch,
          unitStart: start,
          numeral: numeral)
      }
    }
    return measured(numeral)
  }

  private func sum(_ first: Measured, _ second: Measured, _ count: Int) -> Measured {
    var result = first
    result.range = first.range.lowerBound..<second.range.upperBound
    result.isCompound = true
    if first.unit.kind == .duration, let whole = first.value.multiplied(by: ExactDecimal(count)),
      let value = whole.adding(second.value)
    {
      (result.value, result.unit) = (value, second.unit)
      return joined(result)
    }
    guard let share = second.value.divided(by: ExactDecimal(count)), let value = first.value.adding(share) else {
      return first
    }
    result.value = value
    return result
  }
}
