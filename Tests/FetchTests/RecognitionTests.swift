import Fetch
import Records
import Testing

struct RecognitionTests {
  @Test(arguments: [
    ("a.html", "no tag at all", Document.Kind.html), ("A.HTM", "x", .html), ("a.xhtml.gz", "x", .html),
    ("a.shtml", "x", .html),
    ("a.txt", "words", .text), ("a", "words", .text), ("a", "", .text), ("a", "1 < 2 and <b", .text),
    ("a", "<!DOCTYPE html><p>x", .html), ("a", "  \n\t<html lang=en>", .html), ("a", "<!doctype HTML", .html),
    ("a", "<!-- one --> <!-- two -->\n<HEAD>", .html), ("a", "<!-- never closed", .html), ("a.txt", "<body>", .html),
    ("a", "\u{FEFF}<title>", .html), ("a", "<p class=x>", .html), ("a", "<pre>", .text), ("a.html.txt", "words", .text),
    ("a", "<!-- x --> words", .text), ("html", "words", .text),
  ])
  func `tells pages from texts by name and first tag`(name: String, text: String, kind: Document.Kind) {
    #expect(recognise(name: name, bytes: Array(text.utf8)) == kind)
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 255)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [true, false])
  func `knows UTF-16 with and without a byte order mark`(bigEndian: Bool) {
    let page = "<!DOCTYPE html>\n<title>Tides and the moon</title>"
    let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    #expect(recognise(name: "a", bytes: mark + utf16(page, bigEndian: bigEndian)) == .html)
    #expect(recognise(name: "a", bytes: utf16(page, bigEndian: bigEndian)) == .html)
    #expect(recognise(name: "a", bytes: utf16("Tides and the moon", bigEndian: bigEndian)) == .text)
    // A letter whose low byte is NUL, as in U+0100, doesn't hide it.
    let mixed = utf16("The moon pulls the sea, and Āll the shores with it", bigEndian: bigEndian)
    #expect(recognise(name: "a", bytes: mixed) == .text)
    #expect(recognise(name: "a", bytes: utf16("Прилив и отлив", bigEndian: bigEndian)) == .text)
  }

  @Test(arguments: ["a.html", "a.txt", "a"])
  func `refuses binary files whatever they are called`(name: String) {
    let image: [UInt8] =
      [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
        8, 6,
      ]
      + (0..<200).map { UInt8(truncatingIfNeeded: $0 * 37) }
    let archive = [0x50, 0x4B, 3, 4, 0x14, 0, 0, 0, 8, 0] + (0..<300).map { UInt8(truncatingIfNeeded: $0 * 91 + 7) }
    #expect(recognise(name: name, bytes: image) == nil)
    #expect(recognise(name: name, bytes: archive) == nil)
    #expect(recognise(name: name, bytes: [UInt8](repeating: 0, count: 512)) == nil)
    let numbers: [UInt8] = (0..<800).map { $0 % 4 == 0 ? UInt8(65 + $0 % 26) : 0 }
    #expect(recognise(name: name, bytes: numbers) == nil)
  }

  @Test func `forgives a page some stray NULs and bytes of old encodings`() {
    let page = Array("<html><body>".utf8) + [0] + [UInt8](repeating: 0xE9, count: 300) + [0x1B, 9, 12]
    #expect(recognise(name: "a", bytes: page) == .html)
  }

  @Test func `allows a page control characters that a plain text may not have`() {
    let controls: [UInt8] = Array(1...8) + [11] + Array(14...26) + Array(28...31)
    let rest = Array("<p>Tides follow the moon, and the harbour follows the tides.</p>".utf8)
    #expect(recognise(name: "a.html", bytes: Array("<!DOCTYPE html><body>".utf8) + controls + rest) == .html)
    #expect(recognise(name: "a.html", bytes: controls + rest) == nil)
  }

  @Test(
    arguments: [
      ("tides.json", "{\"high\": 4.1}", DataFormat.json, Document.Kind.json),
      ("tides.JSONL.gz", "{}\n{}", .jsonLines, .jsonLines), ("tides.json", "{}\n\n{\"a\": 1}", .jsonLines, .jsonLines),
      ("tides", "{\"a\": 1}\n{\"a\": 2", .jsonLines, .jsonLines), ("tides.json", "{\n\"a\": 1}", .json, .json),
      ("tides.csv", "port,high\nCork,4.1", .csv, .csv), ("tides.TSV.gz", "port", .csv, .csv),
      ("tides", "[1, 2]", .json, .json),
      ("tides.html", " {\"not\": \"html\"} ", .json, .json), ("feed.xml", "<rss></rss>", .feed, .feed),
      ("feed.rss", "<?xml version=\"1.0\"?><!-- a --><!DOCTYPE r><atom:feed/>", .feed, .feed),
      ("feed", "<?xml version=\"1.0\"?>\n<rdf:RDF>", .feed, .feed), ("tides.xml", "<tides><rss/></tides>", .xml, nil),
      ("tides", "<?xml version=\"1.0\"?><tides/>", .xml, nil),
    ] as [(String, String, DataFormat, Document.Kind?)])
  func `takes data for no prose and knows its format`(
    name: String, text: String, format: DataFormat, kind: Document.Kind?
  ) {
    #expect(dataFormat(name: name, bytes: Array(text.utf8)) == format)
    #expect(recognise(name: name, bytes: Array(text.utf8)) == kind)
  }

  @Test(arguments: [
    ("tides.txt", "{\"high\": 4.1}", Document.Kind.text), ("tides", "[Listen] to the tides", .text),
    ("tides.html", "{{ tides }}", .html), ("tides.xml", "<!DOCTYPE html><p>Tides", .html),
    ("tides", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>", .html),
    ("tides.xhtml", "<?xml version=\"1.0\"?><html/>", .html),
  ])
  func `does not take prose for data`(name: String, text: String, kind: Document.Kind) {
    #expect(dataFormat(name: name, bytes: Array(text.utf8)) == nil)
    #expect(recognise(name: name, bytes: Array(text.utf8)) == kind)
  }
}
