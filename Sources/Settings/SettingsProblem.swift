package import JSONText

/// Something wrong in a config file: where, which setting, and what to do.
package struct SettingsProblem: Error, Hashable, Sendable {
  /// Where in the file.
  package var position: TextPosition
  /// The path of the key, such as `stages[0].sources[1].files`; empty for the file as a whole.
  package var path: String
  /// What is wrong.
  package var message: String
  /// What to do about it; empty where the message says it already.
  package var remedy: String

  package init(at position: TextPosition, path: String, _ message: String, remedy: String = "") {
    self.position = position
    self.path = path
    self.message = message
    self.remedy = remedy
  }
}

/// A value and where the config says it, for checks that need more than the value itself.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  package var position: TextPosition
  package var path: String

  package init(_ value: Value, at position: TextPosition, path: String) {
    self.value = value
    self.position = position
    self.path = path
  }

  /// A problem with this value.
  package func problem(_ message: String, remedy: String = "") -> SettingsProblem {
    SettingsProblem(at: position, path: path, message, remedy: remedy)
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
