import Formats
import JSONText
import Records

/// A row of a data file, as columns read it.
package struct DataFileRow: Sendable {
  let rows: DataFileRows
  let place: Int

  /// What stands behind `#` in its address.
  var mark: String { rows.rows.mark(of: rows.rows.rows[place]) }

  /// What a field says: the one of that name, else what its path leads to in an array or object.
  func field(_ name: String) -> String? {
    let values = rows.rows.rows[place].values
    if let column = rows.columns[name] { return values[column] }
    guard let (column, rest) = rows.way(to: name), let text = values[column],
      let json = try? JSONNode(parsing: Array(text.utf8)).plain
    else { return nil }
    return json.value(at: rest)?.cell
  }

  /// All the row says, in the order of the fields' names, by which it is known where nothing else names it.
  var identity: String {
    let values = rows.rows.rows[place].values
    return rows.sorted.compactMap { column in
      values[column].map { "\(rows.rows.fields[column])\u{1F}\($0)" }
    }.joined(separator: "\u{1E}")
  }

  /// How many equal rows stand before it in its file.
  var repeats: Int { rows.rows.rows[place].repeats }
}

/// The rows of a page, with their fields' places.
struct DataFileRows: Sendable {
  let rows: PageRows
  /// Each field's place in a row's values.
  let columns: [String: Int]
  /// The fields' places in the order of their names.
  let sorted: [Int]

  init(_ rows: PageRows) {
    self.rows = rows
    columns = Dictionary(rows.fields.enumerated().map { ($1, $0) }) { first, _ in first }
    sorted = rows.fields.indices.sorted { rows.fields[$0] < rows.fields[$1] }
  }

  /// The column in which a path begins, which may have dots in its own name, and the rest of the path.
  func way(to name: String) -> (column: Int, rest: ArraySlice<JSONPath.Part>)? {
    guard let path = JSONPath(name) else { return nil }
    for length in (1..<max(path.parts.count, 1)).reversed() {
      if let column = columns[JSONPath.text(path.parts[..<length])] { return (column, path.parts[length...]) }
    }
    return nil
  }

  /// Whether there is a column of that name, or one that a path of that name begins in.
  func has(_ name: String) -> Bool { columns[name] != nil || way(to: name) != nil }
}
