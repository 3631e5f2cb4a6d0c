/// Fixed ids: the first 96 bits of a SHA-256 over labelled parts, as 24 hexadecimal digits.
///
/// An id depends on nothing but its parts, so it is the same in every run, on every machine and in any order.
/// Among ten million records two would share an id with a probability of about 6e-16.
package enum Identity {
  /// How many characters an id has.
  package static let length = 24

  /// A document's id, from its canonical address.
  package static func document(address: String) -> String { make("document", [address]) }

  /// The id of a page that holds a part of a data file's rows; `number` counts the parts from 1.
  package static func part(document: String, number: Int) -> String { make("part", [document, String(number)]) }

  /// A record's id from the values of its table's declared key.
  package static func record(table: String, key: [String?]) -> String { make("key", [table] + key) }

  /// A record's id from the canonical address its item names.
  package static func record(table: String, address: String) -> String { make("address", [table, address]) }

  /// A record's id where nothing names it: its page, its text and its place among equal texts on that page.
  package static func record(table: String, page: String, text: String, ordinal: Int) -> String {
    make("text", [table, page, text, String(ordinal)])
  }

  private static func make(_ kind: String, _ parts: [String?]) -> String {
    var hasher = ContentHasher()
    hasher.append(field: kind)
    for part in parts { hasher.append(field: part) }
    return hasher.finish(digits: length)
  }
}
