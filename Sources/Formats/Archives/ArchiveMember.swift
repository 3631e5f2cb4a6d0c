/// A file inside of an archive.
package struct ArchiveMember: Sendable, Equatable {
  /// What is in it.
  package enum Content: Sendable, Equatable {
    case bytes([UInt8])
    /// It isn't read.
    case refused(ArchiveRefusal)
  }

  /// The name inside of the archive: its parts joined by `/`, without any that mean another folder. It is no path of
  /// this machine.
  package var name: String
  package var content: Content

  /// - Parameter written: the name as the archive has it.
  init(_ written: String, _ content: Content) {
    name = ArchiveMember.safeName(written)
    self.content = content
  }

  private static func safeName(_ written: String) -> String {
    let parts = written.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." && $0 != ".." }
    return parts.joined(separator: "/")
  }
}

/// Why a file inside of an archive isn't read.
package enum ArchiveRefusal: Error, Hashable, Sendable {
  /// A password is needed.
  case encrypted
  /// It is packed by a method that isn't read (zip's number).
  case unknownMethod(Int)
  /// It is larger than allowed, or grows beyond reason.
  case tooLarge
  /// Its bytes are damaged, or its checksum doesn't agree.
  case damaged
  /// A link, a device or a file with holes.
  case notAFile
}

/// Why an archive isn't read, or not any further.
package enum ArchiveFailure: Error, Hashable, Sendable {
  /// It is neither zip nor tar.
  case notAnArchive
  /// It ends before its time; what was given before is right.
  case truncated
  /// It makes no sense at an offset in bytes; what was given before is right.
  case damaged(offset: Int)
  /// It holds more files than allowed, or grows beyond reason.
  case tooLarge
  /// It can't be read, as the system says.
  case unreadable(InputFailure)
}

/// How much of an archive is read.
package struct ArchiveLimits: Sendable {
  /// The most bytes of one file.
  package var memberBytes: Int
  /// The most files.
  package var members: Int

  package init(memberBytes: Int = 64 << 20, members: Int = 1_000_000) {
    self.memberBytes = memberBytes
    self.members = members
  }

  /// Whether bytes grow as only those do that were made to: 200 times, beyond the first 16 MiB. Deflate can't pack
  /// better than 1032 to 1, and text rarely better than 20 to 1.
  static func isBomb(unpacked: Int, packed: Int) -> Bool {
    unpacked > (16 << 20) && (unpacked - (16 << 20)) / 200 > packed
  }
}
