/// Decides which of three numbers is the day, the month and the year.
struct FigureOrder {
  let parts: DateParts
  let context: DateContext

  /// What the figures amount to, and the rule that says so; nil where they are no date.
  func resolve() -> (DateResolution, String, Bool)? {
    guard let figures = parts.figures, parts.months == 0 else { return nil }
    let rule = "date.figures"
    let (a, b, c) = (figures.first, figures.second, figures.third)
    if a.digits == 4 {
      // A date in figures that begins with its year goes on with its month everywhere.
      guard let date = CivilDate(year: a.value, month: b.value, day: c.value), c.digits < 3 else { return nil }
      return (.parts(year: date.year, month: date.month, day: date.day), rule, false)
    }
    let isShort = c.digits != 4
    var candidates: [(order: DateOrder, date: CivilDate)] = []
    for order in isShort ? [DateOrder.dayMonthYear, .monthDayYear, .yearMonthDay] : [.dayMonthYear, .monthDayYear] {
      if let date = date(figures, order), !candidates.contains(where: { $0.date == date }) {
        candidates.append((order, date))
      } else if let date = date(figures, order), order == context.order {
        candidates.removeAll { $0.date == date }
        candidates.append((order, date))
      }
    }
    guard let chosen = choose(candidates, figures) else {
      return candidates.isEmpty ? nil : (.ambiguous, rule, false)
    }
    return (.parts(year: chosen.year, month: chosen.month, day: chosen.day), rule, isShort)
  }

  private func choose(_ candidates: [(order: DateOrder, date: CivilDate)], _ figures: DateFigures) -> CivilDate? {
    if candidates.count < 2 { return candidates.first?.date }
    if !figures.isIrregular, let order = context.order, let own = candidates.first(where: { $0.order == order }) {
      return own.date
    }
    if parts.weekdays != 0 {
      let fitting = candidates.filter { parts.fitsWeekday($0.date) }
      if fitting.count == 1 { return fitting[0].date }
    }
    // Points stand between day, month and year wherever a year comes last.
    guard figures.separator == UInt8(ascii: "."), figures.third.digits == 4, context.order == nil else { return nil }
    return candidates.first { $0.order == .dayMonthYear }?.date
  }

  private func date(_ figures: DateFigures, _ order: DateOrder) -> CivilDate? {
    let (a, b, c) = (figures.first, figures.second, figures.third)
    func year(_ part: DateFigures.Part) -> Int { part.digits == 4 ? part.value : context.fullYear(part.value) }
    guard (order == .yearMonthDay ? a : c).digits != 1 else { return nil }
    return switch order {
    case .dayMonthYear: CivilDate(year: year(c), month: b.value, day: a.value)
    case .monthDayYear: CivilDate(year: year(c), month: a.value, day: b.value)
    case .yearMonthDay: CivilDate(year: year(a), month: b.value, day: c.value)
    }
  }
}
