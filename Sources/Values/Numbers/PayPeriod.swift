/// The time that a wage is paid for.
package enum PayPeriod: String, Hashable, Sendable, CaseIterable {
  case hour, day, week, month, year
}

extension PayPeriod {
  /// The first period named in the parts of a text, those parts first that stand earlier in the list.
  static func find(in text: WrittenText, parts: [Range<Int>]) -> PayPeriod? {
    for part in parts {
      for offset in part where !(text.isLetter(offset) && text.isLetter(offset - 1)) {
        if let found = names.match(in: text, at: offset), found.end <= part.upperBound { return allCases[found.value] }
      }
    }
    return nil
  }

  /// Whether a phrase that names a period starts at an offset, and where it ends.
  static func end(in text: WrittenText, at offset: Int) -> Int? { names.match(in: text, at: offset)?.end }

  private static let spellings: [(PayPeriod, String)] = [
    (
      .hour,
      """
      /hr|/hour|/h|/hrs|per hour|per hr|an hour|hourly|p/h|ph|p.h.|pro stunde|/std|/std.|/stunde|stundenlohn\
      |par heure|de l'heure|/heure|por hora|/hora|la hora|all'ora|/ora|per uur|/uur|uurloon|na godzinę|/godz|\
      /godz.|godzinowo|za hodinu|/hod|/hod.|в час|за час|/час|per timme|i timmen|/tim|時給|时薪|時薪|/小时|/小時|/時|每小时|시급
      """
    ),
    (
      .day,
      """
      /day|/d|per day|a day|daily|p/d|pd|per diem|day rate|pro tag|/tag|tagessatz|par jour|/jour|por día|por dia|/día|/dia|\
      al giorno|/giorno|per dag|/dag|dziennie|/dzień|za den|/den|в день|за смену|日給|日薪|/天|/日|每天|일급
      """
    ),
    (
      .week,
      """
      /week|/wk|per week|per wk|a week|weekly|p/w|pw|p.w.|pro woche|/woche|par semaine|/semaine|por semana|/semana|\
      a la semana|alla settimana|per settimana|/settimana|tygodniowo|за неделю|в неделю|週給|周薪|/周|/週|주급
      """
    ),
    (
      .month,
      """
      /month|/mo|/mo.|/mth|per month|a month|monthly|p/m|pm|p.m.|pcm|pro monat|/monat|monatlich|im monat|\
      monatsgehalt|par mois|/mois|mensuel|mensuels|al mes|/mes|mensual|mensuales|por mes|por mês|/mês|mensal|mensais|\
      ao mês|al mese|/mese|mensili|per maand|/maand|/mnd|p.m|miesięcznie|/mies|/mies.|mies.|miesiąc|na miesiąc|/mc|/miesiąc|\
      měsíčně|/měs|/měs.|/měsíc|za měsíc|в месяц|/мес|/мес.|мес.|на місяць|/міс|per månad|/mån|/mån.|i månaden|per måned|\
      /md|kk|kuukaudessa|aylık|/ay|havonta|/hó|月給|月薪|月収|/月|每月|薪|월급
      """
    ),
    (
      .year,
      """
      /yr|/yr.|/year|/y|/annum|per year|per yr|per annum|p.a.|p.a|pa|/pa|a year|an annum|yearly|annual|annually|\
      annum|pro jahr|/jahr|jährlich|im jahr|jahresgehalt|jahresbrutto|brutto/jahr|par an|/an|annuel|annuels|\
      l'an|brut annuel|al año|/año|anual|anuales|anuais|por año|por ano|/ano|ao ano|all'anno|/anno|annui|annuo|annua|ral|\
      per jaar|/jaar|p/j|rocznie|/rok|ročně|в год|/год|per år|/år|årligen|yıllık|ote|lpa|ctc|年収|年薪|年俸|/年|每年|연봉
      """
    ),
  ]

  private static let names = PhraseTable(
    spellings.flatMap { period, names in
      let place = allCases.firstIndex(of: period) ?? 0
      return names.split(separator: "|").flatMap { name in
        [(String(name), place)] + (name.hasPrefix("/") ? [("/ " + name.dropFirst(), place)] : [])
      }
    })
}
