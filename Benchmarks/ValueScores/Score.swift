/// How well one kind of value is read on one set of cases with truths.
package struct Score: Hashable, Sendable {
  /// The kind of value, and the set where there are several.
  package var name: String
  package var right = 0
  /// Answers that are not the truth; worse than none.
  package var wrong = 0
  /// Cases without an answer where there should be one.
  package var none = 0
  /// What was written, what was read and what is true of the cases that aren't right, for whoever mends them.
  package var misses: [String] = []

  package init(_ name: String) { self.name = name }

  /// All cases.
  package var total: Int { right + wrong + none }
  /// The share of cases that are right, 0 to 1; 1 where there are none.
  package var share: Double { total == 0 ? 1 : Double(right) / Double(total) }

  /// Counts one case: what was read beside the truth, both as text, nil for none.
  package mutating func count(_ read: String?, truth: String?, written: @autoclosure () -> String) {
    if read == truth {
      right += 1
      return
    }
    if read == nil { none += 1 } else { wrong += 1 }
    misses.append("\(name): \(written()) -> \(read ?? "nothing"), not \(truth ?? "nothing")")
  }
}

extension Score: CustomStringConvertible {
  /// One line: `NAME right/wrong/none of N`.
  package var description: String { "\(name) \(right)/\(wrong)/\(none) of \(total)" }
}
