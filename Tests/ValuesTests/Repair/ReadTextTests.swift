import Testing

@testable import Values

struct ReadTextTests {
  @Test(arguments: [
    ("", ""), ("plain words", "plain words"), ("  two\t words \n", "two words"), ("e\u{301}te\u{301}", "été"),
    ("no\u{A0}break\u{3000}wide", "no break wide"), ("one\nline", "one line"),
  ])
  func `composes and folds`(written: String, read: String) {
    #expect(readText(written) == ReadText(text: read))
  }

  @Test func `keeps line breaks where asked`() {
    #expect(readText("one \r\n two\n\n three", keepsLineBreaks: true).text == "one\ntwo\nthree")
  }

  @Test(arguments: [
    ("Tom &amp; Lisa", "Tom & Lisa", [ReadText.Repair.references]),
    ("CafÃ© am Fluss", "Café am Fluss", [.mojibake]),
    ("\u{93}quoted\u{94}", "“quoted”", [.controls]),
    ("soft\u{AD}hyphen", "softhyphen", [.invisible]),
    ("5 Î&frac14;g\u{200E}", "5 μg", [.references, .mojibake, .invisible]),
  ])
  func `tells what it repaired`(written: String, read: String, repairs: [ReadText.Repair]) {
    #expect(readText(written) == ReadText(text: read, repairs: repairs))
  }
}
