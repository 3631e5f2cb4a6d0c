import Testing

@testable import Values

struct ScriptSurveyTests {
  @Test(arguments: [
    ("words", LanguageScript.latin, 5), ("слова and", .cyrillic, 5), ("كلمة", .arabic, 4), ("12", nil, 0),
    ("語", nil, 0),
  ])
  func `counts the letters of the script that has most`(text: String, script: LanguageScript?, letters: Int) {
    let survey = ScriptSurvey(text.unicodeScalars.map(\.value))
    #expect(survey.script == script)
    #expect(survey.letters == letters)
  }

  @Test(arguments: [
    ("λέξη", "el"), ("מילה", "he"), ("東京の天気", "ja"), ("단어", "ko"), ("word 単語", nil), ("word λ", nil), ("中文", nil),
    ("很多人都在這裡", "zh-Hant"),
  ])
  func `tells languages that have a script for themselves`(text: String, tag: String?) {
    let scalars = text.unicodeScalars.map(\.value)
    #expect(ScriptSurvey(scalars).onlyLanguage(scalars) == tag)
  }
}
