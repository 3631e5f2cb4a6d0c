/// An archive among a source's files, by its name.
package enum ArchiveKind: String, Sendable, CaseIterable {
  /// A zip or a tar.
  case files
  /// A WARC or an ARC.
  case web

  /// Nil for a name that isn't an archive's.
  package init?(name: String) {
    let name = name.lowercased()
    if [".zip", ".tar", ".tar.gz", ".tgz"].contains(where: name.hasSuffix) {
      self = .files
    } else if [".warc", ".warc.gz", ".arc", ".arc.gz"].contains(where: name.hasSuffix) {
      self = .web
    } else {
      return nil
    }
  }
}
