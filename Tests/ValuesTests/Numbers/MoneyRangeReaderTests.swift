import Testing
import Values

struct MoneyRangeReaderTests {
  private func summary(_ text: String, locale: String? = nil) -> String? {
    readMoneyRange(text, locale: locale).map { range in
      "\(range.min?.description ?? "-") \(range.max?.description ?? "-") \(range.currency ?? "-") "
        + (range.period?.rawValue ?? "-")
    }
  }

  @Test(arguments: [
    ("$110k–130k/yr", "110000 130000 USD year"), ("€3.100 - €3.600 brut/mois", "3100 3600 EUR month"),
    ("£21 an hour", "21 21 GBP hour"), ("$30/hr - $35/hr", "30 35 USD hour"), ("up to $90k", "- 90000 USD year"),
    ("from £35,000", "35000 - GBP year"), ("$70K+", "70000 - USD year"), ("50-60 k€", "50000 60000 EUR year"),
    ("12-18 LPA", "1200000 1800000 INR year"), ("Rs 6-9 lakhs p.a.", "600000 900000 INR year"),
    ("月給30万円〜", "300000 - JPY month"), ("¥400万～¥600万", "4000000 6000000 JPY year"),
    ("15-25K·13薪", "15000 25000 CNY month"), ("от 90 000 до 120 000 ₽", "90000 120000 RUB month"),
    ("9 000 - 12 000 zł / mies.", "9000 12000 PLN month"), ("CAD 70,000 to 85,000 annually", "70000 85000 CAD year"),
    ("R$ 4.000,00 por mês", "4000 4000 BRL month"), ("salary: 60,000 - 70,000", "60000 70000 - year"),
    ("£300 per day", "300 300 GBP day"), ("$400 a week", "400 400 USD week"), ("$ 90 000,50", "90000.5 90000.5 - -"),
  ])
  func `reads pay, its currency and its period`(text: String, read: String) {
    #expect(summary(text) == read)
  }

  @Test(arguments: [
    "competitive", "401(k) match up to 5%", "$80M ARR company", "Series B, $20M raised", "4 days a week",
    "3+ years of experience", "0.5% - 1% equity", "$3,000 sign-on bonus",
  ])
  func `refuses what is no pay`(text: String) {
    #expect(summary(text) == nil)
  }

  @Test func `says what is usual and not written`() {
    #expect(readMoneyRange("£40k")?.isInferred == true)
    #expect(readMoneyRange("£40k per year")?.isInferred == false)
    #expect(readMoneyRange("$40,000 a year", locale: "en-CA")?.currency == "CAD")
  }
}
