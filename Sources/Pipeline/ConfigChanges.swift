package import JSONText

/// A resolved config as the ledger keeps it.
package func configJSON(_ text: String) -> JSON { (try? JSONNode(parsing: Array(text.utf8)))?.plain ?? .null }

/// What differs between two resolved configs, a line for each setting: `stages[0].sources[1].files: "a" -> "b"`.
package func configChanges(from old: String, to new: String) -> [String] {
  let before = flattened(configJSON(old))
  let after = flattened(configJSON(new))
  return Set(before.keys).union(after.keys).sorted().compactMap { path in
    let (a, b) = (before[path], after[path])
    return a == b ? nil : "\(path): \(a ?? "not set") -> \(b ?? "not set")"
  }
}

/// Each plain value by its path; stages go by their names, so that leaving one out doesn't move the others.
private func flattened(_ json: JSON, at path: String = "") -> [String: String] {
  var values: [String: String] = [:]
  switch json {
  case .object(let members):
    for member in members {
      values.merge(flattened(member.value, at: path.isEmpty ? member.name : "\(path).\(member.name)")) { $1 }
    }
  case .array(let elements):
    for (index, element) in elements.enumerated() {
      let name = element["stage"]?.text ?? element["name"]?.text ?? element["table"]?.text ?? String(index)
      values.merge(flattened(element, at: "\(path)[\(name)]")) { $1 }
    }
  default: values[path] = json.compact
  }
  return values
}
