import Fetch
import Testing

struct MediaTypeTests {
  @Test(
    arguments: [
      ("text/html; charset=UTF-8", "text/html", "UTF-8"), ("Text/HTML;Charset=\"latin1\"", "text/html", "latin1"),
      ("text/html; x=y ; charset = koi8-r", "text/html", "koi8-r"), ("text/plain", "text/plain", nil),
      ("charset=utf-8", "", nil), ("html", "", nil), ("text/html; charset=", "text/html", nil), (nil, "", nil),
    ] as [(String?, String, String?)])
  func `reads type and charset`(header: String?, essence: String, charset: String?) {
    let type = MediaType(header)
    #expect(type.essence == essence)
    #expect(type.charset == charset)
  }
}
