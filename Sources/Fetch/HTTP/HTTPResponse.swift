package import WebAddress

/// One answer of a server.
package struct HTTPResponse: Hashable, Sendable {
  /// A header field.
  package struct Field: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What was asked for.
  package var address: Address
  package var status: Int
  /// The status in words.
  package var reason: String
  package var fields: [Field]
  /// The body without any packing.
  package var body: [UInt8]
  /// Bytes of the body as it was sent.
  package var receivedBytes: Int
  /// Whether the header called the body packed and it wasn't.
  package var liesAboutCoding: Bool

  package init(
    address: Address, status: Int, reason: String = "", fields: [Field] = [], body: [UInt8] = [],
    receivedBytes: Int = 0, liesAboutCoding: Bool = false
  ) {
    self.address = address
    self.status = status
    self.reason = reason
    self.fields = fields
    self.body = body
    self.receivedBytes = receivedBytes
    self.liesAboutCoding = liesAboutCoding
  }

  /// The first value of a field; names are compared whatever their case.
  package subscript(name: String) -> String? { values(name).first }

  /// All values of a field, in order.
  package func values(_ name: String) -> [String] {
    let name = name.lowercased()
    return fields.filter { $0.name.lowercased() == name }.map(\.value)
  }
}
