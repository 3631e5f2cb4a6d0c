import JSONText
package import Settings

extension SettingType where Value == Duration {
  /// A length of time as text, such as `"500ms"`, `"30s"`, `"10m"`, `"12h"` or `"90d"`, within `range`.
  package static func duration(_ range: ClosedRange<Duration>) -> SettingType {
    SettingType(
      name: "time", schema: .members(["type": .string("string"), "pattern": .string("^[0-9]+(ms|s|m|h|d)$")])
    ) { node, reader in
      guard case .string(let text) = node.content, let value = Duration(written: text), range.contains(value) else {
        reader.report(
          node, "a time such as \"500ms\", \"30s\", \"10m\", \"12h\" or \"90d\" was expected",
          remedy: "From \(range.lowerBound.written) to \(range.upperBound.written).")
        return nil
      }
      return Reading(value, resolved: .string(value.written))
    }
  }
}

extension Duration {
  /// Reads a whole number and its unit; nil for anything else.
  init?(written text: String) {
    let digits = text.prefix { ("0"..."9").contains($0) }
    let unit = Duration.units.first { $0.name == text.dropFirst(digits.count) }
    guard let unit, digits.count <= 9, let number = Int64(digits) else { return nil }
    self = .milliseconds(number * unit.milliseconds)
  }

  /// As a config writes it, in the largest unit that gives a whole number.
  package var written: String {
    let whole = milliseconds
    guard let unit = Duration.units.last(where: { whole % $0.milliseconds == 0 && whole > 0 }) else {
      return "\(whole)ms"
    }
    return "\(whole / unit.milliseconds)\(unit.name)"
  }

  /// Whole milliseconds.
  package var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }

  private static let units: [(name: Substring, milliseconds: Int64)] = [
    ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
  ]
}
