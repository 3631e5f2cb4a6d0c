/// What a linkage is told; without any of it, everything is chosen from the data.
package struct LinkageSettings: Hashable, Sendable {
  /// Pairs at least this likely are the same thing; within one table, clusters whose pairs are so on average.
  package var threshold = 0.65
  /// At most this many pairs are compared.
  package var pairLimit = 20_000_000
  /// How columns are compared whose kind isn't to be found in the data, by name.
  package var kinds: [String: FieldKind] = [:]
  /// Keys, each a list of columns: only records equal in all columns of one are compared. Empty: keys from the data.
  package var blocking: [[String]] = []
  /// Between two tables: whether a record has at most one partner, so that no table repeats itself.
  package var isOneToOne = true

  /// The settings that choose everything from the data.
  package init() {}
}

/// What a person, or a label, says about two records.
package struct LinkageDecision: Hashable, Sendable {
  /// The records' numbers in their `LinkageTable`.
  package var a: Int
  package var b: Int
  package var isSame: Bool

  package init(a: Int, b: Int, isSame: Bool) {
    self.a = a
    self.b = b
    self.isSame = isSame
  }
}
