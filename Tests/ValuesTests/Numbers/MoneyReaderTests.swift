import Testing
import Values

struct MoneyReaderTests {
  @Test(arguments: [
    ("7.499,00 €", "7499", "EUR", "€"), ("1 250 Kč", "1250", "CZK", "Kč"), ("CHF 2'345.50", "2345.5", "CHF", "CHF"),
    ("₹3,00,000", "300000", "INR", "₹"), ("A$ 20", "20", "AUD", "A$"), ("SGD$4.50", "4.5", "SGD", "SGD"),
    ("$20.00 NZD", "20", "NZD", "NZD"), ("48€ 50", "48.5", "EUR", "€"), ("15,- zł", "15", "PLN", "zł"),
    ("KD 1.250", "1.25", "KWD", "KD"), ("Was £30.00", "30", "GBP", "£"), ("700円", "700", "JPY", "円"),
    ("2.5 million USD", "2500000", "USD", "USD"), ("-€5.00", "-5", "EUR", "€"), ("(€5.00)", "-5", "EUR", "€"),
    ("four euros and twenty cents", "4.2", "EUR", "euros"), ("12 MEUR", "12000000", "EUR", "MEUR"),
    ("£20.00 GBP", "20", "GBP", "£"), ("R2,499", "2499", "ZAR", "R"), ("4억 2천만 원", "420000000", "KRW", "원"),
    ("5.000 ₫", "5000", "VND", "₫"), ("10 to 20 €", "10", "EUR", "€"),
  ])
  func `reads amount, currency and its sign`(text: String, amount: String, currency: String, symbol: String) {
    let read = readMoney(text)
    #expect(read?.amount?.description == amount)
    #expect(read?.currency == currency)
    #expect(read?.symbol == symbol)
  }

  @Test func `names a shared sign's currency only by evidence`() {
    #expect(readMoney("$5")?.currency == nil)
    #expect(readMoney("$5", locale: "en-AU")?.currency == "AUD")
    #expect(readMoney("$5", currencyHint: "CAD")?.currency == "CAD")
    #expect(readMoney("500 kr", locale: "da")?.currency == "DKK")
    #expect(readMoney("500 kr")?.currency == nil)
  }

  @Test func `takes the sign from the hint where the text has none`() {
    #expect(readMoney("1.250", currencyHint: "Preis in €")?.symbol == "€")
    #expect(readMoney("12.50", currencyHint: "Rabatt")?.symbol == nil)
  }

  @Test(arguments: ["40% off", "15.08.2026", "call us", "", "orders $60+."])
  func `finds no amount where no price stands`(text: String) {
    #expect(readMoney(text)?.amount == nil)
  }

  @Test func `reads free as nothing to pay`() {
    #expect(readMoney("Gratis!")?.amount == .zero)
    #expect(readMoney("free shipping from Monday")?.amount == nil)
  }

  @Test func `takes three digits behind the only separator for thousands and says so`() {
    #expect(readMoney("1.500 €")?.amount?.description == "1500")
    #expect(readMoney("1.500 €")?.isAmbiguous == true)
  }
}
