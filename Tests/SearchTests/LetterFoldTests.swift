import Foundation
import GRDB
import Testing

@testable import Search

/// What SQLite's own tokenizer makes of a text must be what is ranked by.
@Suite struct LetterFoldTests {
  /// The terms that SQLite indexes of a text, sorted.
  private func indexed(_ text: String) throws -> [String] {
    let queue = try DatabaseQueue()
    return try queue.write { db in
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='porter unicode61 remove_diacritics 2');
          CREATE VIRTUAL TABLE terms USING fts5vocab(texts, 'row');
          """)
      try db.execute(sql: "INSERT INTO texts VALUES (?)", arguments: [indexedText(text, language: nil) ?? text])
      return try String.fetchAll(db, sql: "SELECT term FROM terms ORDER BY term")
    }
  }

  /// The terms that are ranked by, sorted.
  private func read(_ text: String) -> [String] {
    var scanner = WordScanner(text)
    var terms: Set<[UInt8]> = []
    while scanner.next() { terms.insert(stemmed(scanner.word)) }
    return terms.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    "The committees were possibly relying on agreed, hopping and controlled generalizations of easily sized biology.",
    "Crème brûlée, naïve façade, Ångström, São Tomé, Łódź, Dvořák, Tiếng Việt, İstanbul, œuvre, Straße, þing",
    "Ελληνικά Σίσυφος, Русский язык й ё, 日本語の文 2026年, 한국어, ภาษาไทย น้ำ, ភាសាខ្មែរ, ဘာသာ, 𠮷野家, ﾃｽﾄ, e\u{301}te\u{301} cafe\u{301}",
    "COVID-19 (SARS-CoV-2): 3.5% of 1,204 cases; H5N1, β-lactam, 10⁻³ µg, ½ cup, tie😀dye, a_b, don't, l’été",
  ])
  func `words are folded and stemmed as SQLite does it`(_ text: String) throws {
    #expect(try indexed(text) == read(text))
  }

  @Test func `every Latin letter is folded as SQLite does it`() throws {
    let words = (UInt32(0xC0)...0x24F).compactMap { Unicode.Scalar($0) }.map { "\(String($0.value, radix: 26))q\($0)q" }
    let text = words.joined(separator: " ")
    let different = Set(try indexed(text)).symmetricDifference(read(text))
    // A few letters have come to Unicode, or got a lower case, after SQLite's table was made.
    #expect(different.count <= 24, "\(different.sorted())")
  }
}
