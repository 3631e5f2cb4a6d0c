import Compression
import Formats
import Records
import Settings
import Store

/// The documents inside of a zip or a tar, one after another.
struct ArchiveFiles {
  private let source: FileSource
  private let candidate: Candidate
  private var reader: ArchiveReader
  private var passedOver = PassedOver()
  private var failure: Diagnostic?

  /// Opens the archive; throws `fetch.damaged`, `fetch.too-large` or `fetch.unreadable`.
  init(_ source: FileSource, _ candidate: Candidate) throws(Failure) {
    self.source = source
    self.candidate = candidate
    let limits = ArchiveLimits(memberBytes: documentSizeLimit)
    do { reader = try ArchiveReader(FileBytes(candidate.absolutePath), limits: limits) } catch {
      throw Failure(Self.diagnostic(error, .init()))
    }
  }

  private var place: Diagnostic.Location { .init(source: source.name.value, address: candidate.path) }

  /// What there is to say of the archive as a whole, once all of it was read.
  var warnings: [Diagnostic] { [failure, passedOver.warning(place)].compactMap { $0 } }

  /// The next document or reject; nil at the end, and where the archive can't be read any further.
  mutating func next() -> ArchivedDocument? {
    do {
      while let member = try reader.next() {
        if let document = document(member) { return document }
      }
    } catch {
      failure = Self.diagnostic(error, place)
    }
    return nil
  }

  /// Nil for what is passed over.
  private mutating func document(_ member: ArchiveMember) -> ArchivedDocument? {
    guard isWanted(member.name) else { return nil }
    switch member.content {
    case .refused(.notAFile):
      passedOver.add("links and devices")
      return nil
    case .refused(let refusal):
      var archived = ArchivedDocument(document: empty(member.name), body: [])
      archived.problem = Self.diagnostic(refusal, .init(source: source.name.value, address: archived.document.path))
      return archived
    case .bytes(let bytes): return document(member.name, bytes)
    }
  }

  private mutating func document(_ name: String, _ packed: [UInt8]) -> ArchivedDocument? {
    let bytes = Gzip.isGzip(packed) ? (try? Gzip.inflate(packed, limit: documentSizeLimit)) ?? packed : packed
    guard !bytes.isEmpty, let kind = recognise(name: name, bytes: bytes), kind != .text || isNamed(name) else {
      passedOver.add("files without a page, text or table")
      return nil
    }
    var document = empty(name)
    document.kind = kind
    document.contentHash = ContentHash(of: bytes)
    document.byteCount = bytes.count
    return ArchivedDocument(document: document, body: bytes)
  }

  /// Whether the config asks for a file; without a word of it those that systems leave there aren't.
  private func isWanted(_ name: String) -> Bool {
    let parts = name.split(separator: "/").map(String.init)
    guard source.members.isEmpty else { return source.members.contains { $0.matches(path: name) } }
    return !parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  /// Whether a plain text is meant to be read: scripts and styles are text too.
  private func isNamed(_ name: String) -> Bool {
    let last = name.lowercased().split(separator: "/").last ?? ""
    return !source.members.isEmpty || [".txt", ".text", ".md", ".txt.gz"].contains(where: last.hasSuffix)
      || !last.contains(".")
  }

  private func empty(_ name: String) -> Document {
    let path = "\(candidate.path)!/\(name)"
    let address = source.address(path: path, below: name.split(separator: "/").map(String.init))
    return Document(
      id: Identity.document(address: address), source: source.name.value, address: address, path: path, kind: .html,
      contentHash: ContentHash(hex: ""), byteCount: 0, fetchedAt: candidate.modified)
  }

  private static func diagnostic(_ refusal: ArchiveRefusal, _ place: Diagnostic.Location) -> Diagnostic {
    let (code, summary, remedy) =
      switch refusal {
      case .encrypted: ("fetch.encrypted", "This file needs a password.", "Pack it without one.")
      case .unknownMethod(let number):
        ("fetch.unknown-packing", "This file is packed by method \(number), which isn't read.", "Pack it by deflate.")
      case .tooLarge:
        (
          "fetch.too-large", "This file has more than \(documentSizeLimit >> 20) MiB.",
          "Split the file, or leave it out."
        )
      case .damaged, .notAFile:
        ("fetch.damaged", "This file's bytes aren't those that were packed.", "Bring the archive in again.")
      }
    return Diagnostic(.reject, code, summary, at: place, remedy: remedy)
  }

  private static func diagnostic(_ failure: ArchiveFailure, _ place: Diagnostic.Location) -> Diagnostic {
    let (code, summary, remedy) =
      switch failure {
      case .notAnArchive: ("fetch.damaged", "This is neither a zip nor a tar.", "Bring the archive in again.")
      case .truncated:
        ("fetch.damaged", "The archive ends early; what stands before is read.", "Bring the archive in again.")
      case .damaged(let offset):
        (
          "fetch.damaged", "The archive is damaged at byte \(offset); what stands before is read.",
          "Bring the archive in again."
        )
      case .tooLarge:
        (
          "fetch.too-large", "The archive holds too many files, or grows beyond reason; what stands before is read.",
          "Unpack it yourself if it is meant to be so."
        )
      case .unreadable(let failure): ("fetch.unreadable", failure.message, "Look at the file's rights.")
      }
    return Diagnostic(.warn, code, summary, at: place, remedy: remedy)
  }
}
