import Records

/// The names of things that a page describes for machines.
enum DescribedNames {
  /// The names of a page's things of some types, in the order of the types; none where a name is a list of several.
  static func all(of types: [String], on page: ReadPage) -> [String] {
    guard !page.page.structured.isEmpty else { return [] }
    return types.flatMap { type in
      DescribedThing.all(of: type, on: page).compactMap { $0.field("name") }
    }.filter { !$0.contains(";") }
  }
}
