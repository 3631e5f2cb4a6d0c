import Testing

@testable import Dedupe

struct FieldKindTests {
  @Test(arguments: [
    (["1971-06-24", "1980-01-31", "1999-12-01"], FieldKind.date), (["19710624", "19991201"], .date),
    (["9.99", "120", "45.50"], .number), (["2250", "6210", "2570"], .code), (["310/246-1501", "404-876-1800"], .code),
    (["ann", "berta", "mary jane"], .name),
    (["a small lamp with a red shade", "the second edition of the large atlas"], .text),
  ])
  func `is found in the values`(_ values: [String], _ kind: FieldKind) {
    #expect(FieldKind.found(in: column(values)) == kind)
  }

  @Test func `a zero among prices is no price`() {
    let field = Field(name: "price", column: column(["9.99", "0", "45.50", "0.00", "12.25"]))
    #expect(field.kind == .number)
    #expect(field.column.filled == 3)
  }

  @Test(arguments: [
    (FieldKind.name, "smith", "smyth", "nearly equal"), (.name, "john", "j", "close"),
    (.name, "ann", "zoe", "different"),
    (.name, "mary jane", "jane mary", "nearly equal"), (.code, "310 246 1501", "310 246 1507", "one slip"),
    (.date, "1971-06-24", "1971-05-24", "one slip"), (.date, "1971-06-05", "1971-05-06", "one slip"),
    (.date, "1971-06-24", "1971-12-02", "same year"), (.number, "100", "101.5", "within 2 %"),
    (.number, "100", "60", "within 50 %"), (.number, "100", "7", "different"),
  ])
  func `tells levels of likeness apart`(_ kind: FieldKind, _ a: String, _ b: String, _ level: String) {
    let field = Field(name: "x", column: column([a, b, "4.75"]), kind: kind)
    var comparer = FieldComparer(fields: 1)
    var levels: [UInt8] = [0]
    comparer.levels([field], 0, 1, into: &levels)
    #expect(kind.name(ofLevel: Int(levels[0])) == level)
  }

  @Test func `codes weigh beside words in longer texts`() {
    let field = Field(
      name: "x",
      column: column([
        "acme radio alarm clock kx 4410 black", "acme black radio clock kx4410", "acme radio alarm clock zz 9000 black",
        "other things that are sold here",
      ]), kind: .text)
    #expect(TextComparison.level(field, 0, 1) % 3 == 2)
    #expect(TextComparison.level(field, 0, 2) % 3 == 0)
    #expect(TextComparison.level(field, 0, 3) % 3 == 1)
  }

  private func column(_ values: [String]) -> ValueColumn {
    var column = ValueColumn()
    for value in values { column.append(value) }
    return column
  }
}
