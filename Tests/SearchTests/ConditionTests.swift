import Records
import Store
import Testing

@testable import Search

@Suite struct ConditionTests {
  @Test(arguments: [
    ("words>=300", "words", RowCondition.Comparison.atLeast, "300"), ("words>300", "words", .over, "300"),
    ("a<=1", "a", .atMost, "1"), ("a<1", "a", .under, "1"), ("place=Cork, Ireland", "place", .equals, "Cork, Ireland"),
    ("place!=", "place", .isNot, ""), ("title~a=b", "title", .contains, "a=b"),
  ])
  func `a condition is a column, a comparison and a value`(
    _ written: String, _ column: String, _ comparison: RowCondition.Comparison, _ value: String
  ) throws {
    #expect(try RowCondition(written: written) == RowCondition(column: column, comparison, value))
  }

  @Test(arguments: ["", "words", "=3", "words 3", "a b=3", "words; DROP TABLE x"])
  func `anything else is refused`(_ written: String) {
    #expect(throws: Failure.self) { try RowCondition(written: written) }
  }
}
