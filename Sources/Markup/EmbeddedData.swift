/// A script element that holds data, such as JSON-LD, as the page writes it.
package struct EmbeddedData: Hashable, Sendable {
  /// The `type` attribute in lower case without parameters, such as `application/ld+json`.
  package var type: String
  /// The script's content, not decoded further.
  package var text: [UInt8]
  /// Where the content begins, in bytes from the start of the source.
  package var offset: Int

  package init(type: String, text: [UInt8], offset: Int) {
    self.type = type
    self.text = text
    self.offset = offset
  }
}
