import Testing

@testable import Values

struct HashTableTests {
  @Test func `keeps values through growth`() {
    var table = HashTable<Int>(empty: 0)
    for number in 1...1000 { table.update(TextHash.of("\(number)")) { $0 += number } }
    for number in 1...1000 { #expect(table[TextHash.of("\(number)")] == number) }
    #expect(table[TextHash.of("none")] == nil)
  }

  @Test func `tells orders of words apart`() {
    let (a, b) = (TextHash.of("a"), TextHash.of("b"))
    #expect(TextHash.adding(word: a, to: b) != TextHash.adding(word: b, to: a))
  }
}
