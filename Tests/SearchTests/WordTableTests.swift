import Testing

@testable import Search

@Suite struct WordTableTests {
  @Test func `words are numbered as they come, and found again however many there are`() {
    var table = WordTable()
    let words = (0..<10_000).map { Array("w\($0)".utf8) }
    for (number, word) in words.enumerated() { #expect(table.number(of: word) == number) }
    for (number, word) in words.enumerated() { #expect(table.number(of: word) == number) }
    #expect(table.count == 10_000)
    #expect(Array(table[77]) == words[77])
  }
}
