package import Records

/// What a published table keeps of earlier publishes.
package enum TableMode: String, Sendable, CaseIterable {
  /// Nothing: the table shows what is there now.
  case replace
  /// The last known row of everything that ever was there.
  case upsert
  /// Every version of every row, in `TABLE_history` (a slowly changing dimension of type 2).
  case history

  /// The columns that a table of this mode has after its others.
  package var columns: [TableSchema.PhysicalColumn] {
    let seen: [TableSchema.PhysicalColumn] = [
      .init("first_seen", .text, "When the run began that first published the row.", form: .timestamp),
      .init("last_seen", .text, "When the run began that last published it.", form: .timestamp),
      .init("times_seen", .integer, "How many publishes had it."),
    ]
    return switch self {
    case .replace: []
    case .upsert: seen + [.init("is_present", .boolean, "Whether it is still there; false for a row that is gone.")]
    case .history: seen
    }
  }

  /// The columns that no declared one may be called like, in the table or in its history.
  package var reservedColumns: [String] {
    columns.map(\.name) + (self == .history ? HistoryTable.shownColumns.map(\.name) + ["what", "at"] : [])
  }
}
