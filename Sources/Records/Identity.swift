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

  /// What makes the ids of a table's rows on one page; gives the ids of `record(table:page:text:ordinal:)`.
  package static func texts(table: String, page: String) -> TextIdentity {
    TextIdentity(["text", table, page])
  }

  private static func make(_ kind: String, _ parts: [String?]) -> String {
    var hasher = ContentHasher()
    hasher.append(field: kind)
    for part in parts { hasher.append(field: part) }
    return hasher.finish(digits: length)
  }
}

/// Makes the ids of rows that their text names, on one page: what they share is put together once.
package struct TextIdentity: Sendable {
  /// The fields that all of them begin with, then those of one.
  private var bytes: [UInt8] = []
  private let shared: Int

  fileprivate init(_ fields: [String]) {
    bytes.reserveCapacity(512)
    for field in fields {
      ContentHasher.append(count: field.utf8.count, to: &bytes)
      bytes += field.utf8
    }
    shared = bytes.count
  }

  /// The id of a row: its text is the parts with a line feed between them.
  ///
  /// - Parameter ordinal: its place among equal texts on the page.
  package mutating func id(of parts: [String], ordinal: Int) -> String {
    bytes.removeLast(bytes.count - shared)
    ContentHasher.append(count: parts.reduce(parts.count - 1) { $0 + $1.utf8.count }, to: &bytes)
    for (place, part) in parts.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: "\n")) }
      bytes += part.utf8
    }
    return finish(ordinal)
  }

  /// The id of a row whose text is these bytes.
  package mutating func id(of text: ArraySlice<UInt8>, ordinal: Int) -> String {
    bytes.removeLast(bytes.count - shared)
    ContentHasher.append(count: text.count, to: &bytes)
    bytes += text
    return finish(ordinal)
  }

  private mutating func finish(_ ordinal: Int) -> String {
    let digits = String(ordinal)
    ContentHasher.append(count: digits.utf8.count, to: &bytes)
    bytes += digits.utf8
    return ContentHash.digits(Identity.length, of: bytes)
  }
}
