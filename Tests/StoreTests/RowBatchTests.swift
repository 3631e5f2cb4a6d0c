import Records
import Testing

@testable import Store

struct RowBatchTests {
  @Test(arguments: [
    ("tide", RowBatch.Cell.Kind.plainText), ("salt and water", .plainText), ("é", .plainText), ("-1", .plainText),
    ("", .text), (" a", .text), ("a ", .text), ("a,b", .text), ("a;b", .text), ("a\"b", .text), ("a\\b", .text),
    ("a\nb", .text), ("a\tb", .text), ("a\u{7F}b", .text), (String(repeating: "a", count: 100) + ",", .text),
  ])
  func `tells texts that need no care`(text: String, kind: RowBatch.Cell.Kind) {
    var batch = RowBatch(width: 1)
    batch.append(.text("before"))
    batch.append(.text(text))
    #expect(batch.cells[1].kind == kind)
    #expect(String(decoding: batch.text(batch.cells[1]), as: UTF8.self) == text)
  }

  @Test func `holds every kind of value in rows`() {
    var batch = RowBatch(width: 2)
    for value: Value in [.null, .integer(-1), .real(0.5), .boolean(true)] { batch.append(value) }
    #expect(batch.count == 2)
    #expect(batch.cells.map(\.kind) == [.null, .integer, .real, .integer])
    #expect(batch.cells[1].bits == UInt64.max)
    #expect(Double(bitPattern: batch.cells[2].bits) == 0.5)
    batch.removeAll()
    #expect(batch.count == 0 && batch.texts.isEmpty)
  }
}
