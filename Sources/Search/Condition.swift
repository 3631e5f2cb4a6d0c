package import Records
package import Store

extension RowCondition {
  /// Reads a condition such as `words>=300`, `language=en` or `title~river`; throws `search.condition`.
  package init(written: String) throws(Failure) {
    let name = written.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = written.dropFirst(name.count)
    guard !name.isEmpty, let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else {
      throw Failure(
        "search.condition", "\"\(written)\" is no condition",
        remedy: "Write a column, one of \(Comparison.allCases.map(\.rawValue).joined(separator: " ")) and a value, "
          + "such as words>=300; ~ means contains, nothing after = means no value.")
    }
    self.init(column: String(name), comparison, String(rest.dropFirst(comparison.rawValue.count)))
  }
}
