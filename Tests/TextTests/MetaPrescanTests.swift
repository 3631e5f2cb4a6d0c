import Foundation
import Testing

@testable import Text

struct MetaPrescanTests {
  @Test(arguments: [
    ("<meta charset=koi8-r>", "koi8-r"),
    ("<META CharSet = 'ISO-8859-2' >", "iso-8859-2"),
    ("<meta http-equiv=Content-Type content='text/html; charset=big5'>", "big5"),
    ("<meta content='charset = \"big5\"; x' http-equiv=content-type>", "big5"),
    ("<meta charset=utf-16>", "utf-8"),
    ("<meta charset=x-user-defined>", "windows-1252"),
    ("<!-- <meta charset=big5> --><meta charset=koi8-r>", "koi8-r"),
    ("<!--><meta charset=koi8-r>", "koi8-r"),
    ("<p title='<meta charset=big5>'><meta charset=koi8-r>", "koi8-r"),
    ("</p class='>'><meta/charset=koi8-r>", "koi8-r"),
    ("<!doctype html><?php x ?><meta charset=klingon><meta charset=koi8-r>", "koi8-r"),
    ("<meta charset=big5 charset=koi8-r>", "big5"),
    ("<?xml version='1.0' encoding='koi8-r'?><feed/>", "koi8-r"),
    ("<?xml version='1.0' encoding='koi8-r'?><meta charset=big5>", "big5"),
  ])
  func `finds a declaration`(markup: String, name: String) {
    #expect(declaredEncoding(inMarkup: Array(markup.utf8))?.rawValue == name)
  }

  @Test(arguments: [
    "", "<", "<meta", "<meta charset", "<meta charset=", "<meta charset=big5", "<meta charset='big5",
    "<meta content='text/html; charset=big5'>", "<meta http-equiv=refresh content='text/html; charset=big5'>",
    "<metacharset=big5>", "<!-- <meta charset=big5>", "<?xml encoding=big5?>", "<?xml version='1.0'",
    "<a b=\"<meta charset=big5>", "<?xml encoding",
  ])
  func `finds none where none is whole`(markup: String) {
    #expect(declaredEncoding(inMarkup: Array(markup.utf8)) == nil)
  }

  @Test func `looks at 1024 bytes`() {
    let padding = String(repeating: " ", count: 1000)
    #expect(declaredEncoding(inMarkup: Array((padding + "<meta charset=big5>").utf8)) == .big5)
    #expect(declaredEncoding(inMarkup: Array((padding + "      <meta charset=big5>").utf8)) == nil)
  }

  @Test func `heeds a later declaration where the bytes aren't UTF-8`() {
    let padding = String(repeating: " ", count: 2000)
    let page = Array((padding + "<meta charset=koi8-r>").utf8)
    #expect(decode(page + [0xE4], charsetHint: nil, markup: true).encoding == "koi8-r")
    #expect(decode(page + [0xE4], charsetHint: nil, markup: false).encoding == "windows-1252")
    #expect(decode(page, charsetHint: nil, markup: true).rule == .utf8)
  }

  @Test func `knows UTF-16 markup by its first signs`() {
    #expect(declaredEncoding(inMarkup: [0x3C, 0, 0x3F, 0, 0x78, 0]) == .utf16le)
    #expect(declaredEncoding(inMarkup: [0, 0x3C, 0, 0x3F, 0, 0x78]) == .utf16be)
  }

  @Test(.enabled(if: bench("html5lib_prescan.jsonl") != nil))
  func `agrees with the html5lib tests`() throws {
    struct Row: Decodable {
      var id: String
      var expected: String
      var data: String?
      var hex: String?
      enum CodingKeys: String, CodingKey {
        case id, expected, data
        case hex = "data_hex"
      }
    }
    let rows = try rows("html5lib_prescan.jsonl", as: Row.self)
    #expect(rows.count > 40)
    for row in rows {
      let bytes = row.data.map { Array($0.utf8) } ?? unhex(row.hex ?? "")
      let decoded = decode(bytes, charsetHint: nil, markup: true)
      // The tests' pages are ASCII, to which a declaration after the first bytes makes no difference here.
      let late = declaredEncoding(inMarkup: bytes, within: bytes.count)?.rawValue ?? "windows-1252"
      let found = decoded.rule == .bom || decoded.rule == .meta ? decoded.encoding : late
      #expect(found == row.expected, "\(row.id)")
    }
  }
}

private func unhex(_ text: String) -> [UInt8] {
  let digits = text.compactMap { $0.hexDigitValue.map(UInt8.init) }
  return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
