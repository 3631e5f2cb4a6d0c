package import JSONText

/// Carries what reading a config needs on its way down: the path, the problems found, and how texts are filled in.
package struct SettingsReader: Sendable {
  /// Everything wrong so far, in the order of the file.
  package private(set) var problems: [SettingsProblem] = []
  private var path: [String] = []
  private let filling: Filling

  package init(filling: Filling) { self.filling = filling }

  /// The path of the key being read.
  package var currentPath: String {
    path.reduce("") { $1.hasPrefix("[") || $0.isEmpty ? $0 + $1 : "\($0).\($1)" }
  }

  /// Notes a problem at `node`.
  package mutating func report(_ node: JSONNode, _ message: String, remedy: String = "") {
    report(SettingsProblem(at: node.position, path: currentPath, message, remedy: remedy))
  }

  /// Notes a problem.
  package mutating func report(_ problem: SettingsProblem) { problems.append(problem) }

  /// Reads what stands below `step`, a member's name or an index such as `[3]`.
  package mutating func below<Value>(_ step: String, _ read: (inout SettingsReader) -> Value) -> Value {
    path.append(step)
    defer { path.removeLast() }
    return read(&self)
  }

  /// A text's value with its `${...}` filled in, and how it is shown to people; nil after noting a problem.
  mutating func fill(_ text: String, at node: JSONNode) -> Filling.Filled? {
    do throws(FillingError) { return try filling.fill(text) } catch {
      report(node, error.message, remedy: error.remedy)
      return nil
    }
  }
}
