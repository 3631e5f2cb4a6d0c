import JSONText
import Settings

extension SettingType where Value == String {
  /// A field of a page, an item, a part, a described thing or a data file's row, whose header may have any characters.
  static let field = shaped(
    "field", pattern: "^[^\\s\\p{Cc}]([^\\p{Cc}]*[^\\s\\p{Cc}])?$", remedy: "No white space stands at a field's ends."
  ) { text in
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    return !first.properties.isWhitespace && !last.properties.isWhitespace
      && scalars.allSatisfy { $0.properties.generalCategory != .control }
  }

  /// What a table's rows are made of.
  static let origin = path("origin", pattern: "^[a-z][a-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)?$")

  /// A BCP 47 tag of a language, perhaps with a script and a region.
  static let languageTag = shaped(
    "language tag", pattern: "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$",
    remedy: "Write the language in lower and the region in upper case, as in en-GB."
  ) { text in
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Array($0.utf8) }
    guard let language = parts.first, (2...3).contains(language.count), language.allSatisfy(isLowerCase) else {
      return false
    }
    var rest = parts.dropFirst()
    if let script = rest.first, script.count == 4 {
      guard isUpperCase(script[0]), script.dropFirst().allSatisfy(isLowerCase) else { return false }
      rest = rest.dropFirst()
    }
    guard let region = rest.first else { return true }
    return rest.count == 1
      && (region.count == 2 && region.allSatisfy(isUpperCase) || region.count == 3 && region.allSatisfy(isDigit))
  }

  /// The three capital letters of a currency.
  static let currencyCode = shaped(
    "currency", pattern: "^[A-Z]{3}$", remedy: "Write the three letters of ISO 4217, as in EUR."
  ) { $0.utf8.count == 3 && $0.utf8.allSatisfy(isUpperCase) }

  private static func path(_ name: String, pattern: String) -> SettingType {
    shaped(name, pattern: pattern, remedy: "Names are letters, digits and underscores, with dots between them.") {
      text in
      let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { isLowerCase($0) || isUpperCase($0) || isDigit($0) || "_@:".utf8.contains($0) }
      } && !(text.utf8.first.map(isDigit) ?? true)
    }
  }

  /// A text of a fixed shape, which the pattern tells editors.
  private static func shaped(
    _ name: String, pattern: String, remedy: String, _ holds: @escaping @Sendable (String) -> Bool
  ) -> SettingType {
    SettingType(name: name, schema: .members(["type": .string("string"), "pattern": .string(pattern)])) {
      node, reader in
      guard let reading = SettingType.text.read(node, &reader) else { return nil }
      guard holds(reading.value) else {
        reader.report(node, "\"\(reading.value)\" is no \(name)", remedy: remedy)
        return nil
      }
      return reading
    }
  }
}

private func isLowerCase(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
private func isUpperCase(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
