/// What a table does with rows that don't fit its columns.
package enum Contract: String, CaseIterable, Sendable {
  /// The value is null and a warning says so.
  case evolve
  /// The run stops.
  case freeze
  /// The row goes to the rejects.
  case discardRow = "discard_row"
  /// The value is null, without a warning.
  case discardValue = "discard_value"
  /// The row goes to the rejects, and what was written in it is published in `_quarantine`.
  case quarantine

  /// What that means for a cell that can't be read.
  var onError: OnError {
    switch self {
    case .evolve: .null
    case .discardValue: .ignore
    case .freeze: .stop
    case .discardRow: .reject
    case .quarantine: .quarantine
    }
  }
}
