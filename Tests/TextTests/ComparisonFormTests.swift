import Testing
import Text

struct ComparisonFormTests {
  @Test(arguments: [
    ("  Salt\u{A0}and\nWATER. ", "salt and water."), ("ÉCOLE", "e\u{301}cole"), ("ΟΔΟΣ", "οδος"),
    ("İ", "i\u{307}"),
    ("Ｘ", "ｘ"), ("", ""), (" \n", ""),
  ])
  func `is the same for texts that differ in case, white space and composition`(a: String, b: String) {
    #expect(comparisonForm(a) == comparisonForm(b))
    #expect(comparisonForm(a).utf8.elementsEqual(comparisonForm(b).utf8))
  }

  @Test(arguments: [("salt", "salt."), ("resume", "résumé"), ("ab", "a b"), ("1", "2"), ("a", "")])
  func `is another for texts that differ in letters, accents or punctuation`(a: String, b: String) {
    #expect(!comparisonForm(a).utf8.elementsEqual(comparisonForm(b).utf8))
  }

  @Test func `folds once for all`() {
    for text in ["  ǅ Ǆ ", "ΑΣ Σ", "İI", "a\u{200B} \u{FEFF}B", "\u{212B}\u{301}"] {
      let form = comparisonForm(text)
      #expect(comparisonForm(form).utf8.elementsEqual(form.utf8), "\(text)")
    }
  }
}
