import Testing

@testable import Text

struct LegacySampleTests {
  private func sample(_ text: String, markup: Bool) -> (words: String, ascii: String) {
    let sample = LegacySample(of: bytes(text, in: .windows1252), markup: markup)
    let words = sample.bytes.map { Unicode.Scalar($0) }.reduce(into: "") { $0.unicodeScalars.append($1) }
    return (words, String(decoding: sample.asciiWords, as: UTF8.self))
  }

  @Test func `keeps words beyond ASCII apart from the others`() {
    let found = sample("The café of 1990, chez José", markup: false)
    #expect(found.words == " café José")
    #expect(found.ascii == " The of chez")
  }

  @Test func `passes over tags, scripts and styles`() {
    let page = "<p title='é'>à</p><SCRIPT>var ü</SCRIPT><style>ß</style><!-- ö --> a < b ñ"
    #expect(sample(page, markup: true).words == " à ñ")
    #expect(sample("<p title='é'>", markup: true).words == " 'é'")
  }

  @Test func `stays within its size`() {
    let long = String(repeating: "é ", count: 9000)
    #expect(LegacySample(of: bytes(long, in: .windows1252), markup: false).bytes.count <= LegacySample.size + 2)
    let word = String(repeating: "é", count: 9000)
    #expect(LegacySample(of: bytes(word, in: .windows1252), markup: false).bytes.count <= LegacySample.size + 1)
  }

  @Test(arguments: ["<", "<script>é", "<p é", "é<", "</"])
  func `ends with a text that ends inside markup`(page: String) {
    #expect(sample(page, markup: true).words.count <= page.count + 1)
  }
}
