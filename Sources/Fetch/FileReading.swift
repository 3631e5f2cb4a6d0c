import Compression
import Formats
package import Records
import Settings
package import Store

/// How many of a file's first bytes tell what it is, where its name says that it holds rows.
private let recognitionSize = 1 << 16

/// Raise it when the same file would give another document.
package let documentReadingVersion = 4

/// The most bytes a document may have once unpacked: 64 MiB.
package let documentSizeLimit = 64 << 20

/// A document's bytes, from the archive that keeps them or from its file below `root`; throws as those do.
///
/// - Parameter stages: the folder of the stages' stores, below which archives are.
package func documentBytes(of document: Document, root: String, stages: String) throws(Failure) -> [UInt8] {
  if let place = document.place { return try keptBody(at: place, in: stages) }
  return try documentBytes(absolutePath: document.path.hasPrefix("/") ? document.path : "\(root)/\(document.path)")
}

/// A file's bytes, unpacked if they are gzip; throws `fetch.unreadable`, `fetch.too-large` or `fetch.damaged`.
package func documentBytes(absolutePath: String) throws(Failure) -> [UInt8] {
  let size = FileCalls.state(absolutePath, followingLinks: true)?.size ?? 0
  guard size <= documentSizeLimit else { throw tooLarge() }
  let bytes: [UInt8]
  do throws(Failure) { bytes = try FileCalls.read(absolutePath) } catch {
    throw Failure("fetch.unreadable", error.diagnostic.summary, remedy: error.diagnostic.remedy)
  }
  guard Gzip.isGzip(bytes) else { return bytes }
  do throws(GzipError) { return try Gzip.inflate(bytes, limit: documentSizeLimit) } catch {
    if error.kind == .overLimit { throw tooLarge() }
    throw damaged(error)
  }
}

private func tooLarge() -> Failure {
  Failure(
    "fetch.too-large", "more than \(documentSizeLimit >> 20) MiB once unpacked",
    remedy: "Split the file, or leave it out.")
}

extension FileSource {
  /// Reads a matched file and says what it is; `known` is what an earlier run found there.
  package func read(
    _ candidate: Candidate, rank: Int, known: (contentHash: ContentHash, fetchedAt: Timestamp)?
  ) -> FetchedFile {
    var document = Document(
      id: Identity.document(address: candidate.address), source: name.value, address: candidate.address,
      path: candidate.path, kind: .html, contentHash: ContentHash(hex: ""), byteCount: 0, fetchedAt: candidate.modified)
    var file = FetchedFile(
      document: document, sourceRank: rank, state: candidate.state, outcome: .rejected, diagnostics: [])
    do throws(Failure) {
      if let problem = candidate.problem { throw Failure(problem.code, problem.summary, remedy: problem.remedy) }
      try readBytes(of: candidate, into: &document)
      // Touching a file doesn't make its bytes new.
      if let known, known.contentHash == document.contentHash { document.fetchedAt = known.fetchedAt }
      file.outcome = .document
      if document.kind.holdsRows { file.reading = rowOptions.canonical }
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.severity = .reject
      diagnostic.location = .init(source: name.value, address: candidate.path)
      file.diagnostics = [diagnostic]
    }
    file.document = document
    return file
  }

  /// Hash, length and kind of what a file holds; a file whose name says that it holds rows may be of any size.
  private func readBytes(of candidate: Candidate, into document: inout Document) throws(Failure) {
    guard namesRows(candidate.path) else {
      let bytes = try documentBytes(absolutePath: candidate.absolutePath)
      document.contentHash = ContentHash(of: bytes)
      document.byteCount = bytes.count
      document.kind = try kind(candidate.path, bytes)
      return
    }
    var stream = try DocumentStream(absolutePath: candidate.absolutePath)
    var hasher = ContentHasher()
    var head: [UInt8] = []
    while let piece = try stream.next() {
      hasher.append(bytes: piece)
      document.byteCount += piece.count
      if head.count < recognitionSize { head += piece.prefix(recognitionSize - head.count) }
    }
    document.contentHash = hasher.finish()
    document.kind = try kind(candidate.path, head)
    guard document.kind.holdsRows || document.byteCount <= documentSizeLimit else { throw tooLarge() }
  }

  private func kind(_ path: String, _ bytes: [UInt8]) throws(Failure) -> Document.Kind {
    guard !bytes.isEmpty else {
      throw Failure("fetch.empty", "this file has no bytes", remedy: "Bring it in again, or delete it.")
    }
    guard let kind = recognise(name: path, bytes: bytes) else {
      let format = dataFormat(name: path, bytes: bytes).map { "\($0.rawValue), " } ?? ""
      throw Failure(
        "fetch.not-text", "\(format)neither HTML, text, CSV nor JSON",
        remedy: "Name only pages, texts and tables in the source's files.")
    }
    return kind
  }
}

extension Candidate {
  /// When the file was last modified.
  var modified: Timestamp { Timestamp(seconds: state.modified.flooredSeconds) }
}

extension Int64 {
  /// Nanoseconds as whole seconds, rounded down.
  fileprivate var flooredSeconds: Int64 { self >= 0 ? self / 1_000_000_000 : (self - 999_999_999) / 1_000_000_000 }
}
