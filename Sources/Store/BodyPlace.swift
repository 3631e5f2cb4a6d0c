/// Where kept bytes stand: a record of an archive below `out/stages/`.
package struct BodyPlace: Hashable, Sendable, CustomStringConvertible {
  /// The archive's path below `out/stages/`, without spaces.
  package var archive: String
  package var offset: Int
  package var length: Int

  package init(archive: String, offset: Int, length: Int) {
    self.archive = archive
    self.offset = offset
    self.length = length
  }

  /// Reads what `description` writes; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 3, let offset = Int(parts[1]), let length = Int(parts[2]), offset >= 0, length > 0 else {
      return nil
    }
    self.init(archive: String(parts[0]), offset: offset, length: length)
  }

  /// Archive, offset and length, as stores keep it.
  package var description: String { "\(archive) \(offset) \(length)" }
}
