import Dedupe
import Testing

struct WordDifferenceTests {
  private func told(_ first: String, _ second: String) -> String {
    WordDifference(first, second).runs.map { run in
      switch run.side {
      case .both: run.words
      case .first: "[-\(run.words)-]"
      case .second: "[+\(run.words)+]"
      }
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("The team in Oslo, hiring now", "the team in Bergen - hiring NOW", "The team in [-Oslo-] [+Bergen+] hiring now"),
    ("one two three", "one two three", "one two three"),
    ("one two", "", "[-one two-]"),
    ("", "one two", "[+one two+]"),
    ("", "", ""),
    ("a b c d", "b c x d e", "[-a-] b c [+x+] d [+e+]"),
    ("same same same", "same same", "same same [-same-]"),
    ("東京で働く", "大阪で働く", "[-東 京-] [+大 阪+] で 働 く"),
    ("soft\u{AD}ware ÉTÉ", "software été", "soft\u{AD}ware ÉTÉ"),
  ])
  func `tells the words of one, the other and both`(first: String, second: String, wanted: String) {
    #expect(told(first, second) == wanted)
  }

  @Test func `takes long texts that share nothing but their ends for different altogether`() {
    let middle = (0..<2100).map { "a\($0)" }.joined(separator: " ")
    let other = (0..<2100).map { "b\($0)" }.joined(separator: " ")
    #expect(told("x \(middle) y", "x \(other) y") == "x [-\(middle)-] [+\(other)+] y")
  }
}
