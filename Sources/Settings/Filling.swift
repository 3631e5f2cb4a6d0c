/// Fills `${VAR}`, `${VAR:-default}` and `${file:PATH}` in a config's texts; `$${` stands for `${` itself.
///
/// A text that takes something from outside is taken for a secret: people and stores see it as it is written, with a
/// keyed hash behind it that changes when the secret does.
package struct Filling: Sendable {
  /// A text with its blanks filled.
  package struct Filled: Hashable, Sendable {
    package var value: String
    /// As shown to people and kept in stores.
    package var shown: String
  }

  let environment: [String: String]
  let readFile: @Sendable (String) -> String?
  let keyedHash: @Sendable (String) -> String

  /// `readFile` gives a file's text, nil if it can't be read; `keyedHash` a short keyed hash of a secret.
  package init(
    environment: [String: String], readFile: @escaping @Sendable (String) -> String?,
    keyedHash: @escaping @Sendable (String) -> String
  ) {
    self.environment = environment
    self.readFile = readFile
    self.keyedHash = keyedHash
  }

  func fill(_ text: String) throws(FillingError) -> Filled {
    guard text.contains("${") else { return Filled(value: text, shown: text) }
    var value = ""
    var rest = text[...]
    var secret = false
    while let start = rest.firstRange(of: "${") {
      value += rest[..<start.lowerBound]
      if rest[..<start.lowerBound].hasSuffix("$") {
        value += "{"
        rest = rest[start.upperBound...]
        continue
      }
      guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
        throw FillingError(message: "\"${\" without its \"}\"", remedy: "Write \"$${\" for the characters themselves.")
      }
      value += try self.value(of: rest[start.upperBound..<end])
      secret = true
      rest = rest[rest.index(after: end)...]
    }
    value += rest
    return Filled(value: value, shown: secret ? "\(text) (keyed hash \(keyedHash(value)))" : value)
  }

  private func value(of blank: Substring) throws(FillingError) -> String {
    if blank.hasPrefix("file:") {
      let path = String(blank.dropFirst(5))
      guard let text = readFile(path) else {
        throw FillingError(message: "the file \(path) can't be read", remedy: "Make it readable for this user.")
      }
      return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
    let separator = blank.firstRange(of: ":-")
    let name = String(separator.map { blank[..<$0.lowerBound] } ?? blank)
    if let value = environment[name], !value.isEmpty { return value }
    if let separator { return String(blank[separator.upperBound...]) }
    throw FillingError(
      message: "the environment variable \(name) is not set", remedy: "Set it, or write ${\(name):-DEFAULT}.")
  }
}

/// A blank that can't be filled.
struct FillingError: Error {
  var message: String
  var remedy: String
}
