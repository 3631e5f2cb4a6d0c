import Testing

@testable import Dedupe

struct FoldedValueTests {
  @Test(arguments: [
    ("Müller-Lüdenscheidt", "muller ludenscheidt"), ("  O'Neill,  Ann. ", "oneill ann"), ("v. 6.0 (2nd)", "v 6.0 2nd"),
    ("Straße", "strasse"), ("№ 7", "7"), ("ΑΘΗΝΑ", "αθηνα"), ("...", ""), ("1996.", "1996"),
  ])
  func `case, accents and punctuation don't count`(_ written: String, _ folded: String) {
    #expect(String(decoding: foldedValue(written.utf8), as: UTF8.self) == folded)
  }
}
