import Testing
import Values

struct QuantityScannerTests {
  private func found(_ text: String, _ kinds: Set<QuantityKind> = QuantityScanner.measured) -> [String] {
    let utf8 = Array(text.utf8)
    return findQuantities(in: utf8, locale: "en", kinds: kinds).map { quantity in
      let part = String(decoding: utf8[quantity.range], as: UTF8.self)
      return "\(quantity.kind) \(part) = \(quantity.value?.description ?? "-") \(quantity.unit ?? "-")"
    }
  }

  @Test(arguments: [
    ("They paid $ 3.5 million for it.", "currency $ 3.5 million = 3500000 $"),
    ("It took four dollars and twenty cents.", "currency four dollars and twenty cents = 4.2 $"),
    ("a budget of 12 MEUR", "currency 12 MEUR = 12000000 EUR"),
    ("worth half a million euros", "currency half a million euros = 500000 EUR"),
    ("a $5-8 million deal", "currency $5 = 5000000 $"),
    ("prix : 1 250 € net", "currency 1 250 € = 1250 EUR"),
    ("the nine-mile road", "dimension nine-mile = 9 [mi_i]"),
    ("he is 6 feet and 3 inches tall", "dimension 6 feet and 3 inches = 6.25 [ft_i]"),
    ("add 1 1/2 cups of flour", "dimension 1 1/2 cups = 1.5 [cup_us]"),
    ("at 30 miles an hour", "dimension 30 miles an hour = 30 [mi_i]/h"),
    ("the load is 15 (kg)", "dimension 15 (kg) = 15 kg"),
    ("turn by 60 degrees", "dimension 60 degrees = 60 deg"),
    ("the oven was at 200 degrees", "temperature 200 degrees = 200 deg"),
    ("about 21.5 degrees celsius", "temperature 21.5 degrees celsius = 21.5 Cel"),
    ("a 7 year old house", "age 7 year old = 7 a"),
    ("an 81 yo man", "age 81 yo = 81 a"),
    ("minus four percent", "percentage minus four percent = -4 %"),
    ("grew 3.5 % last year", "percentage 3.5 % = 3.5 %"),
    ("it took half an hour", "duration half an hour = 0.5 h"),
    ("refunded -$20 today", "currency -$20 = -20 $"),
    ("lasted two hours ten minutes", "duration two hours ten minutes = 130 min"),
    ("la température est de −5 °C", "temperature −5 °C = -5 Cel"),
  ])
  func `finds the quantity of a sentence`(text: String, quantity: String) {
    #expect(found(text) == [quantity])
  }

  @Test(arguments: [
    "The COVID-19 wave and IL-6 levels.", "An F-16 and a Boeing 737-800 flew.", "See v2.3.1 and 3.2.1.",
    "Chapter 7 of Apollo 11",
    "At 10:30 on 2026-03-05, or 05/03/2026.", "Call 555-010-2345.", "192.168.0.1 and ISO 9001", "The 1990s and the 80s",
    "ALL 70 of us lost the pen 7 times.", "until 6pm or 11 pm", "2002 in-house projects", "one \"degraded\" area",
    "model L-202",
    "together for 2 in April", "thousands of people", "I'm a man.", "4 . 8 %",
  ])
  func `leaves names, dates and versions alone`(text: String) {
    #expect(found(text) == [])
  }

  @Test func `tells pounds of money from pounds of weight`() {
    #expect(found("She paid 20 pounds.") == ["currency 20 pounds = 20 GBP"])
    #expect(found("The parcel is 20 pounds.") == ["dimension 20 pounds = 20 [lb_av]"])
  }

  @Test func `finds numbers and ordinals when asked`() {
    #expect(
      found("the twenty-first of 300 boxes", [.number, .ordinal]) == [
        "ordinal twenty-first = 21 -", "number 300 = 300 -",
      ])
    #expect(found("3 hundred and 2 hundred", [.number]) == ["number 3 hundred = 300 -", "number 2 hundred = 200 -"])
    #expect(found("On Windows 11 there are 5 themes", [.number]) == ["number 5 = 5 -"])
  }

  @Test func `finds units without a number when asked`() {
    let found = findQuantities(in: "convert 8 celsius to fahrenheit", kinds: [.temperature], bareUnits: true)
    #expect(found.map(\.value) == [ExactDecimal(8), nil])
    #expect(found.map(\.unit) == ["Cel", "[degF]"])
  }

  @Test func `counts bytes of the text as given, however long`() {
    let filler = String(repeating: "Größe und Maß – “ohne Zahl”. ", count: 200)
    let text = filler + "Das wiegt 5 kg." + filler + "Und 7 km."
    let utf8 = Array(text.utf8)
    let parts = findQuantities(in: utf8, locale: "de").map { String(decoding: utf8[$0.range], as: UTF8.self) }
    #expect(parts == ["5 kg", "7 km"])
  }

  @Test func `goes over any bytes`() {
    var state: UInt64 = 7
    let alphabet = Array("0123456789 .,-$€%'\"/:kmhoneaf½万".utf8) + [0xC2, 0xE2, 0xD9, 0xFF]
    for _ in 0..<400 {
      let bytes = (0..<200).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      var floor = 0
      for quantity in findQuantities(in: bytes, kinds: Set(QuantityKind.allCases), bareUnits: true) {
        #expect(quantity.range.lowerBound >= floor && quantity.range.upperBound <= bytes.count)
        floor = quantity.range.upperBound
      }
    }
  }
}
