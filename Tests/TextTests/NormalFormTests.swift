import Foundation
import Testing

@testable import Text

struct NormalFormTests {
  @Test func `its quick check never passes what Foundation would change, over all scalars`() {
    var passed = 0
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "e\(scalar)", "e\u{327}\(scalar)"] where isSurelyNFC(text) {
        passed += 1
        let composed = text.precomposedStringWithCanonicalMapping
        if !composed.utf8.elementsEqual(text.utf8) { Issue.record("\(text.unicodeScalars.map(\.value))") }
      }
    }
    #expect(passed > 2_000_000)
  }

  @Test(arguments: [
    ("plain", "plain"), ("e\u{301}", "é"), ("é", "é"), ("\u{212B}", "Å"), ("\u{1100}\u{1161}", "가"),
    ("q\u{307}\u{323}", "q\u{323}\u{307}"), ("x 한국어 😀 ไทย", "x 한국어 😀 ไทย"), ("", ""), ("a\0e\u{301}", "a\0é"),
  ])
  func `composes`(text: String, expected: String) {
    #expect(nfc(text).utf8.elementsEqual(expected.utf8))
  }

  @Test func `most text passes the quick check`() {
    for text in ["Grüße – “so”", "ไทยก็", "नमस्ते", "العَرَبِيَّة", "日本語がび", "😀👍🏽", "Ελλάδα"] {
      #expect(isSurelyNFC(text), "\(text)")
    }
  }
}
