import Testing

@testable import Values

struct MojibakeRepairTests {
  @Test(arguments: [
    ("windows-1252", "Die BrÃ¼cke Ã¼ber den FluÃŸ ist schÃ¶n.", "Die Brücke über den Fluß ist schön."),
    ("windows-1252", "â€œTrÃ¨s bienâ€\u{9D} â€“ dÃ©jÃ\u{A0} vu", "“Très bien” – déjà vu"),
    ("windows-1250", "PĹ™Ă\u{AD}liĹˇ ĹľluĹĄouÄŤkĂ˝ kĹŻĹ\u{88}", "Příliš žluťoučký kůň"),
    ("windows-1251", "РџРѕРіРѕРґР° СЃРµРіРѕРґРЅСЏ С…РѕСЂРѕС€Р°СЏ", "Погода сегодня хорошая"),
    ("windows-1253", "Ξ\u{9A}Ξ±Ξ»Ξ·ΞΌΞ\u{AD}Ο\u{81}Ξ± ΟƒΞµ Ο\u{8C}Ξ»ΞΏΟ…Ο‚", "Καλημέρα σε όλους"),
    ("windows-1257", "Å½Ä…sys skrido ÄÆ pietus, vÄ—jas pÅ«tÄ—", "Žąsys skrido į pietus, vėjas pūtė"),
    ("iso-8859-2", "ZaĹźĂłĹ\u{82}Ä\u{87} gÄ\u{99}Ĺ\u{9B}lÄ\u{85} jaĹşĹ\u{84}", "Zażółć gęślą jaźń"),
    ("macintosh", "Le ch√¢teau pr√®s du march√©", "Le château près du marché"),
    ("ibm437", "├ëlan et cr├¿me br├╗l├⌐e", "Élan et crème brûlée"),
    ("ibm850", "Gar├ºon, o├╣ est le caf├® ?", "Garçon, où est le café ?"),
    ("ibm866", "╨Ф╨╛╨╢╨┤╤М ╨╕╨┤╤С╤В ╨▓╨╡╤Б╤М ╨┤╨╡╨╜╤М", "Дождь идёт весь день"),
    ("windows-1256", "ظ…ط±ط\u{AD}ط¨ط§ ط¨ط§ظ„ط¹ط§ظ„ظ…", "مرحبا بالعالم"),
    ("windows-1255", "׳©׳\u{9C}׳•׳\u{9D} ׳\u{9C}׳›׳•׳\u{9C}׳\u{9D}", "שלום לכולם"),
    ("windows-874", "เธชเธงเธฑเธชเธ”เธต", "สวัสดี"),
    ("koi8-r", "п║п╫п╣пЁ п╡я▀п©п╟п╩ п╫п╬я┤я▄я▌", "Снег выпал ночью"),
  ])
  func `undoes a reading of UTF-8 in another encoding`(encoding: String, written: String, meant: String) {
    #expect(repairedText(written) == RepairedText(text: meant, layers: [encoding]))
  }

  @Test func `undoes several readings, one after the other`() {
    let written = "Der KÃƒÂ¤se aus der Schweiz Ã¢â‚¬â€œ lecker"
    let repaired = repairedText(written)
    #expect(repaired.text == "Der Käse aus der Schweiz – lecker")
    #expect(repaired.layers == ["windows-1252", "windows-1252"])
  }

  @Test(arguments: [
    ("gÃ©nial et dÃ©jÃ  vu – enfin", "génial et déjà vu – enfin"),
    ("Ã quelle heure, dit-il", "à quelle heure, dit-il"),
    ("as flores Ã s vezes sÃ£o belas", "as flores às vezes são belas"),
    ("VeÄ�er u sobi", "Ve�er u sobi"),
    ("gut \u{ED}\u{A0}\u{BD}\u{ED}\u{B8}\u{80} so", "gut 😀 so"),
    ("costs Â£5 at 20Â°C, Â© Example", "costs £5 at 20°C, © Example"),
  ])
  func `repairs what has lost bytes on its way`(written: String, meant: String) {
    #expect(repairedText(written).text == meant)
  }

  @Test(arguments: [
    "", "plain ASCII", "Zoë – naïve café, “quoted” …", "PÃO E AÇÚCAR", "L I M Ã O", "VOCÊ…", "CAFÉ®", "CITÉ’S", "ÀÉÎ",
    "10 × 20 €", "‘Ā’ and ‘ø’", "5×£35", "√π ≈ 1.77", "Её ёж и ещё", "Αυτό «εδώ»", "»SCHÖN«", "日本語 Å", "Ħ™",
    "Łódź – „miasto”", "ЉУБАВЂ", "öäü ÖÄÜ ß", "( ¬_¬ )", "¡Qué SÉ¡",
  ])
  func `leaves alone what people write`(text: String) {
    #expect(repairedText(text) == RepairedText(text: text))
  }

  @Test func `leaves alone what is too muddled to be repaired`() {
    let text = "ãƒâ€šã‚â ã†â€™ãƒâ€ ã¢â‚¬â„¢ãƒæ’ã‚â¢ãƒâ¢ã¢â‚¬å¡"
    #expect(repairedText(text).text == text)
  }
}
