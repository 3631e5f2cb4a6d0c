import Normalize
import Testing

struct LanguageColumnTests {
  @Test(arguments: [
    ("EN_gb", "en-GB"), ("de", "de"), ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"), ("sr-Latn", "sr-Latn"),
  ])
  func `writes a tag as it is usual`(written: String, tag: String) {
    #expect(LanguageColumn.outcome(written) == "\(tag) | language.tag")
  }

  @Test(arguments: [
    ("The river has left its bed and found another one, a little further to the west of the old mill.", "en"),
    ("Der Fluss hat sein Bett verlassen und sich ein anderes gesucht, ein wenig westlich der alten Mühle.", "de"),
    ("この川は古い水車の少し西に新しい流れを見つけました。", "ja"),
  ])
  func `finds the language of a text`(text: String, tag: String) {
    #expect(LanguageColumn.outcome(text) == "\(tag) | language.detected | inferred")
  }

  @Test(arguments: ["1234", "x-y-z-1-2-3-4", "?"])
  func `says nothing of what tells nothing`(written: String) {
    #expect(LanguageColumn.outcome(written) == "null | invalid")
  }
}
