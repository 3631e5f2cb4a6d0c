/// The encodings of the WHATWG Encoding standard that hold text, by their names there in lower case.
enum Encoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case ibm866 = "ibm866"
  case iso8859n2 = "iso-8859-2"
  case iso8859n3 = "iso-8859-3"
  case iso8859n4 = "iso-8859-4"
  case iso8859n5 = "iso-8859-5"
  case iso8859n6 = "iso-8859-6"
  case iso8859n7 = "iso-8859-7"
  case iso8859n8 = "iso-8859-8"
  case iso8859n8i = "iso-8859-8-i"
  case iso8859n10 = "iso-8859-10"
  case iso8859n13 = "iso-8859-13"
  case iso8859n14 = "iso-8859-14"
  case iso8859n15 = "iso-8859-15"
  case iso8859n16 = "iso-8859-16"
  case koi8r = "koi8-r"
  case koi8u = "koi8-u"
  case macintosh = "macintosh"
  case windows874 = "windows-874"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"
  case windows1257 = "windows-1257"
  case windows1258 = "windows-1258"
  case xmaccyrillic = "x-mac-cyrillic"
  case gbk = "gbk"
  case gb18030 = "gb18030"
  case big5 = "big5"
  case eucjp = "euc-jp"
  case iso2022jp = "iso-2022-jp"
  case shiftjis = "shift_jis"
  case euckr = "euc-kr"
  case utf16be = "utf-16be"
  case utf16le = "utf-16le"

  /// The encoding a label stands for, whatever its case and the ASCII white space around it; nil for an unknown one.
  init?(label: String) {
    let trimmed = label.utf8.drop { isWhiteSpace($0) }.reversed().drop { isWhiteSpace($0) }.reversed()
    let name = String(decoding: trimmed.map { (65...90).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    guard let encoding = Encoding.labels[name] else { return nil }
    self = encoding
  }

  private static let labels: [String: Encoding] = {
    var labels: [String: Encoding] = [:]
    for (encoding, names) in table {
      for name in names.split(separator: " ") { labels[String(name)] = encoding }
    }
    return labels
  }()

  /// Each encoding's labels, after the standard's section 4.2 "Names and labels".
  ///
  /// Left out are `x-user-defined` and the labels of its `replacement` encoding, which stand for no text.
  private static let table: [(Encoding, String)] = [
    (.utf8, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"),
    (.ibm866, "866 cp866 csibm866 ibm866"),
    (.iso8859n2, "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"),
    (.iso8859n3, "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"),
    (.iso8859n4, "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"),
    (
      .iso8859n5,
      """
      csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
      """
    ),
    (
      .iso8859n6,
      """
      arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e \
      iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
      """
    ),
    (
      .iso8859n7,
      """
      csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 \
      iso_8859-7 iso_8859-7:1987 sun_eu_greek
      """
    ),
    (
      .iso8859n8,
      """
      csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 \
      iso_8859-8 iso_8859-8:1988 visual
      """
    ),
    (.iso8859n8i, "csiso88598i iso-8859-8-i logical"),
    (.iso8859n10, "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
    (.iso8859n13, "iso-8859-13 iso8859-13 iso885913"),
    (.iso8859n14, "iso-8859-14 iso8859-14 iso885914"),
    (.iso8859n15, "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"),
    (.iso8859n16, "iso-8859-16"),
    (.koi8r, "cskoi8r koi koi8 koi8-r koi8_r"),
    (.koi8u, "koi8-ru koi8-u"),
    (.macintosh, "csmacintosh mac macintosh x-mac-roman"),
    (.windows874, "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"),
    (.windows1250, "cp1250 windows-1250 x-cp1250"),
    (.windows1251, "cp1251 windows-1251 x-cp1251"),
    (
      .windows1252,
      """
      ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 \
      iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252
      """
    ),
    (.windows1253, "cp1253 windows-1253 x-cp1253"),
    (
      .windows1254,
      """
      cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 \
      windows-1254 x-cp1254
      """
    ),
    (.windows1255, "cp1255 windows-1255 x-cp1255"),
    (.windows1256, "cp1256 windows-1256 x-cp1256"),
    (.windows1257, "cp1257 windows-1257 x-cp1257"),
    (.windows1258, "cp1258 windows-1258 x-cp1258"),
    (.xmaccyrillic, "x-mac-cyrillic x-mac-ukrainian"),
    (.gbk, "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"),
    (.gb18030, "gb18030"),
    (.big5, "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
    (.eucjp, "cseucpkdfmtjapanese euc-jp x-euc-jp"),
    (.iso2022jp, "csiso2022jp iso-2022-jp"),
    (.shiftjis, "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"),
    (
      .euckr,
      """
      cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 \
      windows-949
      """
    ),
    (.utf16be, "unicodefffe utf-16be"),
    (.utf16le, "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"),
  ]
}

/// ASCII white space of the HTML standard: tab, line feed, form feed, carriage return, space.
func isWhiteSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
}
