/// The names of a CSV file's columns.
package struct CSVHeader: Hashable, Sendable {
  /// Each name once, without white space at its ends: a second `id` is `id_2`, a column without a name `column_3` by its
  /// place.
  package let names: [String]
  /// Whether a name stood twice or was missing.
  package let isMended: Bool

  /// The names of a header row's cells.
  package init(_ cells: [String]) {
    let written = cells.map(CSVHeader.trimmed)
    var taken = Set(written)
    var met: Set<String> = []
    var isMended = false
    var names: [String] = []
    for (place, name) in written.enumerated() {
      if !name.isEmpty, met.insert(name).inserted {
        names.append(name)
        continue
      }
      isMended = true
      var number = name.isEmpty ? place + 1 : 2
      let stem = name.isEmpty ? "column" : name
      while !taken.insert("\(stem)_\(number)").inserted { number += 1 }
      names.append("\(stem)_\(number)")
    }
    self.names = names
    self.isMended = isMended
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
