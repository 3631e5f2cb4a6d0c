import Testing

@testable import Text

struct UndeclaredISO2022JPTests {
  @Test func `knows ISO-2022-JP by its escapes`() {
    #expect(isISO2022JP(Array("a\u{1B}$BF|\u{1B}(Bb".utf8)))
    #expect(isISO2022JP(Array("\u{1B}[0m\u{1B}(I1\u{1B}(B".utf8)))
    #expect(!isISO2022JP(Array("\u{1B}[31mred\u{1B}[0m".utf8)))
    #expect(!isISO2022JP(Array("\u{1B}".utf8)))
    #expect(!isISO2022JP(Array("é\u{1B}$B".utf8)))
  }
}
