import Records

/// The names of things that a page describes for machines.
enum DescribedNames {
  /// The names of a page's things of some types, in the order of the types; none where a name is a list of several.
  static func all(of types: [String], on page: Page) -> [String] {
    types.filter { isNamed($0, on: page) }.flatMap { type in
      DescribedThing.all(of: type, on: page).compactMap { $0.field("name") }
    }.filter { !$0.contains(";") }
  }

  /// Whether the type stands in a description at all, which spares the reading of most.
  private static func isNamed(_ type: String, on page: Page) -> Bool {
    let name = Array(type.utf8)
    return page.structured.contains { item in
      item.types.contains(type) || endsString(name, in: Array(item.properties.utf8))
    }
  }

  /// Whether a text in quotation marks is the name, or ends with it behind `/`, `#` or `:`.
  private static func endsString(_ name: [UInt8], in json: [UInt8]) -> Bool {
    for end in json.indices.dropFirst(name.count + 1) where json[end] == 0x22 && json[end - 1] == name[name.count - 1] {
      let start = end - name.count
      if [0x22, 0x2F, 0x23, 0x3A].contains(json[start - 1]), json[start..<end].elementsEqual(name) { return true }
    }
    return false
  }
}
