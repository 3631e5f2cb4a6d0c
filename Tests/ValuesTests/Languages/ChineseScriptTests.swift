import Testing

@testable import Values

struct ChineseScriptTests {
  @Test(arguments: [("我们学习汉语", "zh-Hans"), ("我們學習漢語", "zh-Hant"), ("你好", "zh"), ("", "zh")])
  func `tells simplified from traditional writing`(text: String, tag: String) {
    #expect(chineseTag(text.unicodeScalars.map(\.value)) == tag)
  }
}
