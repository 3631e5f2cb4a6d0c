import Foundation
import Testing

@testable import Text

private func text(_ decoded: DecodedText) -> String { String(decoding: decoded.utf8, as: UTF8.self) }

/// The text in an encoding of single bytes; characters that it lacks are left out.
func bytes(_ text: String, in encoding: Encoding) -> [UInt8] {
  let table = singleByteScalars(encoding)
  return text.unicodeScalars.compactMap { scalar in
    if scalar.isASCII { return UInt8(scalar.value) }
    return table.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }
}

private func bytes(ofHex text: String) -> [UInt8] {
  let digits = text.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

struct LegacyDetectorTests {
  @Test(arguments: [
    ("Die Flut kommt später zurück, größer als gestern.", [Encoding.windows1252, .macintosh]),
    ("La marée haute arrive à l’aube, le pêcheur préfère déjà rentrer.", [.windows1252]),
    ("Le cœur du phare bat près de la côte, où la mer est agitée.", [.windows1252, .iso8859n15]),
    ("Příliv přichází každý den o něco později než včera, žádný není stejný.", [.windows1250, .iso8859n2]),
    ("Przypływ przychodzi każdego dnia później, łódź czeka w porcie całą noc.", [.windows1250, .iso8859n2]),
    ("A dagály minden nap később jön, a kikötő őre mégis türelmesen vár.", [.windows1250, .iso8859n2]),
    ("Gelgit her gün biraz daha geç başlıyor, balıkçılar kıyıda bekliyor.", [.windows1254]),
    ("Potvynis kasdien ateina vėliau, žvejai laukia uoste iki ryto, tačiau jūra šiandien rami.", [.windows1257]),
    ("Прилив приходит каждый день позже, рыбаки ждут в порту.", [.windows1251, .koi8r, .ibm866, .iso8859n5]),
    ("Прилив приходит каждый день позже, рыбаки ждут в порту.", [.xmaccyrillic]),
    ("Приплив щодня приходить пізніше, рибалки чекають у порту, їхні човни стоять.", [.windows1251, .koi8u]),
    ("Η παλίρροια έρχεται κάθε μέρα αργότερα και οι ψαράδες περιμένουν.", [.windows1253, .iso8859n7]),
    ("הגאות מגיעה בכל יום מאוחר יותר והדייגים ממתינים בנמל", [.windows1255]),
    ("يأتي المد كل يوم في وقت متأخر والصيادون ينتظرون في الميناء", [.windows1256, .iso8859n6]),
    ("น้ำขึ้นช้าลงทุกวัน ชาวประมงรออยู่ที่ท่าเรือ", [.windows874]),
  ])
  func `reads what nothing declares`(sentence: String, encodings: [Encoding]) {
    for encoding in encodings {
      let decoded = decode(bytes(sentence, in: encoding), charsetHint: nil, markup: false)
      #expect(text(decoded) == sentence, "\(encoding)")
      #expect(decoded.rule == .detected)
      #expect(decoded.declared == nil)
    }
  }

  @Test(arguments: [
    (
      "shift_jis",
      "92aa82cc969e82bf88f882ab82cd8c8e82cc97cd82c58b4e82b182e981428d6082cc906c815882cd968893fa82bb82ea82f08ca982c482a282e98142",
      "潮の満ち引きは月の力で起こる。港の人々は毎日それを見ている。"
    ),
    (
      "euc-jp",
      "c4aca4cecbfea4c1b0faa4ada4cfb7eea4cececfa4c7b5afa4b3a4eba1a3b9c1a4cebfcda1b9a4cfcbe8c6fca4bda4eca4f2b8aba4c6a4a4a4eba1a3",
      "潮の満ち引きは月の力で起こる。港の人々は毎日それを見ている。"
    ),
    (
      "gbk",
      "d4c2c1c1b5c4d2fdc1a6c8c3baa3cbaec3bfccecc9cfd5c7bacdcfc2bdb52cced2c3c7d4dad5e2c0efbfb4b5bdb5c4d2b2cac7d2bbd1f9a1a3",
      "月亮的引力让海水每天上涨和下降,我们在这里看到的也是一样。"
    ),
    (
      "big5", "a7daadcca843a4d1b3a3a569a548a662b36fb8ccacdda8ecaefca4f4aabac5dca4c62cbdd0bfefbedca440add3aec9b6a1a143",
      "我們每天都可以在這裡看到海水的變化,請選擇一個時間。"
    ),
    (
      "euc-kr",
      "c0cc20c7d7b1b8bfa1bcadb4c220b8c5c0cf20b9d9b4d9c0c720baafc8adb8a620babc20bcf620c0d6bdc0b4cfb4d92e20bdc3b0a3c0bb20bcb1c5c3c7cfbcbcbfe42e",
      "이 항구에서는 매일 바다의 변화를 볼 수 있습니다. 시간을 선택하세요."
    ),
    ("iso-2022-jp", "1b2442442c244e4b7e2441307a242d1b2842", "潮の満ち引き"),
  ])
  func `reads East Asian text that nothing declares`(encoding: String, hex: String, expected: String) {
    let decoded = decode(bytes(ofHex: hex), charsetHint: nil, markup: false)
    #expect(text(decoded) == expected)
    #expect((decoded.encoding, decoded.rule) == (encoding, .detected))
  }

  @Test(arguments: ["Café", "It’s “fine” — really…", "© 1998 Harbour News", "25 °C at noon", "Müller", "Þetta er gott"])
  func `takes a few foreign bytes for the commonest encoding`(sentence: String) {
    #expect(text(decode(bytes(sentence, in: .windows1252), charsetHint: nil, markup: false)) == sentence)
  }

  @Test func `finds no sense in noise`() {
    var state: UInt64 = 5
    let noise = (0..<3000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 40)
    }
    #expect(detectedEncoding(of: noise, markup: false) == nil)
    let decoded = decode(noise, charsetHint: nil, markup: false)
    #expect((decoded.encoding, decoded.rule) == ("windows-1252", .fallback))
    #expect(detectedEncoding(of: Array("ASCII".utf8), markup: false) == nil)
  }

  @Test func `isn't led astray by English markup around the text`() {
    let words = String(repeating: "<a href='/home' title='Go'>Home page and contact</a>\n", count: 200)
    let page = "<html><script>var x = 'é';</script>" + words + "<p>Прилив приходит позже.</p>" + words
    let decoded = decode(bytes(page, in: .koi8r), charsetHint: nil, markup: true)
    #expect(text(decoded).contains("Прилив приходит позже."))
  }

  @Test(.enabled(if: bench("files.jsonl") != nil))
  func `reads at least 98 in 100 of the bench's undeclared texts exactly`() throws {
    struct Row: Decodable {
      var file: String
      var mode: String
      var bytes: Int
      var text: String
    }
    let rows = try rows("files.jsonl", as: Row.self).filter { $0.mode != "html-meta" && $0.bytes <= 400 }
    let right = try rows.count { row in
      let bytes = Array(try Data(contentsOf: #require(bench(row.file))))
      return text(decode(bytes, charsetHint: nil, markup: row.mode != "text")) == row.text
    }
    #expect(rows.count > 100)
    #expect(right * 100 >= rows.count * 98)
  }
}
